// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.util.List;

/// A world with the suppliers that deliver about it.
///
/// @param zaad the seed of everything
public record Stelsel(long zaad, List<Leveranciersplan> leveranciers) {

    public Stelsel {
        leveranciers = List.copyOf(leveranciers);
    }
}
