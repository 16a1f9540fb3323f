// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import java.lang.System.Logger.Level;

/// Hears what became of lines that were not confirmed, so that somebody can be warned. Called on any thread; what it
/// throws is ignored. Nothing it hears holds personal data.
public interface Luisteraar {

    /// Says nothing: for who looks at the log itself.
    Luisteraar STIL = (regels, reden) -> {};

    /// Writes a warning to the own log of the application, where somebody will look (`System.Logger`
    /// `nl.ddas.logboek.client`).
    Luisteraar MELDT = new Luisteraar() {
        private final System.Logger log = System.getLogger("nl.ddas.logboek.client");

        @Override
        public void nietVastgelegd(int regels, String reden) {
            log.log(Level.WARNING, "{0} lines are not in the log: {1}", regels, reden);
        }

        @Override
        public void uitgesteld(String reden) {
            log.log(Level.WARNING, "lines wait for the log: {0}", reden);
        }
    };

    /// Lines that are not in the log.
    ///
    /// @param reden in English
    void nietVastgelegd(int regels, String reden);

    /// The log did not take lines that will be sent again: told once, until one was taken.
    ///
    /// @param reden in English
    default void uitgesteld(String reden) {}
}
