// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.util.List;
import nl.ddas.levering.model.Gemeente;
import nl.ddas.levering.model.Organisatie;

/// One levering: what one organisation delivers about one gemeente.
///
/// @param blikken which trajecten, in order
public record Leveringplan(Organisatie organisatie, Gemeente gemeente, List<Blik> blikken) {

    public Leveringplan {
        blikken = List.copyOf(blikken);
    }
}
