// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.Locale;
import java.util.Optional;
import nl.ddas.levering.model.Gemeentecode;
import nl.ddas.levering.model.Organisatie;

/// What makes two leveringen come from the same organisation: the KvK number, else the gemeentecode, else the name.
///
/// @param waarde eight digits, `GM0518`, or the name in lower case with single blanks
public record Organisatiesleutel(Soort soort, String waarde) implements Comparable<Organisatiesleutel> {
    /// What the key was made of.
    public enum Soort {
        KVK,
        GEMEENTE,
        NAAM
    }

    /// The key of an organisation; one without any of the three has an empty name.
    public static Organisatiesleutel van(Organisatie organisatie) {
        Optional<String> kvk = organisatie
                .kvkNummer()
                .map(tekst -> tekst.replaceAll("[\\s.]", ""))
                .filter(tekst -> !tekst.isEmpty());
        if (kvk.isPresent()) {
            return new Organisatiesleutel(Soort.KVK, voorNul(kvk.get()));
        }
        return organisatie
                .gemeentecode()
                .flatMap(Gemeentecode::lees)
                .map(code -> new Organisatiesleutel(Soort.GEMEENTE, code.code()))
                .orElseGet(() -> new Organisatiesleutel(
                        Soort.NAAM,
                        organisatie
                                .statutaireNaam()
                                .orElse("")
                                .strip()
                                .replaceAll("\\s+", " ")
                                .toLowerCase(Locale.ROOT)));
    }

    private static String voorNul(String cijfers) {
        return cijfers.length() < 8 && cijfers.chars().allMatch(c -> c >= '0' && c <= '9')
                ? "0".repeat(8 - cijfers.length()) + cijfers
                : cijfers;
    }

    /// Whether this is the gemeente itself.
    boolean is(Gemeentecode gemeente) {
        return soort == Soort.GEMEENTE && waarde.equals(gemeente.code());
    }

    @Override
    public int compareTo(Organisatiesleutel ander) {
        int eerst = soort.compareTo(ander.soort);
        return eerst != 0 ? eerst : waarde.compareTo(ander.waarde);
    }
}
