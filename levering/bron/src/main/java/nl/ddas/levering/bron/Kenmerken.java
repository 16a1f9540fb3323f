// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.time.LocalDate;
import java.util.Optional;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.verkeer.Aanleverperiode;

/// What must be known of a traject to choose it for a page.
///
/// @param start first day, empty when not known
/// @param eind last day, inclusive; empty when it still runs
/// @param gemeente code as it stands in the traject, empty when none does
public record Kenmerken(Optional<LocalDate> start, Optional<LocalDate> eind, Optional<String> gemeente) {

    /// Reads them from a traject.
    static Kenmerken van(Schuldhulptraject traject) {
        return new Kenmerken(traject.startdatum(), traject.einddatum(), traject.gemeentecode());
    }

    /// Whether it touches a period; what is not known keeps nothing out.
    boolean raakt(Aanleverperiode periode) {
        return start.filter(dag -> dag.isAfter(periode.eind())).isEmpty()
                && eind.filter(dag -> dag.isBefore(periode.start())).isEmpty();
    }
}
