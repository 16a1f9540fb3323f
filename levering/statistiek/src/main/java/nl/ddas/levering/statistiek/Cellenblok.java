// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Counts that hang together by sums, and which of them must stay hidden.
///
/// Each sum (a total and its parts, or a balance) is known to the reader. A sum with exactly one hidden member gives
/// that member away, so the smallest visible member is hidden too, until no such sum is left.
final class Cellenblok<K> {
    private final Map<K, Integer> nummers = new HashMap<>();
    private final List<Long> waarden = new ArrayList<>();
    private final List<int[]> sommen = new ArrayList<>();
    private final BitSet geheim = new BitSet();
    private final Onthullingsprofiel profiel;

    Cellenblok(Onthullingsprofiel profiel) {
        this.profiel = profiel;
    }

    void zet(K plek, long waarde) {
        nummers.put(plek, waarden.size());
        waarden.add(waarde);
    }

    /// Members of one sum; what was not set is left out.
    void som(List<K> leden) {
        sommen.add(leden.stream()
                .filter(nummers::containsKey)
                .mapToInt(this::nummer)
                .toArray());
    }

    /// Hides cells whatever their value.
    void verberg(List<K> plekken) {
        if (profiel == Onthullingsprofiel.STANDAARD) {
            plekken.stream().filter(nummers::containsKey).forEach(plek -> geheim.set(nummer(plek)));
        }
    }

    /// Hides what is small, and then what would give it away. Call after everything is set.
    void bescherm() {
        if (profiel == Onthullingsprofiel.INTERN) {
            return;
        }
        for (int i = 0; i < waarden.size(); i++) {
            if (profiel.isKlein(waarden.get(i))) {
                geheim.set(i);
            }
        }
        boolean veranderd = true;
        while (veranderd) {
            veranderd = false;
            for (int[] som : sommen) {
                if (IntStream.of(som).filter(geheim::get).count() == 1) {
                    OptionalInt extra = kleinste(som);
                    extra.ifPresent(geheim::set);
                    veranderd |= extra.isPresent();
                }
            }
        }
    }

    /// The smallest visible member that is not zero; a zero only when there is nothing else.
    private OptionalInt kleinste(int[] som) {
        return IntStream.of(som)
                .filter(lid -> !geheim.get(lid))
                .boxed()
                .min(Comparator.comparing((Integer lid) -> waarden.get(lid) == 0)
                        .thenComparing(lid -> Math.abs(waarden.get(lid)))
                        .thenComparing(lid -> lid))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private int nummer(K plek) {
        Integer nummer = nummers.get(plek);
        if (nummer == null) {
            throw new IllegalArgumentException("no such cell");
        }
        return nummer;
    }

    boolean isGeheim(K plek) {
        return geheim.get(nummer(plek));
    }

    /// The value as delivered to the reader: in tens under STANDAARD. Only when not hidden.
    long zichtbaar(K plek) {
        return profiel.afgerond(waarden.get(nummer(plek)));
    }

    Cel cel(K plek) {
        return isGeheim(plek) ? new Cel.Geheim() : new Cel.Aantal(zichtbaar(plek));
    }

    /// Share of one cell in another, whole percents.
    Cel procent(K deel, K geheel) {
        long noemer = waarden.get(nummer(geheel));
        if (isGeheim(deel) || isGeheim(geheel) || !profiel.toontPercentage(noemer)) {
            return new Cel.Geheim();
        }
        return new Cel.Procent(Math.floorDiv(zichtbaar(deel) * 200 + zichtbaar(geheel), 2 * zichtbaar(geheel)));
    }
}
