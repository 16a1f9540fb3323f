// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.util.OptionalInt;
import nl.ddas.levering.model.Bron;
import nl.ddas.levering.model.Plaats;

/// One message of a delivery.
///
/// @param nummer page number from 1, empty for a file
public record Pagina(OptionalInt nummer, Bron bron) {

    /// The place where it starts.
    Plaats begin() {
        return nummer.isPresent() ? Plaats.begin(nummer.getAsInt()) : Plaats.begin();
    }
}
