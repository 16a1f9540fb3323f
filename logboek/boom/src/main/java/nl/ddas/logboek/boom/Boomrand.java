// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The right edge of a tree that grows: of each level the tile that is not full yet. That is all one needs to
/// go on, however large the tree is. Not safe for many threads.
public final class Boomrand {

    /// Takes tiles that are full, in the order in which they become so.
    @FunctionalInterface
    public interface Ontvanger {
        /// @param hashes as many as the tile is wide
        void tegel(Tegel tegel, byte[] hashes);
    }

    private final List<byte[]> rijen = new ArrayList<>();
    private long size;

    /// The edge of a tree without leaves.
    public Boomrand() {}

    /// The edge of a tree that was kept.
    ///
    /// @param size how many leaves it has
    /// @param rijen what [#bytes] gave
    /// @return the edge
    /// @throws IllegalArgumentException when these are not the bytes of the edge of a tree of that size
    public static Boomrand of(long size, byte[] rijen) {
        Boomrand rand = new Boomrand();
        rand.size = size;
        int at = 0;
        for (int niveau = 0; size >> (Tegel.HOOGTE * niveau) > 0; niveau++) {
            int length = rand.breedte(niveau) * Hash.BYTES;
            byte[] rij = new byte[Tegel.VOL * Hash.BYTES];
            if (at + length > rijen.length) {
                throw new IllegalArgumentException("the edge of a tree of " + size + " leaves is longer");
            }
            System.arraycopy(rijen, at, rij, 0, length);
            rand.rijen.add(rij);
            at += length;
        }
        if (at != rijen.length) {
            throw new IllegalArgumentException("the edge of a tree of " + size + " leaves is shorter");
        }
        return rand;
    }

    /// How many leaves the tree has.
    public long size() {
        return size;
    }

    /// Adds a leaf.
    ///
    /// @param leaf its hash
    /// @param vol takes the tiles that this makes full
    public void add(Hash leaf, Ontvanger vol) {
        Hash hash = leaf;
        size++;
        for (int niveau = 0; ; niveau++) {
            if (niveau == rijen.size()) {
                rijen.add(new byte[Tegel.VOL * Hash.BYTES]);
            }
            long at = (size >> (Tegel.HOOGTE * niveau)) - 1;
            byte[] rij = rijen.get(niveau);
            System.arraycopy(hash.bytes(), 0, rij, (int) (at % Tegel.VOL) * Hash.BYTES, Hash.BYTES);
            if (breedte(niveau) > 0) {
                return;
            }
            vol.tegel(new Tegel(niveau, at / Tegel.VOL, Tegel.VOL), rij.clone());
            hash = Merkle.complete(rij, 0, Tegel.VOL);
        }
    }

    /// How many hashes stand in the unfinished tile of a level.
    private int breedte(int niveau) {
        return (int) ((size >> (Tegel.HOOGTE * niveau)) % Tegel.VOL);
    }

    /// The root of the tree as it is now.
    public Hash root() {
        Hash root = Merkle.EMPTY;
        boolean isFirst = true;
        for (int niveau = 0; niveau < rijen.size(); niveau++) {
            int over = breedte(niveau);
            while (over > 0) {
                int last = Integer.lowestOneBit(over);
                over -= last;
                Hash deel = Merkle.complete(rijen.get(niveau), over, last);
                root = isFirst ? deel : Merkle.node(deel, root);
                isFirst = false;
            }
        }
        return root;
    }

    /// The unfinished tiles, those without hashes left out.
    public List<Tegel> tegels() {
        return Tegel.edge(size);
    }

    /// The hashes of an unfinished tile.
    ///
    /// @param niveau of a tile in [#tegels]
    public byte[] rij(int niveau) {
        return Arrays.copyOf(rijen.get(niveau), breedte(niveau) * Hash.BYTES);
    }

    /// All unfinished tiles one after another, the lowest level first: with the size, all that must be kept.
    public byte[] bytes() {
        int length = 0;
        for (Tegel tegel : tegels()) {
            length += tegel.breedte() * Hash.BYTES;
        }
        byte[] all = new byte[length];
        int at = 0;
        for (Tegel tegel : tegels()) {
            byte[] rij = rij(tegel.niveau());
            System.arraycopy(rij, 0, all, at, rij.length);
            at += rij.length;
        }
        return all;
    }
}
