// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.List;

/// Finds a text of a list in the characters of the parser, without making a text of them.
final class Keuzes {

    private Keuzes() {}

    /// The index of the text that these characters are, -1 when none is.
    static int zoek(List<String> keuzes, char[] tekens, int begin, int lengte) {
        for (int i = 0; i < keuzes.size(); i++) {
            if (zijn(keuzes.get(i), tekens, begin, lengte)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean zijn(String keuze, char[] tekens, int begin, int lengte) {
        if (keuze.length() != lengte) {
            return false;
        }
        for (int i = 0; i < lengte; i++) {
            if (keuze.charAt(i) != tekens[begin + i]) {
                return false;
            }
        }
        return true;
    }
}
