// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Whether values are what the definition of their key says.
final class Waardetoets {

    private static final int MAX_VALUE = 4 << 10;
    private static final int MAX_LIST = 8 << 10;

    private Waardetoets() {}

    /// Whether one value has the form, the words and the pattern of its key.
    static boolean accepts(Attribuut attribuut, String waarde) {
        boolean vorm = Waardesoort.of(attribuut.waardesoort())
                .map(soort -> soort.accepts(waarde))
                .orElse(true);
        boolean woord = attribuut.keuzes().isEmpty() || attribuut.keuzes().contains(waarde);
        boolean patroon = attribuut.patroon().isEmpty()
                || Patroon.of(attribuut.patroon()).map(p -> p.matches(waarde)).orElse(true);
        return vorm && woord && patroon;
    }

    /// What a value of this key looks like, Dutch.
    static String expected(Attribuut attribuut) {
        if (!attribuut.keuzes().isEmpty()) {
            return "verwacht is een van " + Citaat.plain(String.join(", ", attribuut.keuzes()));
        }
        if (!attribuut.patroon().isEmpty()) {
            return "verwacht is het patroon " + Citaat.of(attribuut.patroon());
        }
        return "verwacht is "
                + Waardesoort.of(attribuut.waardesoort())
                        .map(Waardesoort::omschrijving)
                        .orElse("tekst");
    }

    /// Whether it is small enough: 4 KiB, or 8 KiB for a list.
    static boolean fits(Attribuut attribuut, List<String> waarden) {
        int bytes = waarden.stream()
                .mapToInt(waarde -> waarde.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        return bytes <= (attribuut.isLijst() ? MAX_LIST : MAX_VALUE);
    }
}
