// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.time.LocalDate;
import java.util.Optional;

/// A gemeente as CBS divides the country, now or lately.
///
/// @param naam official name
/// @param provincie province
/// @param vanaf first day, empty when it was there before 2021
/// @param tot first day it did not exist any more, empty while it does
/// @param opvolger where it went, empty while it exists and when it was split over several
/// @param inwoners indicative number of inhabitants (about 2019), 0 when it does not exist any more; a weight, and for
/// trying out, not for publication
public record Gemeente(
        Gemeentecode code,
        String naam,
        String provincie,
        Optional<LocalDate> vanaf,
        Optional<LocalDate> tot,
        Optional<Gemeentecode> opvolger,
        int inwoners) {

    /// Whether it is in the division of 2026.
    public boolean bestaat() {
        return tot.isEmpty();
    }
}
