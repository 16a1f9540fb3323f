// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.time.YearMonth;

/// A birth date as a number `jjjjmmdd`, in which month and day may be 0 when unknown.
final class Geboortedag {

    /// No birth date at all.
    static final int GEEN = -1;

    private Geboortedag() {}

    /// Reads `jjjj-mm-dd`, `jjjjmmdd`, `dd-mm-jjjj` and `d-m-jjjj`; [#GEEN] for anything else.
    static int lees(String tekst) {
        if (isJuist(tekst)) {
            return datum(getal(tekst, 0, 4), getal(tekst, 5, 7), getal(tekst, 8, 10));
        }
        if (tekst.length() == 8 && getal(tekst, 0, 8) >= 0) {
            return datum(getal(tekst, 0, 4), getal(tekst, 4, 6), getal(tekst, 6, 8));
        }
        int eerste = scheiding(tekst, 0);
        int tweede = eerste < 1 ? -1 : scheiding(tekst, eerste + 1);
        if (tweede < 0 || eerste > 2 || tweede - eerste > 3 || tekst.length() - tweede != 5) {
            return GEEN;
        }
        return datum(
                getal(tekst, tweede + 1, tekst.length()), getal(tekst, eerste + 1, tweede), getal(tekst, 0, eerste));
    }

    /// Whether it is written `jjjj-mm-dd` and is a day that exists, or one of which day or month is 00.
    static boolean isJuist(String tekst) {
        return tekst.length() == 10
                && tekst.charAt(4) == '-'
                && tekst.charAt(7) == '-'
                && datum(getal(tekst, 0, 4), getal(tekst, 5, 7), getal(tekst, 8, 10)) != GEEN;
    }

    static int jaar(int dag) {
        return dag / 10_000;
    }

    static int maand(int dag) {
        return dag / 100 % 100;
    }

    static int dagVanMaand(int dag) {
        return dag % 100;
    }

    private static int datum(int jaar, int maand, int dag) {
        if (jaar < 1 || maand < 0 || maand > 12 || dag < 0 || (maand == 0 && dag > 0)) {
            return GEEN;
        }
        if (maand > 0 && dag > 28 && dag > YearMonth.of(jaar, maand).lengthOfMonth()) {
            return GEEN;
        }
        return jaar * 10_000 + maand * 100 + dag;
    }

    private static int scheiding(String tekst, int vanaf) {
        for (int i = vanaf; i < tekst.length(); i++) {
            char teken = tekst.charAt(i);
            if (teken == '-' || teken == '/' || teken == '.') {
                return i;
            }
        }
        return -1;
    }

    private static int getal(String tekst, int begin, int eind) {
        int getal = 0;
        for (int i = begin; i < eind; i++) {
            int cijfer = tekst.charAt(i) - '0';
            if (cijfer < 0 || cijfer > 9) {
                return -1;
            }
            getal = getal * 10 + cijfer;
        }
        return eind > begin ? getal : -1;
    }
}
