// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.regex.Pattern;

/// Numbers that look like a Burgerservicenummer: eight or nine digits that pass the eleven-test.
final class Elfproef {

    private static final Pattern DIGITS = Pattern.compile("(?<!\\d)\\d{8,9}(?!\\d)");

    private Elfproef() {}

    /// Whether one stands somewhere in this text.
    static boolean finds(String tekst) {
        return DIGITS.matcher(tekst).results().anyMatch(gevonden -> passes(gevonden.group()));
    }

    private static boolean passes(String cijfers) {
        String negen = cijfers.length() == 8 ? "0" + cijfers : cijfers;
        int som = -(negen.charAt(8) - '0');
        for (int i = 0; i < 8; i++) {
            som += (9 - i) * (negen.charAt(i) - '0');
        }
        return som % 11 == 0 && !negen.equals("000000000");
    }
}
