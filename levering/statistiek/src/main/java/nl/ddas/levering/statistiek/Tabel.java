// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.List;

/// One statistic as a table, ready to show.
///
/// @param id of the list of statistics, such as `R08`; also the name of its files
/// @param titel Dutch
/// @param definitie what is counted, Dutch
/// @param kolommen headings, one more than the figures: the first is that of the row names
/// @param rijen as many cells as headings
/// @param noten Dutch, below the table
public record Tabel(
        String id, String titel, String definitie, List<String> kolommen, List<List<Cel>> rijen, List<String> noten) {
    public Tabel {
        for (List<Cel> rij : rijen) {
            if (rij.size() != kolommen.size()) {
                throw new IllegalArgumentException(
                        "Tabel " + id + ": expected " + kolommen.size() + " cells, got " + rij.size());
            }
        }
    }
}
