// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// A condition over the values of one line. Only comparison, choice, presence, and, or and not: nothing of it can run.
public sealed interface Voorwaarde {

    /// A key stands on the line.
    record Aanwezig(String sleutel) implements Voorwaarde {}

    /// Two values compared; numbers as numbers, all else letter by letter (so dates in ISO form go by time).
    record Vergelijking(Term links, Teken teken, Term rechts) implements Voorwaarde {}

    /// A value is one of these.
    record EenVan(Term links, List<Term> keuzes) implements Voorwaarde {}

    /// Not so.
    record Niet(Voorwaarde deel) implements Voorwaarde {}

    /// All of them.
    record En(List<Voorwaarde> delen) implements Voorwaarde {}

    /// At least one of them.
    record Of(List<Voorwaarde> delen) implements Voorwaarde {}

    /// What is compared.
    sealed interface Term {
        /// The value of a key.
        record Sleutel(String sleutel) implements Term {}

        /// This word.
        record Woord(String woord) implements Term {}
    }

    /// How is compared.
    enum Teken {
        GELIJK,
        ONGELIJK,
        MINSTENS,
        HOOGSTENS
    }

    Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

    /// What this says of a line.
    ///
    /// @param waarden the values of each key; several for a list
    default Waarheid judge(Map<String, List<String>> waarden) {
        return switch (this) {
            case Aanwezig(String sleutel) -> Waarheid.of(waarden.containsKey(sleutel));
            case Vergelijking(Term links, Teken teken, Term rechts) ->
                compare(values(links, waarden), teken, values(rechts, waarden));
            case EenVan(Term links, List<Term> keuzes) ->
                Waarheid.any(keuzes.stream()
                        .map(keuze -> compare(values(links, waarden), Teken.GELIJK, values(keuze, waarden)))
                        .toList());
            case Niet(Voorwaarde deel) -> deel.judge(waarden).not();
            case En(List<Voorwaarde> delen) ->
                Waarheid.all(delen.stream().map(deel -> deel.judge(waarden)).toList());
            case Of(List<Voorwaarde> delen) ->
                Waarheid.any(delen.stream().map(deel -> deel.judge(waarden)).toList());
        };
    }

    /// The keys that it looks at, in order of the alphabet.
    default Set<String> sleutels() {
        Set<String> gevonden = new TreeSet<>();
        collect(gevonden);
        return gevonden;
    }

    private void collect(Set<String> gevonden) {
        switch (this) {
            case Aanwezig(String sleutel) -> gevonden.add(sleutel);
            case Vergelijking(Term links, Teken _, Term rechts) ->
                List.of(links, rechts).forEach(t -> collect(t, gevonden));
            case EenVan(Term links, List<Term> keuzes) -> {
                collect(links, gevonden);
                keuzes.forEach(keuze -> collect(keuze, gevonden));
            }
            case Niet(Voorwaarde deel) -> deel.collect(gevonden);
            case En(List<Voorwaarde> delen) -> delen.forEach(deel -> deel.collect(gevonden));
            case Of(List<Voorwaarde> delen) -> delen.forEach(deel -> deel.collect(gevonden));
        }
    }

    private static void collect(Term term, Set<String> gevonden) {
        if (term instanceof Term.Sleutel(String sleutel)) {
            gevonden.add(sleutel);
        }
    }

    private static List<String> values(Term term, Map<String, List<String>> waarden) {
        return switch (term) {
            case Term.Sleutel(String sleutel) -> waarden.getOrDefault(sleutel, List.of());
            case Term.Woord(String woord) -> List.of(woord);
        };
    }

    /// Of lists: whether it holds for one of their values.
    private static Waarheid compare(List<String> links, Teken teken, List<String> rechts) {
        if (links.isEmpty() || rechts.isEmpty()) {
            return Waarheid.ONBEKEND;
        }
        return Waarheid.of(links.stream().anyMatch(l -> rechts.stream().anyMatch(r -> holds(order(l, r), teken))));
    }

    private static int order(String links, String rechts) {
        boolean numbers =
                NUMBER.matcher(links).matches() && NUMBER.matcher(rechts).matches();
        return numbers ? new BigDecimal(links).compareTo(new BigDecimal(rechts)) : links.compareTo(rechts);
    }

    private static boolean holds(int order, Teken teken) {
        return switch (teken) {
            case GELIJK -> order == 0;
            case ONGELIJK -> order != 0;
            case MINSTENS -> order >= 0;
            case HOOGSTENS -> order <= 0;
        };
    }
}
