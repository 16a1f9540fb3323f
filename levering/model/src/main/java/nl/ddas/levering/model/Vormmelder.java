// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

/// Hears of each place that breaks the schema.
@FunctionalInterface
interface Vormmelder {

    /// The place is where the parser stands now.
    ///
    /// @param pointer JSON pointer from the root of the message
    void meld(Vormfout.Soort soort, String pointer, Positie plek, String verwacht, String gevonden);
}
