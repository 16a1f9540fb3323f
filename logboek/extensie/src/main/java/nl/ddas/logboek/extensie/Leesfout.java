// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

/// What keeps a file from being read as a definition.
///
/// @param code one of the constants here
/// @param pointer JSON pointer (RFC 6901) of the spot; empty for the file as a whole
/// @param melding Dutch: what was expected, what came, what to do; never a value from a log line
public record Leesfout(String code, String pointer, Plek plek, String melding) {

    /// No YAML that is read here: bytes, syntax, size, depth, tags.
    public static final String ONLEESBAAR = "DEF-1";
    /// A name twice in one mapping.
    public static final String DUBBEL = "DEF-2";
    /// A name that the format does not have.
    public static final String ONBEKEND = "DEF-3";
    /// A list where a text should stand, and the like.
    public static final String SOORT = "DEF-4";
    /// A word outside the list of words.
    public static final String WOORD = "DEF-5";
    /// A condition that cannot be read.
    public static final String VOORWAARDE = "DEF-6";

    static Leesfout onleesbaar(Plek plek, String melding) {
        return new Leesfout(ONLEESBAAR, "", plek, melding);
    }
}
