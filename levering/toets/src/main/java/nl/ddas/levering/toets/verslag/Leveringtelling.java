// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets.verslag;

import java.util.Map;

/// Counts of one levering.
///
/// @param organisatie name of the organisation, or a text that says it is missing
/// @param trajecten readable trajecten
/// @param geweigerd how many of these are kept out of the figures
/// @param clienten client entries
/// @param perGemeente trajecten by gemeentecode (`GM0518`), `Onbekend` or `niet herkend`
public record Leveringtelling(
        String organisatie, long trajecten, long geweigerd, long clienten, Map<String, Long> perGemeente) {}
