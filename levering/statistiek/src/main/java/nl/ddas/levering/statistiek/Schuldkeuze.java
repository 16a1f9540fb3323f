// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.ddas.levering.model.Schuld;

/// Debts of all sources without counting one twice: for each creditor, kind and private or business the list of the one
/// source that has most of them. Debts of a couple are the main cause of overcounting, so nothing is added up over
/// sources.
final class Schuldkeuze {
    private Schuldkeuze() {}

    static List<Schuld> kies(List<Bijdrage> bijdragen) {
        Map<String, List<Schuld>> perSchuldeiser = new TreeMap<>();
        for (Bijdrage bijdrage : bijdragen.stream()
                .sorted(Rangorde.NIEUWSTE.thenComparing(een -> een.bron().plaats()))
                .toList()) {
            Map<String, List<Schuld>> hier = new TreeMap<>();
            bijdrage.traject().schulden().forEach(schuld -> hier.computeIfAbsent(
                            sleutel(schuld), nieuw -> new ArrayList<>())
                    .add(schuld));
            hier.forEach((wie, schulden) ->
                    perSchuldeiser.merge(wie, schulden, (eerder, nu) -> nu.size() > eerder.size() ? nu : eerder));
        }
        return perSchuldeiser.values().stream().flatMap(List::stream).toList();
    }

    /// Sum of the debts, empty when there are none with an amount.
    static Optional<Long> som(List<Schuld> schulden) {
        return schulden.stream().flatMap(schuld -> schuld.bedrag().stream()).reduce(Long::sum);
    }

    /// Whether amounts differ by more than 5 % and more than 500 euro.
    static boolean lopenUiteen(List<Long> bedragen) {
        if (bedragen.isEmpty()) {
            return false;
        }
        long hoogste = bedragen.stream().max(Comparator.naturalOrder()).orElseThrow();
        long laagste = bedragen.stream().min(Comparator.naturalOrder()).orElseThrow();
        double verschil = (double) hoogste - laagste;
        return verschil > 500 && verschil > 0.05 * Math.abs((double) hoogste);
    }

    private static String sleutel(Schuld schuld) {
        String wie = schuld.schuldeiser()
                .flatMap(eiser -> eiser.kvknummer()
                        .map(String::strip)
                        .filter(nummer -> !nummer.isEmpty())
                        .or(eiser::naam)
                        .or(eiser::naamVanSubject))
                .orElse("");
        return wie.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "")
                + "|" + schuld.schuldsoort().map(soort -> soort.tekst()).orElse("")
                + "|" + schuld.zakelijkeSchuld().map(String::valueOf).orElse("");
    }
}
