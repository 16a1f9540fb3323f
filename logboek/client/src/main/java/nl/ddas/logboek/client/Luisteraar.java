// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

/// Hears what became of lines that were not confirmed, so that somebody can be warned. Called on any thread; what it
/// throws is ignored. Nothing it hears holds personal data.
public interface Luisteraar {

    /// Says nothing.
    Luisteraar STIL = (regels, reden) -> {};

    /// Lines that are not in the log.
    ///
    /// @param reden in English
    void nietVastgelegd(int regels, String reden);
}
