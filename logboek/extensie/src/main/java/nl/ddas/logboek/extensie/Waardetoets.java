// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.ddas.logboek.model.Bsnwacht;

/// Whether values are what the definition of their key says; made once for a key, because it holds the compiled
/// pattern.
///
/// @param patroon empty when there is none, or when it is no regular expression
record Waardetoets(Attribuut attribuut, Optional<Waardesoort> soort, Optional<Patroon> patroon) {

    private static final Pattern NUMMER = Pattern.compile("(?<!\\d)\\d{8,9}(?!\\d)");
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

    /// Whether a value looks like a Burgerservicenummer, and not like a number of its own.
    boolean looksLikeBsn(String waarde) {
        return Bsnwacht.isVerdacht(waarde) && !isEigenNummer(waarde);
    }

    /// Whether the numbers in a value are there because the definition wants just these digits there, beside something
    /// else: one in eleven numbers of nine digits looks like a Burgerservicenummer by chance. So it is one of the
    /// words of the key, or fits its pattern while neither the number alone, nor the value with a digit
    /// less, nor with letters for the number does.
    boolean isEigenNummer(String waarde) {
        if (attribuut.keuzes().contains(waarde)) {
            return true;
        }
        return patroon.filter(vorm -> vorm.matches(waarde) && isDemanded(vorm, waarde))
                .isPresent();
    }

    private static boolean isDemanded(Patroon vorm, String waarde) {
        Matcher nummer = NUMMER.matcher(waarde);
        boolean isGevonden = false;
        while (nummer.find()) {
            String voor = waarde.substring(0, nummer.start());
            String na = waarde.substring(nummer.end());
            String cijfers = nummer.group();
            boolean isVrij = Stream.of(
                            cijfers, voor + cijfers.substring(1) + na, voor + "x".repeat(cijfers.length()) + na)
                    .anyMatch(anders -> vorm.judge(anders) != Patroon.Uitkomst.PAST_NIET);
            if (isVrij) {
                return false;
            }
            isGevonden = true;
        }
        return isGevonden;
    }
}
