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
    /// Understood are `JJJJ-MM-DD`, `JJJJ-MM-00` and `JJJJ-00-00` (partly unknown, as the base registry writes it),
    /// `jjjjmmdd` and `dd-mm-jjjj`; the last two count as converted (rule K-07).
    public static Optional<Geboortedatum> geboortedatum(String tekst) {
        int lengte = tekst.length();
        if (lengte == 10 && tekst.charAt(4) == '-' && tekst.charAt(7) == '-') {
            return geboortedatum(tekst, 0, 5, 8, false);
        }
        if (lengte == 10 && tekst.charAt(2) == '-' && tekst.charAt(5) == '-') {
            return geboortedatum(tekst, 6, 3, 0, true);
        }
        return lengte == 8 ? geboortedatum(tekst, 0, 4, 6, true) : Optional.empty();
    }

    private static Optional<Geboortedatum> geboortedatum(String tekst, int j, int m, int d, boolean omgezet) {
        char[] tekens = tekst.toCharArray();
        int jaar = cijfers(tekens, j, 4);
        int maand = cijfers(tekens, m, 2);
        int dag = cijfers(tekens, d, 2);
        boolean bestaat = dag == 0 ? jaar > 0 && maand >= 0 && maand <= 12 : jaar > 0 && bestaat(jaar, maand, dag);
        return bestaat ? Optional.of(new Geboortedatum(jaar, maand, dag, omgezet)) : Optional.empty();
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
