// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.regex.Pattern;

/// One thing that is wrong with a line: code and place, never a value.
///
/// @param plaats the field, or the key of the attribute where it can be shown
/// @param hint what it looks like, or empty
public record Schending(Regelcode code, String plaats, String hint) {

    private static final Pattern TOONBAAR = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,95}");

    /// Without a hint.
    public static Schending of(Regelcode code, Kernveld veld) {
        return new Schending(code, veld.naam(), "");
    }

    /// About an attribute. A key that is no name is not shown: senders put values in keys by mistake.
    public static Schending of(Regelcode code, String sleutel) {
        return new Schending(code, toonbaar(sleutel), "");
    }

    /// For the sender's operator, in English.
    public String melding() {
        return code + " " + plaats + ": " + code.uitleg() + (hint.isEmpty() ? "" : " (" + hint + ")");
    }

    private static String toonbaar(String sleutel) {
        return TOONBAAR.matcher(sleutel).matches() && !Bsnwacht.isVerdacht(sleutel) ? sleutel : "attributes[?]";
    }
}
