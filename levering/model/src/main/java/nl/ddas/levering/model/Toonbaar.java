// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

/// Makes text from a message fit to be shown to a person, on a terminal, a page, in a log or in an answer: short,
/// without characters that steer what shows it, and without anything that could be a BSN.
public final class Toonbaar {

    private static final int LENGTE = 60;
    private static final int LENGTE_PAD = 300;

    private Toonbaar() {}

    /// The text, cut at 60 characters; what cannot be seen (control, format and writing direction, surrogates)
    /// becomes a middle dot; a run of nine or more digits, or of eight that pass the elfproef and are no
    /// date, becomes asterisks, also with dots, dashes or blanks in between.
    public static String van(String tekst) {
        return van(tekst, LENGTE);
    }

    /// The same for a JSON pointer, cut at 300 characters: its names come from the message too.
    public static String pad(String pointer) {
        return van(pointer, LENGTE_PAD);
    }

    /// The whole text with a middle dot for what cannot be seen, and nothing hidden: for who asked to see the own data.
    public static String zichtbaar(String tekst) {
        return zichtbaar(tekst, tekst.length()).toString();
    }

    private static StringBuilder zichtbaar(String tekst, int lengte) {
        StringBuilder uit = new StringBuilder(Math.min(tekst.length(), lengte) + 1);
        for (int i = 0; i < tekst.length() && i < lengte; i++) {
            char teken = tekst.charAt(i);
            uit.append(isZichtbaar(teken) ? teken : '\u00b7');
        }
        return uit;
    }

    private static String van(String tekst, int lengte) {
        StringBuilder uit = zichtbaar(tekst, lengte);
        for (int i = 0; i < uit.length(); ) {
            int eind = eindVanGetal(tekst, i);
            if (eind > i && isGeheim(tekst.substring(i, eind))) {
                verberg(uit, i, Math.min(eind, uit.length()));
            }
            i = Math.max(eind, i + 1);
        }
        return tekst.length() > lengte ? uit.append('\u2026').toString() : uit.toString();
    }

    static boolean isZichtbaar(int teken) {
        return switch (Character.getType(teken)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
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
                        && Datums.geboortedatum(getal).isEmpty());
    }

    private static void verberg(StringBuilder uit, int begin, int eind) {
        for (int i = begin; i < eind; i++) {
            uit.setCharAt(i, '*');
        }
    }
}
