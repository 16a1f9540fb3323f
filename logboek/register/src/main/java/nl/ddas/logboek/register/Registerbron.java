// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

/// Where a log gets the register from: a file, another program, a store.
@FunctionalInterface
public interface Registerbron {

    /// What came of asking.
    sealed interface Antwoord {

        /// The register as it is now.
        ///
        /// @param merk by which the source knows this state again
        record Nieuw(Registerdocument document, String merk) implements Antwoord {}

        /// Nothing changed since the mark.
        record Zelfde() implements Antwoord {}

        /// The register is away or cannot be read; what was known stays.
        ///
        /// @param reden English, for the log of the program
        record Weg(String reden) implements Antwoord {}
    }

    /// Asks for the register, unless it is still as it was.
    ///
    /// @param merk of the last answer; empty the first time
    Antwoord fetch(String merk);
}
