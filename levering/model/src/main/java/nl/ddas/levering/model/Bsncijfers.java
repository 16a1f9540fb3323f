// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

/// A burgerservicenummer as a number, without making garbage for each client. Same reading as [Bsn]: blanks, dots
/// and dashes are skipped, eight digits get a leading zero.
public final class Bsncijfers {

    private Bsncijfers() {}

    /// The number, or -1 when it does not give nine digits.
    public static int getal(String tekst) {
        int getal = 0;
        int aantal = 0;
        for (int i = 0; i < tekst.length(); i++) {
            char teken = tekst.charAt(i);
            if (teken >= '0' && teken <= '9') {
                if (++aantal > 9) {
                    return -1;
                }
                getal = getal * 10 + (teken - '0');
            } else if (teken != '.' && teken != ' ' && teken != '-') {
                return -1;
            }
        }
        return aantal == 8 || aantal == 9 ? getal : -1;
    }

    /// How many digits the text has.
    public static int aantal(String tekst) {
        int aantal = 0;
        for (int i = 0; i < tekst.length(); i++) {
            if (tekst.charAt(i) >= '0' && tekst.charAt(i) <= '9') {
                aantal++;
            }
        }
        return aantal;
    }

    /// The elfproef: weights 9..2 and -1, a multiple of eleven, not all zeros.
    public static boolean elfproef(int getal) {
        if (getal <= 0) {
            return false;
        }
        int som = -(getal % 10);
        int rest = getal / 10;
        for (int gewicht = 2; gewicht <= 9; gewicht++) {
            som += gewicht * (rest % 10);
            rest /= 10;
        }
        return som % 11 == 0;
    }
}
