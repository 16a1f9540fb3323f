// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.time.LocalDate;
import java.util.Optional;

/// How and why the traject ended. The free text may hold personal data, so it prints itself without it.
public record Uitstroom(
        Optional<LocalDate> datum,
        Optional<LocalDate> datumBeeindigingsbeschikking,
        Optional<String> omschrijving,
        Optional<Uitstroomreden> reden) {

    @Override
    public String toString() {
        return "Uitstroom[" + datum + ", " + reden + "]";
    }
}
