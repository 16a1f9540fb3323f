// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.util.List;
import java.util.Optional;

/// Checks proofs, with nothing but the proof itself (RFC 9162, 2.1.3.2 and 2.1.4.2; the trees are those of RFC 6962).
public final class Bewijstoets {

    private Bewijstoets() {}

    /// The root that a proof of inclusion leads to; whether it is the right one is for the caller to see.
    ///
    /// @param index number of the leaf
    /// @param size of the tree
    /// @param leaf hash of the leaf
    /// @return empty when a tree of this size cannot have such a proof
    public static Optional<Hash> root(long index, long size, Hash leaf, List<Hash> proof) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        long at = index;
        long last = size - 1;
        Hash root = leaf;
        for (Hash beside : proof) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((at & 1) == 1 || at == last) {
                root = Merkle.node(beside, root);
                int up = (at & 1) == 1 ? 0 : Long.numberOfTrailingZeros(at);
                at >>= up;
                last >>= up;
            } else {
                root = Merkle.node(root, beside);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 ? Optional.of(root) : Optional.empty();
    }

    /// Whether the leaf with this number stands in the tree with this root.
    public static boolean includes(long index, long size, Hash leaf, List<Hash> proof, Hash root) {
        return root(index, size, leaf, proof).filter(root::equals).isPresent();
    }

    /// Whether the larger tree is the smaller one with leaves added. Of a tree without leaves every tree is.
    ///
    /// @param before size of the smaller tree, 0 and up
    /// @param after size of the larger
    public static boolean extend(long before, Hash beforeRoot, long after, Hash afterRoot, List<Hash> proof) {
        if (before < 0 || before > after) {
            return false;
        }
        if (before == 0 || before == after) {
            Hash other = before == 0 ? Merkle.EMPTY : afterRoot;
            return proof.isEmpty() && beforeRoot.equals(other);
        }
        boolean isComplete = Long.bitCount(before) == 1;
        if (!isComplete && proof.isEmpty()) {
            return false;
        }
        int up = Long.numberOfTrailingZeros(before);
        long at = (before - 1) >> up;
        long last = (after - 1) >> up;
        Hash first = isComplete ? beforeRoot : proof.getFirst();
        Hash smaller = first;
        Hash larger = first;
        for (Hash beside : isComplete ? proof : proof.subList(1, proof.size())) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                smaller = Merkle.node(beside, smaller);
                larger = Merkle.node(beside, larger);
                int over = (at & 1) == 1 ? 0 : Long.numberOfTrailingZeros(at);
                at >>= over;
                last >>= over;
            } else {
                larger = Merkle.node(larger, beside);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && smaller.equals(beforeRoot) && larger.equals(afterRoot);
    }
}
