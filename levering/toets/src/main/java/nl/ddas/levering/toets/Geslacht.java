// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.util.Locale;

/// The spellings of sex that are understood beside Man, Vrouw, Onbekend and Leeg.
final class Geslacht {

    private Geslacht() {}

    /// The value of the list that is meant; empty text when it cannot be told.
    static String van(String waarde) {
        return switch (waarde.strip().toLowerCase(Locale.ROOT)) {
            case "m", "1", "man", "mannelijk" -> "Man";
            case "v", "2", "vrouw", "vrouwelijk", "w", "f" -> "Vrouw";
            case "o", "0", "onbekend", "u", "x", "9" -> "Onbekend";
            case "leeg" -> "Leeg";
            default -> "";
        };
    }

    /// 1 for Man, 2 for Vrouw, 0 for anything else.
    static int getal(String waarde) {
        if (waarde.isEmpty()) {
            return 0;
        }
        String juist = waarde.equals("Man") || waarde.equals("Vrouw") ? waarde : van(waarde);
        return juist.equals("Man") ? 1 : juist.equals("Vrouw") ? 2 : 0;
    }
}
