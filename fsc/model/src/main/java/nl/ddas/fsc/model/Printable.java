// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.util.regex.Pattern;

/// Text of somebody else, made fit for a log, a database and a person to read.
public final class Printable {

    /// Control characters, of which a database refuses one, and halves of characters, which no UTF-8 can hold.
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private Printable() {}

    /// The beginning of a text, with a space in the place of each character that cannot be shown.
    ///
    /// @param longest in chars
    public static String of(String text, int longest) {
        String cut = text.length() <= longest ? text : text.substring(0, longest);
        return UNFIT.matcher(cut).replaceAll(" ");
    }
}
