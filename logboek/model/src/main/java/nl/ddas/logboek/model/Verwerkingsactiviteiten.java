// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.Optional;

/// What the register says about an activity. It is asked for each line, so it must be fast: a cache, not a call.
public interface Verwerkingsactiviteiten {

    /// A register that is not there: the standard couples loosely (LDV-R6).
    Verwerkingsactiviteiten ONBEKEND = (_, _) -> Optional.empty();

    /// The version that holds at a moment.
    ///
    /// @param uri as it stands in the line
    /// @param millis since the epoch
    Optional<Verwerkingsactiviteit> find(String uri, long millis);

    /// What counts while judging.
    ///
    /// @param detailniveau up to which level lines are detailed, 1 to 3
    record Verwerkingsactiviteit(Betrokkenen betrokkenen, int detailniveau) {}

    /// How data subjects are logged.
    enum Betrokkenen {
        /// Personal data: one line for each data subject.
        PER_BETROKKENE,
        /// Personal data, but by a motivated decision without data subjects in the lines.
        GEAGGREGEERD,
        /// No personal data.
        GEEN
    }
}
