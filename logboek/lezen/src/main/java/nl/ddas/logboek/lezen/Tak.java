// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

/// A line at its place in the tree of a trace.
///
/// @param diepte 0 for a line at the top
/// @param logboek place in the list of logs, from 0
public record Tak(int diepte, int logboek, Tracelijn regel, Plek plek) {

    /// What is known of its caller.
    public enum Plek {
        /// There is none: the Dataverwerking begins here.
        BEGIN,
        /// It stands above.
        ONDER_AANROEPER,
        /// There is one, but its line was not found.
        AANROEPER_ONTBREEKT,
        /// The lines call each other in a circle, so one had to be first.
        KRING
    }
}
