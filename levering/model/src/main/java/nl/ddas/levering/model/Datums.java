// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.time.LocalDate;
import java.util.Optional;

/// Reads dates as they come: strictly for the model, tolerantly for a date of birth.
public final class Datums {

    /// What [#lees(char\[\], int, int)] answers when the characters are no date.
    static final int GEEN = Integer.MIN_VALUE;

    private Datums() {}

    /// A date as `JJJJ-MM-DD` that exists in the calendar; empty for anything else.
    public static Optional<LocalDate> datum(String tekst) {
        int gepakt = lees(tekst.toCharArray(), 0, tekst.length());
        return gepakt == GEEN ? Optional.empty() : Optional.of(pakUit(gepakt));
    }

    /// What a text says about a date of birth; empty when it says nothing that we understand.
    ///
    /// Understood are `JJJJ-MM-DD`, `JJJJ-MM-00` and `JJJJ-00-00` (partly unknown, as the base registry writes
    /// it). Also understood, but counted as converted (rule K-07): blanks around it, a time after it
    /// (`1980-05-01T00:00:00`, of which the day counts as written), `jjjjmmdd`, and day, month and year in the
    /// Dutch order with `-`, `/` or `.` between them (`01-05-1980`, `1/5/1980`).
    public static Optional<Geboortedatum> geboortedatum(String tekst) {
        String datum = zonderTijd(tekst.strip());
        boolean omgezet = datum.length() != tekst.length();
        int eerste = scheiding(datum, 0);
        if (eerste < 0) {
            return datum.length() == 8 ? geboortedatum(datum, 0, 4, 6, 8, 6, true) : Optional.empty();
        }
        int tweede = scheiding(datum, eerste + 1);
        if (heeftVormVanDatum(datum)) {
            return geboortedatum(datum, 0, 5, 8, 10, 7, omgezet);
        }
        boolean nederlands = eerste <= 2 && tweede <= eerste + 3 && datum.length() == tweede + 5;
        return nederlands ? geboortedatum(datum, tweede + 1, eerste + 1, 0, eerste, tweede, true) : Optional.empty();
    }

    /// Reads the year of four digits at `j`, the month from `m` to `eindMaand` and the day from `d` to `eindDag`.
    private static Optional<Geboortedatum> geboortedatum(
            String tekst, int j, int m, int d, int eindDag, int eindMaand, boolean omgezet) {
        char[] tekens = tekst.toCharArray();
        int jaar = cijfers(tekens, j, 4);
        int maand = eindMaand > m ? cijfers(tekens, m, eindMaand - m) : -1;
        int dag = eindDag > d ? cijfers(tekens, d, eindDag - d) : -1;
        boolean bestaat = dag == 0 ? jaar > 0 && maand >= 0 && maand <= 12 : jaar > 0 && bestaat(jaar, maand, dag);
        return bestaat ? Optional.of(new Geboortedatum(jaar, maand, dag, omgezet)) : Optional.empty();
    }

    private static boolean heeftVormVanDatum(String tekst) {
        return tekst.length() == 10 && tekst.charAt(4) == '-' && tekst.charAt(7) == '-';
    }

    private static String zonderTijd(String tekst) {
        return tekst.length() > 10 && tekst.charAt(10) == 'T' && heeftVormVanDatum(tekst.substring(0, 10))
                ? tekst.substring(0, 10)
                : tekst;
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

    /// The date packed as year * 512 + month * 32 + day, or [#GEEN].
    static int lees(char[] t, int begin, int lengte) {
        if (lengte != 10 || t[begin + 4] != '-' || t[begin + 7] != '-') {
            return GEEN;
        }
        int jaar = cijfers(t, begin, 4);
        int maand = cijfers(t, begin + 5, 2);
        int dag = cijfers(t, begin + 8, 2);
        return jaar >= 0 && bestaat(jaar, maand, dag) ? (jaar << 9) | (maand << 5) | dag : GEEN;
    }

    static LocalDate pakUit(int gepakt) {
        return LocalDate.of(gepakt >> 9, (gepakt >> 5) & 15, gepakt & 31);
    }

    /// The number that these digits form, negative when one of them is no digit 0-9.
    static int cijfers(char[] t, int begin, int aantal) {
        int getal = 0;
        int fout = 0;
        for (int i = begin; i < begin + aantal; i++) {
            int cijfer = t[i] - '0';
            fout |= cijfer | (9 - cijfer);
            getal = getal * 10 + cijfer;
        }
        return fout < 0 ? -1 : getal;
    }

    private static boolean bestaat(int jaar, int maand, int dag) {
        if (maand < 1 || maand > 12 || dag < 1) {
            return false;
        }
        return dag <= 28 || dag <= dagen(jaar, maand);
    }

    private static int dagen(int jaar, int maand) {
        if (maand == 2) {
            return jaar % 4 == 0 && (jaar % 100 != 0 || jaar % 400 == 0) ? 29 : 28;
        }
        return maand == 4 || maand == 6 || maand == 9 || maand == 11 ? 30 : 31;
    }
}
