// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.Optional;

/// A value of one of the lists in the schema, with its text on the wire.
public interface Waarde {

    /// The text exactly as on the wire.
    String tekst();

    /// Finds the value with exactly this text, empty when there is none.
    static <W extends Waarde> Optional<W> lees(W[] waarden, String tekst) {
        for (W waarde : waarden) {
            if (waarde.tekst().equals(tekst)) {
                return Optional.of(waarde);
            }
        }
        return Optional.empty();
    }
}
