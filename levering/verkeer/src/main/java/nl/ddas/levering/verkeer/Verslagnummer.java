// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.util.regex.Pattern;

/// The id of a Verwerkingsverslag: in its body, in addresses, and as part of a file name.
public final class Verslagnummer {

    private static final Pattern VORM = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private Verslagnummer() {}

    /// Whether a text can be one: 1 to 64 letters, digits and hyphens.
    public static boolean isGeldig(String tekst) {
        return VORM.matcher(tekst).matches();
    }
}
