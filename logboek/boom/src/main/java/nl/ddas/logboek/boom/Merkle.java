// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.security.MessageDigest;
import nl.ddas.basis.Sha256;

/// How the tree hashes (RFC 6962, 2.1): a leaf and a node begin with another byte, so that none can pass for the other.
public final class Merkle {

    /// The root of a tree without leaves: the hash of nothing.
    public static final Hash EMPTY = Hash.of(Sha256.of(new byte[0]));

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Merkle() {}

    /// The hash of a leaf.
    ///
    /// @param entry what stands in it
    public static Hash leaf(byte[] entry) {
        MessageDigest digest = Sha256.digest();
        digest.update(LEAF);
        return Hash.of(digest.digest(entry));
    }

    /// The hash of a node over two others.
    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = Sha256.digest();
        digest.update(NODE);
        digest.update(left.bytes());
        return Hash.of(digest.digest(right.bytes()));
    }

    /// The hash over a complete subtree: a power of two of hashes that stand beside each other in a row.
    ///
    /// @param row hashes one after another
    /// @param from index of the first
    /// @param count a power of two
    static Hash complete(byte[] row, int from, int count) {
        return count == 1
                ? Hash.in(row, from)
                : node(complete(row, from, count / 2), complete(row, from + count / 2, count / 2));
    }

    /// The largest power of two that is smaller, where RFC 6962 splits a tree.
    ///
    /// @param count 2 and up
    static long split(long count) {
        return Long.highestOneBit(count - 1);
    }
}
