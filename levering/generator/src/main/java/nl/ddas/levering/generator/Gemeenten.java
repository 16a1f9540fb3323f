// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.util.Comparator;
import java.util.List;
import nl.ddas.levering.model.Gemeente;
import nl.ddas.levering.model.Gemeentelijst;

/// The gemeenten of 2026 with their weight in the invented world.
final class Gemeenten {

    private Gemeenten() {}

    /// All, shuffled by a seed.
    static List<Gemeente> geschud(Zaad zaad) {
        return Gemeentelijst.eigen().bestaande().stream()
                .sorted(Comparator.comparingLong(
                        gemeente -> zaad.met(gemeente.code().nummer()).waarde()))
                .toList();
    }

    /// How many people ask for help in a gemeente, on the scale of other gemeenten: more in large cities, less in small
    /// places, with a spread of its own.
    static double gewicht(Gemeente gemeente, Zaad zaad) {
        int inwoners = gemeente.inwoners();
        double omvang = inwoners > 150_000 ? 1.3 : inwoners < 20_000 ? 0.7 : 1.0;
        return inwoners
                * omvang
                * Loting.lognormaal(zaad.met(gemeente.code().nummer()).toeval(), 1, 0.35);
    }
}
