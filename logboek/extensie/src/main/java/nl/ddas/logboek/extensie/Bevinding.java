// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

/// What is wrong at one place of one file.
///
/// @param regel id of the rule, or code of a [Leesfout]
/// @param pointer JSON pointer in the file; empty for the file as a whole
/// @param melding Dutch; never a value from a log line
public record Bevinding(String regel, Niveau niveau, String pointer, Plek plek, String melding) {

    /// `regel 41, teken 10  /attributes/3/key`.
    public String waar() {
        return (plek.tekst() + "  " + (pointer.isEmpty() ? "(hele bestand)" : Citaat.plain(pointer))).strip();
    }
}
