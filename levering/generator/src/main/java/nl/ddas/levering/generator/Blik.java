// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

/// Which trajecten of a stream an organisation delivers, and as what.
///
/// @param kant the side from which it looks
public record Blik(Stroom stroom, Kant kant) {

    /// The side from which an organisation looks at a stream.
    public enum Kant {
        /// Its own trajecten, all of them; of what is carried out elsewhere only its own part.
        EIGEN,
        /// Only what it carries out for another, and of that only its own part.
        UITVOERDER,
        /// Only the few that moved here from another gemeente.
        TWEEDE_GEMEENTE
    }
}
