// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.util.List;
import nl.ddas.levering.verkeer.Aanleverperiode;

/// Hears of each snapshot that is made, or could not be made. Called by the thread that makes them.
public interface Momentopnamemelder {

    /// Says nothing.
    Momentopnamemelder STIL = new Momentopnamemelder() {};

    /// A new snapshot is in use.
    ///
    /// @param trajecten how many it holds
    default void gelukt(Aanleverperiode periode, long trajecten) {}

    /// There is no new snapshot; an older one stays in use.
    ///
    /// @param fouten the first faults, Dutch
    default void mislukt(Aanleverperiode periode, List<Bronfout> fouten) {}
}
