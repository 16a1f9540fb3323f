// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.regex.Pattern;

/// Names of Services (FSC Core), and of Inways and Outways, which we give the same form.
final class ServiceName {

    private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9._-]{1,100}");

    private ServiceName() {}

    static boolean is(String text) {
        return FORM.matcher(text).matches();
    }

    /// @throws IllegalArgumentException naming the member when it is none
    static void require(String member, String text) {
        if (!is(text)) {
            throw new IllegalArgumentException(
                    member + ": expected 1 to 100 of a-z A-Z 0-9 . _ -, got " + text.length() + " characters");
        }
    }
}
