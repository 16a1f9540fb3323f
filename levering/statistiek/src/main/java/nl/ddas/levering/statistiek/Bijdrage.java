// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.toets.Bevinding;
import nl.ddas.levering.toets.Ernst;

/// What one source brings to a combined traject.
///
/// @param vondsten each rule at most once
/// @param einddatumLevering last day of the period delivered, for the timeliness
/// @param geweigerd whether a blocking Bevinding keeps it out of the figures
public record Bijdrage(
        Bronrecord bron,
        Schuldhulptraject traject,
        List<Vondst> vondsten,
        Optional<LocalDate> einddatumLevering,
        boolean geweigerd) {

    /// A rule that found something in a traject.
    public record Vondst(String code, Ernst ernst) {
        /// The rules behind Bevindingen, each once.
        public static List<Vondst> van(List<Bevinding> bevindingen) {
            return bevindingen.stream()
                    .map(bevinding -> new Vondst(bevinding.code(), bevinding.ernst()))
                    .distinct()
                    .toList();
        }
    }
}
