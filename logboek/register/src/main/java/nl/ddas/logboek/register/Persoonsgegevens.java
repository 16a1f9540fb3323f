// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.time.Period;
import java.util.List;
import java.util.Optional;

/// What personal data an activity works with, and how long it is kept (`personalData` of the draft API).
///
/// @param categories kinds of data, Dutch; empty when there is no personal data
/// @param retentionPeriod how long the data itself is kept; lines in the log have a term of their own, in [Logwijze]
public record Persoonsgegevens(List<String> categories, Optional<Period> retentionPeriod) {

    /// No personal data.
    public static final Persoonsgegevens GEEN = new Persoonsgegevens(List.of(), Optional.empty());

    public Persoonsgegevens {
        categories = List.copyOf(categories);
    }
}
