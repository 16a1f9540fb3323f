// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import nl.ddas.logboek.boom.Boombevinding.Soort;

/// Whether older heads are beginnings of the tree: makes the tree again while its leaves go by, and looks at
/// the root at their sizes. Not safe for many threads.
final class Voorgangers {

    private final Checkpoint kop;
    private final Bevindingen bevindingen;
    private final Boomrand rand = new Boomrand();
    private final TreeMap<Long, Hash> wortels = new TreeMap<>();

    /// @param older sizes that will be asked for
    Voorgangers(Checkpoint kop, Bevindingen bevindingen, List<Checkpoint> older) {
        this.kop = kop;
        this.bevindingen = bevindingen;
        older.forEach(one -> wortels.put(one.size(), Merkle.EMPTY));
        wortels.put(0L, Merkle.EMPTY);
    }

    /// Takes the hashes of leaves; passes over those that do not follow on the ones before.
    void add(long first, byte[] rij) {
        if (first != rand.size() || first >= wortels.lastKey()) {
            return;
        }
        for (int i = 0; i < rij.length / Hash.BYTES; i++) {
            rand.add(Hash.in(rij, i), (_, _) -> {});
            if (wortels.containsKey(rand.size())) {
                wortels.put(rand.size(), rand.root());
            }
        }
    }

    private Optional<Hash> root(long size) {
        if (size == kop.size()) {
            return Optional.of(kop.root());
        }
        return rand.size() >= size ? Optional.ofNullable(wortels.get(size)) : Optional.empty();
    }

    /// Looks whether an older head is a beginning of the tree.
    ///
    /// @param wat which it is, for people
    /// @param bewijs proof from there to the newest head, for when the leaves were not all there
    /// @return whether that is proven
    boolean check(String wat, Checkpoint older, List<Hash> bewijs) {
        String which = wat + " (" + Leesbaar.bladeren(older.size()) + ")";
        if (!older.origin().equals(kop.origin())) {
            bevindingen.add(Soort.VORIGE, which + " is van een ander logboek: " + older.origin() + ".");
            return false;
        }
        if (older.size() > kop.size()) {
            bevindingen.add(
                    Soort.VORIGE,
                    which
                            + " is groter dan deze boom: er zijn regels van het einde verdwenen, of dit is een oude kopie.");
            return false;
        }
        Optional<Hash> root = root(older.size());
        if (root.isPresent()) {
            return equal(which, root.get().equals(older.root()));
        }
        if (bewijs.isEmpty()) {
            bevindingen.add(
                    Soort.VORIGE,
                    which
                            + " is hiermee niet na te gaan. Gebruik een export van het hele logboek, of het adres ervan.");
            return false;
        }
        return equal(which, Bewijstoets.extend(older.size(), older.root(), kop.size(), kop.root(), bewijs));
    }

    private boolean equal(String which, boolean goesOn) {
        if (!goesOn) {
            bevindingen.add(
                    Soort.VORIGE,
                    which + " is geen begin van deze boom: wat toen was vastgelegd, is daarna herschreven.");
        }
        return goesOn;
    }
}
