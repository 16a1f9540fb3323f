// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.Optional;

/// An area that figures are made for.
///
/// @param code `GM0518` for a gemeente, empty text for another area
/// @param naam Dutch
/// @param inwoners number of inhabitants, empty for what is no real area
public record Gebied(Soort soort, String code, String naam, Optional<Long> inwoners) {
    /// Level of an area.
    public enum Soort {
        LAND,
        PROVINCIE,
        GEMEENTE,
        /// Trajecten that belong to no known area: gemeente unknown, or too weakly supported to be broken down.
        NIET_VERDEELD
    }
}
