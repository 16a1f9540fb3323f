// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Storing lines of which one may be such that the store cannot hold it: that one may not take the others along.
final class Bewaarslag {

    private Bewaarslag() {}

    /// What became of lines.
    sealed interface Uitslag {

        /// @param opslag for each line in the order offered; empty for one that cannot be stored
        record Gedaan(List<Optional<Opslag>> opslag) implements Uitslag {
            public Gedaan {
                opslag = List.copyOf(opslag);
            }
        }

        /// No room now. Some may be in the log; to be offered again whole.
        record Vol() implements Uitslag {}
    }

    /// Offers them together, and one by one when one of them cannot be stored.
    static Uitslag add(Logregels regels, List<Inboeking> good) {
        try {
            return switch (regels.add(good)) {
                case Boeking.Vol _ -> new Uitslag.Vol();
                case Boeking.Geboekt(List<Opslag> opslag) ->
                    new Uitslag.Gedaan(opslag.stream().map(Optional::of).toList());
            };
        } catch (Onbewaarbaar _) {
            return apart(regels, good);
        }
    }

    private static Uitslag apart(Logregels regels, List<Inboeking> good) {
        List<Optional<Opslag>> opslag = new ArrayList<>(good.size());
        for (Inboeking one : good) {
            try {
                switch (regels.add(List.of(one))) {
                    case Boeking.Vol _ -> {
                        return new Uitslag.Vol();
                    }
                    case Boeking.Geboekt(List<Opslag> done) -> opslag.add(Optional.of(done.getFirst()));
                }
            } catch (Onbewaarbaar _) {
                opslag.add(Optional.empty());
            }
        }
        return new Uitslag.Gedaan(opslag);
    }
}
