// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import nl.ddas.levering.model.Gemeentecode;

/// A gemeente of 2026.
///
/// @param code of the CBS division per 1 January 2026
/// @param naam official name
/// @param provincie province
/// @param inwoners indicative number of inhabitants (about 2019), only a weight
public record Gemeente(Gemeentecode code, String naam, String provincie, int inwoners) {

    /// How many people ask for help here, on the scale of other gemeenten: more in large cities, less in small
    /// places, with a spread of its own.
    double gewicht(Zaad zaad) {
        double omvang = inwoners > 150_000 ? 1.3 : inwoners < 20_000 ? 0.7 : 1.0;
        return inwoners * omvang * Loting.lognormaal(zaad.met(code.nummer()).toeval(), 1, 0.35);
    }
}
