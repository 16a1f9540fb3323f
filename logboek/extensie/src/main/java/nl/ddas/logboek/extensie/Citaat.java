// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

/// Words of a definition inside a message: short, and without characters that move a terminal.
final class Citaat {

    private static final int LENGTE = 60;

    private Citaat() {}

    /// The words between quotes, cut at 60 characters.
    static String of(String tekst) {
        return "'" + plain(tekst) + "'";
    }

    static String plain(String tekst) {
        StringBuilder kort = new StringBuilder();
        tekst.codePoints().limit(LENGTE).map(Citaat::visible).forEach(kort::appendCodePoint);
        return tekst.codePointCount(0, tekst.length()) > LENGTE ? kort + "..." : kort.toString();
    }

    /// The whole text, without characters that move a terminal.
    static String visible(String tekst) {
        return tekst.codePoints()
                .map(Citaat::visible)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int visible(int teken) {
        int soort = Character.getType(teken);
        boolean hidden = Character.isISOControl(teken) || soort == Character.FORMAT || soort == Character.SURROGATE;
        return hidden ? ' ' : teken;
    }
}
