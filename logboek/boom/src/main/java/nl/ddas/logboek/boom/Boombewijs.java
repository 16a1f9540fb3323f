// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes roots and proofs of a tree from its tiles (RFC 6962, 2.1 to 2.1.2). Believes the tiles: whoever asks holds the
/// outcome against a signed root ([Bewijstoets]). Reads each tile once; make a new one for another question.
public final class Boombewijs {

    private static final int TE_VEEL = 64;

    private final Tegels tegels;
    private final long size;
    private final Map<Tegel, byte[]> gelezen = new HashMap<>();

    /// @param tegels of the tree
    /// @param size how many leaves count, no more than there are
    public Boombewijs(Tegels tegels, long size) {
        this.tegels = tegels;
        this.size = size;
    }

    /// The root.
    ///
    /// @throws IOException when a tile cannot be had
    public Hash root() throws IOException {
        return root(size);
    }

    /// The root that the tree had when it was smaller.
    ///
    /// @param smaller 0 to the size
    /// @throws IOException when a tile cannot be had
    public Hash root(long smaller) throws IOException {
        if (smaller < 0 || smaller > size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves never had " + smaller);
        }
        return smaller == 0 ? Merkle.EMPTY : subtree(0, smaller);
    }

    /// The hash of one leaf.
    ///
    /// @throws IOException when a tile cannot be had
    public Hash leaf(long index) throws IOException {
        return subtree(checked(index), index + 1);
    }

    /// Proof that a leaf is in the tree: the hashes beside its way up, the lowest first (RFC 6962, 2.1.1).
    ///
    /// @param index number of the leaf, below the size
    /// @throws IOException when a tile cannot be had
    public List<Hash> inclusion(long index) throws IOException {
        checked(index);
        List<Hash> proof = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + Merkle.split(to - from);
            if (index < middle) {
                proof.addFirst(subtree(middle, to));
                to = middle;
            } else {
                proof.addFirst(subtree(from, middle));
                from = middle;
            }
        }
        return List.copyOf(proof);
    }

    /// Proof that the tree is the smaller one with leaves added (RFC 6962, 2.1.2).
    ///
    /// @param smaller 0 to the size; of 0 and of the size itself there is nothing to prove
    /// @throws IOException when a tile cannot be had
    public List<Hash> consistency(long smaller) throws IOException {
        if (smaller < 0 || smaller > size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves never had " + smaller);
        }
        if (smaller == 0) {
            return List.of();
        }
        List<Hash> proof = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to != smaller) {
            long middle = from + Merkle.split(to - from);
            if (smaller <= middle) {
                proof.addFirst(subtree(middle, to));
                to = middle;
            } else {
                proof.addFirst(subtree(from, middle));
                from = middle;
            }
        }
        if (from > 0) {
            proof.addFirst(subtree(from, to));
        }
        return List.copyOf(proof);
    }

    private long checked(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has no leaf " + index);
        }
        return index;
    }

    /// The hash over these leaves; they begin where a complete subtree of at least their number can.
    private Hash subtree(long from, long to) throws IOException {
        long count = to - from;
        if (Long.bitCount(count) == 1) {
            int hoogte = Long.numberOfTrailingZeros(count);
            int niveau = hoogte / Tegel.HOOGTE;
            long first = from >> (Tegel.HOOGTE * niveau);
            byte[] rij = rij(Tegel.with(niveau, first, size));
            return Merkle.complete(rij, (int) (first % Tegel.VOL), 1 << (hoogte % Tegel.HOOGTE));
        }
        long middle = from + Merkle.split(count);
        return Merkle.node(subtree(from, middle), subtree(middle, to));
    }

    private byte[] rij(Tegel tegel) throws IOException {
        byte[] there = gelezen.get(tegel);
        if (there == null) {
            there = tegels.read(tegel);
            if (there.length != tegel.breedte() * Hash.BYTES) {
                throw new IOException("tile " + tegel.path() + " is not as wide as it should be");
            }
            if (gelezen.size() >= TE_VEEL) {
                gelezen.clear();
            }
            gelezen.put(tegel, there);
        }
        return there;
    }
}
