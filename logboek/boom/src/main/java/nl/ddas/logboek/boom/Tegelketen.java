// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.ddas.logboek.boom.Boombevinding.Soort;

/// Believes tiles one after another: first those at the right edge, when together they make the signed root;
/// then each full one that hashes to what the tile above it says. Keeps one tile of each level. Not safe for
/// many threads.
final class Tegelketen {

    private final Checkpoint kop;
    private final Bevindingen bevindingen;
    private final List<Tegel> rand;
    private final Map<Integer, byte[]> randrijen = new HashMap<>();
    private final Map<Integer, Open> open = new HashMap<>();

    /// The tile of a level that was read last.
    private record Open(long nummer, byte[] rij) {}

    Tegelketen(Checkpoint kop, Bevindingen bevindingen) {
        this.kop = kop;
        this.bevindingen = bevindingen;
        this.rand = Tegel.edge(kop.size());
        if (rand.isEmpty() && !kop.root().equals(Merkle.EMPTY)) {
            bevindingen.add(Soort.WORTEL, "Het checkpoint is van een lege boom, maar heeft een andere wortel.");
        }
    }

    /// Takes the next tile; those above it came before.
    void add(Tegel tegel, byte[] rij) {
        if (rand.contains(tegel)) {
            edge(tegel, rij);
        } else if (tegel.isVol() && tegel.nummer() < kop.size() >> (Tegel.HOOGTE * (tegel.niveau() + 1))) {
            open.put(tegel.niveau(), new Open(tegel.nummer(), rij));
            Optional<Hash> above = hash(tegel.niveau() + 1, tegel.nummer());
            if (above.isEmpty()) {
                bevindingen.add(Soort.TEGEL, name(tegel) + " hangt nergens aan: de tegel erboven ontbreekt.");
            } else if (!above.get().equals(Merkle.complete(rij, 0, Tegel.VOL))) {
                bevindingen.add(Soort.TEGEL, name(tegel) + " hoort niet bij de boom die is ondertekend.");
            }
        } else {
            bevindingen.add(
                    Soort.TEGEL, name(tegel) + " past niet in een boom van " + Leesbaar.bladeren(kop.size()) + ".");
        }
    }

    private static String name(Tegel tegel) {
        String what = "Tegel " + tegel.path();
        if (tegel.niveau() > 0) {
            return what;
        }
        long first = tegel.nummer() * Tegel.VOL;
        return what + " (regel " + new Bereik(first, first + tegel.breedte()).tekst() + ")";
    }

    private void edge(Tegel tegel, byte[] rij) {
        // The first copy is held against the signed root: another one after it would escape that.
        if (randrijen.putIfAbsent(tegel.niveau(), rij) != null) {
            bevindingen.add(Soort.TEGEL, name(tegel) + " staat er twee keer.");
            return;
        }
        if (randrijen.size() < rand.size()) {
            return;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        rand.forEach(one -> all.writeBytes(Objects.requireNonNull(randrijen.get(one.niveau()))));
        if (!Boomrand.of(kop.size(), all.toByteArray()).root().equals(kop.root())) {
            bevindingen.add(
                    Soort.WORTEL,
                    "De boom is niet de boom van het checkpoint: de hashes leiden tot een andere wortel. Welke regels anders"
                            + " zijn, is hieruit niet te zien.");
        }
    }

    /// Whether the tiles at the right edge are all there; if not, that is a finding.
    boolean hasEdge() {
        boolean isWhole = randrijen.size() == rand.size();
        if (!isWhole) {
            bevindingen.add(Soort.TEGEL, "De tegels aan de rechterkant van de boom zijn er niet allemaal.");
        }
        return isWhole;
    }

    /// The hash that stands somewhere in the tree; empty when the tile with it was not read, or is closed already.
    Optional<Hash> hash(int niveau, long index) {
        long nummer = index >> Tegel.HOOGTE;
        return row(niveau, nummer)
                .filter(rij -> index % Tegel.VOL < rij.length / Hash.BYTES)
                .map(rij -> Hash.in(rij, (int) (index % Tegel.VOL)));
    }

    /// The tile at this place, when it was read last of its level.
    Optional<byte[]> row(int niveau, long nummer) {
        if (nummer == kop.size() >> (Tegel.HOOGTE * (niveau + 1))) {
            return Optional.ofNullable(randrijen.get(niveau));
        }
        return Optional.ofNullable(open.get(niveau))
                .filter(one -> one.nummer() == nummer)
                .map(Open::rij);
    }
}
