// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.ddas.basis.Sha256;

/// A tree in memory with invented entries, and its tiles.
final class Proefboom implements Tegels {

    final Boomrand rand = new Boomrand();
    private final Map<Tegel, byte[]> vol = new HashMap<>();

    static Proefboom of(int size) {
        Proefboom boom = new Proefboom();
        entries(size).forEach(boom::add);
        return boom;
    }

    static List<byte[]> entries(int size) {
        return IntStream.range(0, size).mapToObj(Proefboom::entry).toList();
    }

    static byte[] entry(int nummer) {
        return Sha256.of(("entry " + nummer).getBytes(StandardCharsets.UTF_8));
    }

    void add(byte[] entry) {
        rand.add(Merkle.leaf(entry), (tegel, hashes) -> vol.put(tegel, hashes));
    }

    Boombewijs bewijs() {
        return new Boombewijs(this, rand.size());
    }

    Checkpoint checkpoint(String origin) {
        return new Checkpoint(origin, rand.size(), rand.root());
    }

    @Override
    public byte[] read(Tegel tegel) throws Ontbreekt {
        byte[] whole = Optional.ofNullable(vol.get(tegel.vol())).orElseGet(() -> rand.tegels().stream()
                .filter(one -> one.niveau() == tegel.niveau() && one.nummer() == tegel.nummer())
                .findFirst()
                .map(one -> rand.rij(one.niveau()))
                .orElse(new byte[0]));
        if (whole.length < tegel.breedte() * Hash.BYTES) {
            throw new Ontbreekt(tegel);
        }
        return Arrays.copyOf(whole, tegel.breedte() * Hash.BYTES);
    }
}
