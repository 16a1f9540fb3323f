// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.ddas.logboek.boom.Boombevinding.Soort;

/// Holds leaves against the tree, tile by tile: which are changed, missing, too many or in each other's place.
/// Keeps what does not fit until the end, to see whether it fits elsewhere. Not safe for many threads.
final class Bladtoets {

    /// More than these are only counted.
    private static final int MEESTE = 100_000;

    private final Tegelketen keten;
    private final Bevindingen bevindingen;
    private final long size;
    private final boolean isAlles;
    private final BitSet gezien = new BitSet(Tegel.VOL);
    private final List<Anders> anders = new ArrayList<>();
    private final Map<Long, Hash> gemist = new HashMap<>();
    private long tegel = -1;
    private long vorige = -1;

    /// A leaf that is not what the tree says.
    private record Anders(long nummer, Hash hash, Hash verwacht, String kenmerk) {}

    /// @param isAlles whether all leaves should come
    Bladtoets(Tegelketen keten, Bevindingen bevindingen, long size, boolean isAlles) {
        this.keten = keten;
        this.bevindingen = bevindingen;
        this.size = size;
        this.isAlles = isAlles;
    }

    /// Takes the next leaf.
    ///
    /// @param kenmerk by what people know the line, or empty
    /// @return whether it is what the tree says
    boolean add(long nummer, Hash hash, String kenmerk) {
        if (nummer >= size) {
            bevindingen.add(
                    Soort.TOEGEVOEGD,
                    nummer,
                    "Regel " + nummer + kenmerk + " staat niet in de boom: die heeft " + Leesbaar.bladeren(size)
                            + ", genummerd vanaf 0.");
            return false;
        }
        if (!isPlaced(nummer, kenmerk)) {
            return false;
        }
        Optional<Hash> verwacht = keten.hash(0, nummer);
        if (verwacht.isEmpty() || verwacht.get().equals(hash)) {
            return verwacht.isPresent();
        }
        if (anders.size() < MEESTE) {
            anders.add(new Anders(nummer, hash, verwacht.get(), kenmerk));
        } else {
            changed(nummer, kenmerk);
        }
        return false;
    }

    private boolean isPlaced(long nummer, String kenmerk) {
        long of = nummer / Tegel.VOL;
        if (of < tegel || (of == tegel && gezien.get((int) (nummer % Tegel.VOL)))) {
            bevindingen.add(
                    Soort.TOEGEVOEGD,
                    nummer,
                    "Regel " + nummer + kenmerk + " komt twee keer voor, of staat ver buiten zijn volgorde.");
            return false;
        }
        if (of > tegel) {
            close();
            if (isAlles) {
                missing(tegel + 1, of);
            }
            tegel = of;
            if (keten.row(0, of).isEmpty()) {
                bevindingen.add(
                        Soort.TEGEL,
                        nummer,
                        "De tegel bij regel " + nummer + " ontbreekt: de regels daarvan zijn niet te controleren.");
            }
        } else if (nummer < vorige) {
            bevindingen.add(
                    Soort.VOLGORDE,
                    nummer,
                    "Regel " + nummer + kenmerk + " staat niet in de volgorde van het logboek.");
        }
        gezien.set((int) (nummer % Tegel.VOL));
        vorige = nummer;
        return true;
    }

    /// Whole tiles that did not come.
    private void missing(long from, long to) {
        if (to > from) {
            Bereik bereik = new Bereik(from * Tegel.VOL, Math.min(size, to * Tegel.VOL));
            bevindingen.add(Soort.ONTBREEKT, bereik.van(), "Regel " + bereik.tekst() + " ontbreekt.");
        }
    }

    private void close() {
        if (tegel < 0) {
            return;
        }
        long first = tegel * Tegel.VOL;
        int many = (int) Math.min(Tegel.VOL, size - first);
        for (int at = gezien.nextClearBit(0); at < many; at = gezien.nextClearBit(at + 1)) {
            Optional<Hash> verwacht = keten.hash(0, first + at);
            if (verwacht.isPresent() && gemist.size() < MEESTE) {
                gemist.put(first + at, verwacht.get());
            } else {
                missing(first + at);
            }
        }
        gezien.clear();
    }

    /// No more leaves come.
    void end() {
        close();
        if (isAlles) {
            missing(tegel + 1, (size + Tegel.VOL - 1) / Tegel.VOL);
        }
        Map<Hash, Long> plaatsen = new HashMap<>();
        gemist.forEach((nummer, hash) -> plaatsen.put(hash, nummer));
        anders.forEach(one -> plaatsen.put(one.verwacht(), one.nummer()));
        Set<Hash> er = new HashSet<>();
        anders.forEach(one -> er.add(one.hash()));
        gemist.keySet().stream()
                .sorted()
                .filter(nummer -> !er.contains(gemist.get(nummer)))
                .forEach(this::missing);
        for (Anders one : anders) {
            Optional<Long> place = Optional.ofNullable(plaatsen.get(one.hash()));
            if (place.isEmpty()) {
                changed(one.nummer(), one.kenmerk());
                continue;
            }
            bevindingen.add(
                    Soort.VERPLAATST,
                    one.nummer(),
                    "Op plaats " + one.nummer() + " staat de regel" + one.kenmerk() + " die op plaats " + place.get()
                            + " hoort.");
            if (!er.contains(one.verwacht())) {
                missing(one.nummer());
            }
        }
    }

    private void missing(long nummer) {
        bevindingen.add(Soort.ONTBREEKT, nummer, "Regel " + nummer + " ontbreekt: in de boom staat hij wel.");
    }

    private void changed(long nummer, String kenmerk) {
        bevindingen.add(
                Soort.GEWIJZIGD,
                nummer,
                "Regel " + nummer + kenmerk + " is gewijzigd: dit is niet wat er bij het vastleggen stond.");
    }
}
