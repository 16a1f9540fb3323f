// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.util.OptionalInt;

/// Which levering and traject a JSON pointer lies in.
record Traject(OptionalInt levering, OptionalInt index) {

    /// Reads the numbers out of `/leveringen/1/schuldhulptrajecten/3/...`, with or without `/gegevens` before
    /// it.
    static Traject van(String pointer) {
        return new Traject(getal(pointer, "/leveringen/"), getal(pointer, "/schuldhulptrajecten/"));
    }

    private static OptionalInt getal(String pointer, String na) {
        int begin = pointer.indexOf(na);
        if (begin < 0) {
            return OptionalInt.empty();
        }
        int getal = 0;
        int i = begin + na.length();
        int eerste = i;
        while (i < pointer.length() && pointer.charAt(i) >= '0' && pointer.charAt(i) <= '9' && i < eerste + 9) {
            getal = getal * 10 + (pointer.charAt(i++) - '0');
        }
        return i == eerste ? OptionalInt.empty() : OptionalInt.of(getal);
    }
}
