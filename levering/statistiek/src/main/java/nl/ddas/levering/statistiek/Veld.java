// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.List;
import java.util.Optional;

/// A field of a combined traject with its provenance.
///
/// @param waarde what was chosen, empty when nothing was
/// @param bronnen the sources that gave this value
/// @param regel the rule that chose, Dutch
/// @param alternatieven other values that were delivered
/// @param tegenspraak whether the sources differ so much that C-04 says so
public record Veld<T>(
        Optional<T> waarde,
        List<Bronplaats> bronnen,
        String regel,
        List<Alternatief<T>> alternatieven,
        boolean tegenspraak) {

    /// A value that was not chosen.
    public record Alternatief<T>(Bronplaats bron, T waarde) {}
}
