// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.Optional;

/// Who the debt is owed to. May be a private person, so it prints itself masked.
///
/// @param naam wire name `naam`
/// @param naamVanSubject wire name `Naam`: the schema has both
/// @param kvknummer as delivered
public record Schuldeiser(
        Optional<String> naam,
        Optional<String> naamVanSubject,
        Optional<String> kvknummer,
        Optional<String> postcode,
        Optional<Boolean> privepersoon) {

    @Override
    public String toString() {
        return "Schuldeiser[***]";
    }
}
