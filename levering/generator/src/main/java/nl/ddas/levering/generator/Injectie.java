// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

/// One error that was put in.
///
/// @param nummer number in the catalogue
/// @param naam short Dutch name
/// @param code of the rule that must find it
/// @param bestand file, as a path below the folder of the generated data; empty when there is no file
/// @param plaats JSON pointer within that file; empty for the whole message
public record Injectie(int nummer, String naam, String code, String bestand, String plaats) {

    static Injectie van(Fout fout, String bestand, String plaats) {
        return new Injectie(fout.nummer(), fout.naam(), fout.code(), bestand, plaats);
    }
}
