// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.util.Optional;

/// A log that was asked, or was to be.
///
/// @param adres as it was given
/// @param organisatie whose certificate it showed; empty when there was no connection
/// @param stappen from a begin
/// @param regels of the trace that are taken from it
/// @param vreemd lines of another trace, which are left out
public record Bezoek(
        String adres, Optional<String> organisatie, int stappen, Toestand toestand, int regels, int vreemd) {

    /// For people: the organisation, else the address.
    public String naam() {
        return organisatie.orElse(adres);
    }
}
