// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.time.LocalDate;
import java.util.Optional;
import nl.ddas.levering.verkeer.Aanleverperiode;

/// How long a traject runs, both ends inclusive.
///
/// @param start first day, empty when not known
/// @param eind last day, empty when it still runs
public record Looptijd(Optional<LocalDate> start, Optional<LocalDate> eind) {

    /// Whether it touches a period; what is not known keeps nothing out.
    boolean raakt(Aanleverperiode periode) {
        return start.filter(dag -> dag.isAfter(periode.eind())).isEmpty()
                && eind.filter(dag -> dag.isBefore(periode.start())).isEmpty();
    }
}
