// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Questions about a value, nested ones included.
final class Waardetoets {

    private static final int MAX_TEKST = 4096;
    private static final int MAX_LIJST = 8192;

    private Waardetoets() {}

    /// Whether no group holds a name twice.
    static boolean isUniek(Waarde waarde) {
        return switch (waarde) {
            case Waarde.Lijst(List<Waarde> waarden) -> waarden.stream().allMatch(Waardetoets::isUniek);
            case Waarde.Groep(List<Attribuut> leden) -> {
                Set<String> namen = new HashSet<>();
                yield leden.stream().allMatch(lid -> namen.add(lid.sleutel()) && isUniek(lid.waarde()));
            }
            case Waarde.Tekst _, Waarde.Geheel _, Waarde.Breuk _, Waarde.Vlag _, Waarde.Bytes _, Waarde.Leeg _ -> true;
        };
    }

    static boolean isUnicode(Attribuut one) {
        return isUnicode(one.sleutel()) && isUnicode(one.waarde());
    }

    private static boolean isUnicode(Waarde waarde) {
        return switch (waarde) {
            case Waarde.Tekst(String tekst) -> isUnicode(tekst);
            case Waarde.Lijst(List<Waarde> waarden) -> waarden.stream().allMatch(Waardetoets::isUnicode);
            case Waarde.Groep(List<Attribuut> leden) -> leden.stream().allMatch(Waardetoets::isUnicode);
            case Waarde.Geheel _, Waarde.Breuk _, Waarde.Vlag _, Waarde.Bytes _, Waarde.Leeg _ -> true;
        };
    }

    /// No half characters, which have no bytes, and no NUL, which PostgreSQL does not take.
    static boolean isUnicode(String tekst) {
        for (int i = 0; i < tekst.length(); i++) {
            char c = tekst.charAt(i);
            boolean isPair = Character.isHighSurrogate(c)
                    && i + 1 < tekst.length()
                    && Character.isLowSurrogate(tekst.charAt(i + 1));
            if (c == 0 || (Character.isSurrogate(c) && !isPair)) {
                return false;
            }
            if (isPair) {
                i++;
            }
        }
        return true;
    }

    static boolean isLarge(Waarde waarde) {
        return length(waarde) > (waarde instanceof Waarde.Lijst ? MAX_LIJST : MAX_TEKST);
    }

    static long length(Waarde waarde) {
        return switch (waarde) {
            case Waarde.Tekst(String tekst) -> tekst.length();
            case Waarde.Bytes(Octetten bytes) -> bytes.length();
            case Waarde.Lijst(List<Waarde> waarden) ->
                waarden.stream().mapToLong(Waardetoets::length).sum();
            case Waarde.Groep(List<Attribuut> leden) ->
                leden.stream()
                        .mapToLong(lid -> lid.sleutel().length() + length(lid.waarde()))
                        .sum();
            case Waarde.Geheel _, Waarde.Breuk _, Waarde.Vlag _, Waarde.Leeg _ -> 8;
        };
    }

    /// The text that a number, or true or false, becomes; empty for what is text or list already, or cannot be one.
    static Optional<String> asText(Waarde waarde) {
        return switch (waarde) {
            case Waarde.Geheel(long getal) -> Optional.of(Long.toString(getal));
            case Waarde.Breuk(double getal) -> Optional.of(Double.toString(getal));
            case Waarde.Vlag(boolean waar) -> Optional.of(Boolean.toString(waar));
            case Waarde.Tekst _, Waarde.Lijst _, Waarde.Groep _, Waarde.Bytes _, Waarde.Leeg _ -> Optional.empty();
        };
    }
}
