// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

/// A named value (LDV 3.2.2.9).
///
/// @param sleutel such as `dpl.core.data_subject_id`
public record Attribuut(String sleutel, Waarde waarde) {

    /// One with a text.
    public static Attribuut of(String sleutel, String tekst) {
        return new Attribuut(sleutel, new Waarde.Tekst(tekst));
    }

    Attribuut ordered() {
        return new Attribuut(sleutel, waarde.ordered());
    }
}
