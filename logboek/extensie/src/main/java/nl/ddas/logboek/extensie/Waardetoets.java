// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nl.ddas.logboek.model.Bsnwacht;

/// Whether values are what the definition of their key says; made once for a key, because it holds the compiled
/// pattern.
///
/// @param patroon empty when there is none, or when it is no regular expression
record Waardetoets(Attribuut attribuut, Optional<Waardesoort> soort, Optional<Patroon> patroon) {

    private static final int MAX_VALUE = 4 << 10;
    private static final int MAX_LIST = 8 << 10;

    static Waardetoets of(Attribuut attribuut) {
        return new Waardetoets(
                attribuut,
                Waardesoort.of(attribuut.waardesoort()),
                Optional.of(attribuut.patroon())
                        .filter(tekst -> !tekst.isEmpty())
                        .flatMap(Patroon::of));
    }

    /// Whether one value has the form, the words and the pattern of its key.
    boolean accepts(String waarde) {
        return soort.map(vorm -> vorm.accepts(waarde)).orElse(true)
                && (attribuut.keuzes().isEmpty() || attribuut.keuzes().contains(waarde))
                && patroon.map(vorm -> vorm.matches(waarde)).orElse(true);
    }

    /// What a value of this key looks like, Dutch: words, else pattern, else form.
    String form() {
        if (!attribuut.keuzes().isEmpty()) {
            return "een van " + String.join(", ", attribuut.keuzes());
        }
        return attribuut.patroon().isEmpty()
                ? soort.map(Waardesoort::omschrijving).orElse("tekst")
                : "het patroon " + attribuut.patroon();
    }

    /// Whether it is small enough: 4 KiB, or 8 KiB for a list.
    boolean fits(List<String> waarden) {
        int bytes = waarden.stream()
                .mapToInt(waarde -> waarde.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        return bytes <= (attribuut.isLijst() ? MAX_LIST : MAX_VALUE);
    }

    /// Whether a value looks like a Burgerservicenummer. A key with a form of its own that has digits in it is left
    /// alone: one in eleven numbers of nine digits looks so by chance.
    boolean looksLikeBsn(String waarde) {
        boolean vrij = patroon.isEmpty() && attribuut.keuzes().isEmpty();
        return vrij
                && soort.map(vorm -> vorm == Waardesoort.TEXT || vorm == Waardesoort.INTEGER)
                        .orElse(true)
                && Bsnwacht.isVerdacht(waarde);
    }
}
