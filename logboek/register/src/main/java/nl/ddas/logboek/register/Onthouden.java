// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.time.Instant;

/// What a log knew of a register.
///
/// @param document the last state that was taken over
/// @param gezien when the register was last asked and answered well: what it published since, nobody could know
public record Onthouden(Registerdocument document, Instant gezien) {

    /// The same, asked at this moment too.
    Onthouden at(Instant moment) {
        return moment.isAfter(gezien) ? new Onthouden(document, moment) : this;
    }
}
