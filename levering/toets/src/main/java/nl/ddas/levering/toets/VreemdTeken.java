// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

/// Looks for signs that a text went through the wrong character set, or carries what should not be there.
final class VreemdTeken {

    private VreemdTeken() {}

    /// What is odd, ready to print without the text itself; empty text when nothing is. Costs no memory when
    /// all is well.
    static String zoek(String tekst) {
        int laatste = tekst.length() - 1;
        if (laatste < 0) {
            return "";
        }
        if (tekst.charAt(0) == ' ' || tekst.charAt(0) == '\u00a0') {
            return "spatie aan het begin";
        }
        if (tekst.charAt(laatste) == ' ' || tekst.charAt(laatste) == '\u00a0') {
            return "spatie aan het eind";
        }
        for (int i = 0; i <= laatste; i++) {
            char teken = tekst.charAt(i);
            if (teken >= ' ' && teken < '\u007f') {
                continue;
            }
            if (teken < ' ' || (teken < '\u00a0')) {
                return "stuurteken";
            }
            if (teken == '\ufffd') {
                return "\ufffd";
            }
            if ((teken == '\u00c3' || teken == '\u00c2') && i < laatste && isVervolg(tekst.charAt(i + 1))) {
                return tekst.substring(i, i + 2);
            }
        }
        return "";
    }

    /// A byte 0x80..0xBF that was read as Latin-1.
    private static boolean isVervolg(char teken) {
        return teken >= '\u0080' && teken <= '\u00bf';
    }
}
