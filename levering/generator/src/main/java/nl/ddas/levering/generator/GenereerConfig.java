// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.nio.file.Path;

/// What to write where.
///
/// @param stelsel the suppliers, see [Plannen#enkel] and [DemoStelsel#van]
/// @param paginagrootte 0 for one file a supplier; else pages of so many trajecten, written as answers of the
/// API
/// @param map folder, made when it is not there; each supplier gets a folder in it
public record GenereerConfig(Stelsel stelsel, Tijdvak tijdvak, int paginagrootte, Path map) {

    public GenereerConfig {
        if (paginagrootte < 0) {
            throw new IllegalArgumentException("paginagrootte: expected 0 or more, got " + paginagrootte);
        }
    }
}
