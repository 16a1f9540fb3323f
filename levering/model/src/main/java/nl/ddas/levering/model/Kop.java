// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.time.LocalDate;
import java.util.Optional;

/// What stands above the leveringen of one Aanlevering (one JSON file or one page).
///
/// All four fields are required by the schema; each is empty here when it was missing or unreadable, and then a
/// [Vormfout] or [Afwijking] says so. Source: Uitwisselmodel v1.0, root object.
///
/// @param startdatumLevering first day of the period, inclusive
/// @param einddatumLevering last day of the period, inclusive
/// @param aanleverdatumEnTijd moment of delivery; see [Moment] for a text without zone
/// @param codeGegevensleverancier name and version of the software, free text
public record Kop(
        Optional<LocalDate> startdatumLevering,
        Optional<LocalDate> einddatumLevering,
        Optional<Moment> aanleverdatumEnTijd,
        Optional<String> codeGegevensleverancier) {

    /// What stands for `codeGegevensleverancier` in a message of a version that had no such field.
    public static final String ONBEKENDE_LEVERANCIER = "onbekend 0.9";
}
