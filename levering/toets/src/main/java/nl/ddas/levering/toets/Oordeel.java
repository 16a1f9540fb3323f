// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.util.Map;
import java.util.Optional;
import nl.ddas.levering.model.Versie;

/// The outcome of checking one delivery.
///
/// @param versie the version found, empty when unreadable or unknown
/// @param leveringen number of leveringen
/// @param trajecten number of readable trajecten
/// @param clienten number of client entries
/// @param geweigerdeTrajecten trajecten kept out by a blocking Bevinding of their own or of their levering; all of them
///     when the message is refused or could not be read to its end
/// @param perCode how many Bevindingen by code
public record Oordeel(
        Status status,
        Optional<Versie> versie,
        long leveringen,
        long trajecten,
        long clienten,
        long geweigerdeTrajecten,
        Map<String, Long> perCode) {

    /// Whether CBS can use it.
    public enum Status {
        /// Nothing refuses the message or a levering; single trajecten may be refused.
        GOEDGEKEURD,
        /// The message or a levering is refused.
        AFGEKEURD,
        /// No UTF-8 or no JSON: could not be read to the end.
        ONLEESBAAR
    }
}
