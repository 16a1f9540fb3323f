// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

/// Whether more than one organisation reports a traject.
enum Deling {
    GEEN,
    /// The gemeente directs, another organisation carries out: each delivers its part.
    UITBESTEED,
    /// It stands in a second gemeente too.
    TWEE_GEMEENTEN
}
