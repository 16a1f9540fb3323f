// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.time.LocalDate;
import java.util.Optional;

/// A date of birth that may be known in part. Prints itself masked.
///
/// @param jaar 1..9999
/// @param maand 1..12, 0 when not known
/// @param dag 1..31, 0 when not known
/// @param omgezet whether it was written in another form than `JJJJ-MM-DD`
public record Geboortedatum(int jaar, int maand, int dag, boolean omgezet) {

    /// The date, empty when month or day are not known.
    public Optional<LocalDate> datum() {
        return maand == 0 || dag == 0 ? Optional.empty() : Optional.of(LocalDate.of(jaar, maand, dag));
    }

    /// As `JJJJ-MM-DD`, with `00` for what is not known.
    public String tekst() {
        String cijfers = Integer.toString(100_000_000 + jaar * 10_000 + maand * 100 + dag);
        return cijfers.substring(1, 5) + '-' + cijfers.substring(5, 7) + '-' + cijfers.substring(7);
    }

    @Override
    public String toString() {
        return "Geboortedatum[****]";
    }
}
