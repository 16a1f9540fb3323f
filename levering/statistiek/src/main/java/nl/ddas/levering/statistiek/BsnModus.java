// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

/// Which numbers count as a BSN that recognises a person.
public enum BsnModus {
    /// Nine digits that pass the elfproef.
    STRIKT,
    /// Any nine digits: needed for the official examples, whose numbers are invented.
    RUIM
}
