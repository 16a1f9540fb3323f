// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import nl.ddas.levering.model.Bsncijfers;
/// Makes text from a message fit to be shown in a finding: short, without control characters, and without
/// anything that could be a BSN.

final class Toonbaar {

    private static final int LENGTE = 60;

    private Toonbaar() {}

    /// The text, cut at 60 characters; a run of nine or more digits, or of eight that pass the elfproef and
    /// are no date, becomes asterisks, also with dots, dashes or blanks in between.
    static String van(String tekst) {
        StringBuilder uit = new StringBuilder(Math.min(tekst.length(), LENGTE) + 1);
        for (int i = 0; i < tekst.length() && i < LENGTE; i++) {
            char teken = tekst.charAt(i);
            uit.append(Character.isISOControl(teken) || Character.isSurrogate(teken) ? '\u00b7' : teken);
        }
        for (int i = 0; i < uit.length(); ) {
            int eind = eindVanGetal(tekst, i);
            if (eind > i && isGeheim(tekst.substring(i, eind))) {
                verberg(uit, i, Math.min(eind, uit.length()));
            }
            i = Math.max(eind, i + 1);
        }
        return tekst.length() > LENGTE ? uit.append('\u2026').toString() : uit.toString();
    }

    private static int eindVanGetal(String tekst, int begin) {
        int eind = begin;
        for (int i = begin; i < tekst.length(); i++) {
            char teken = tekst.charAt(i);
            if (teken >= '0' && teken <= '9') {
                eind = i + 1;
            } else if (i == begin || (teken != '.' && teken != '-' && teken != ' ') || i > eind) {
                break;
            }
        }
        return eind;
    }

    private static boolean isGeheim(String getal) {
        int aantal = Bsncijfers.aantal(getal);
        return aantal > 8
                || (aantal == 8
                        && Bsncijfers.elfproef(Bsncijfers.getal(getal))
                        && Geboortedag.lees(getal) == Geboortedag.GEEN);
    }

    private static void verberg(StringBuilder uit, int begin, int eind) {
        for (int i = begin; i < eind; i++) {
            uit.setCharAt(i, '*');
        }
    }
}
