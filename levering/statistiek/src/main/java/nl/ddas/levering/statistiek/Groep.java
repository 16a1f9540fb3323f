// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.ddas.levering.model.Gemeentecode;

/// The source records that together are one traject.
///
/// @param bronnen at least one, sorted by place
public record Groep(List<Bronrecord> bronnen) {

    /// From the earliest begin to the latest end; open when one of the sources is open.
    public Looptijd looptijd() {
        int begin = Integer.MAX_VALUE;
        int einde = Integer.MIN_VALUE;
        for (Bronrecord bron : bronnen) {
            begin = Math.min(begin, bron.looptijd().begin());
            einde = Math.max(einde, bron.looptijd().einde());
        }
        return new Looptijd(begin, einde);
    }

    /// The known gemeente. When there are more (gemeenteregel NEGEREN): that of a gemeente that delivers itself, else
    /// of the earliest start.
    public Optional<Gemeentecode> gemeente() {
        return bronnen.stream()
                .filter(bron -> bron.gemeentenummer() != 0)
                .min(Comparator.comparing((Bronrecord bron) -> !bron.isVanGemeenteZelf())
                        .thenComparing(bron -> bron.looptijd().begin())
                        .thenComparing(Bronrecord::plaats))
                .flatMap(Bronrecord::gemeente);
    }

    /// The recognised persons, each once, sorted.
    public List<Sleutel> personen() {
        return bronnen.stream()
                .flatMap(bron -> bron.personen().stream())
                .map(Persoonssleutels::persoon)
                .filter(Sleutel::isBekend)
                .distinct()
                .sorted()
                .toList();
    }
}
