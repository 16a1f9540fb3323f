// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// What the asker knows beforehand; a file that an administrator checks has no expectation but the moment.
///
/// @param ontvangen the moment of receipt, for rules about the future
/// @param startdatum first day of the period that was asked for
/// @param einddatum last day of the period that was asked for
/// @param organisatie the organisation that was asked for
/// @param codeGegevensleverancier the software known for this supplier
public record Verwachting(
        Instant ontvangen,
        Optional<LocalDate> startdatum,
        Optional<LocalDate> einddatum,
        Optional<String> organisatie,
        Optional<String> codeGegevensleverancier) {

    /// No expectation but the moment.
    public static Verwachting geen(Instant ontvangen) {
        return new Verwachting(ontvangen, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
