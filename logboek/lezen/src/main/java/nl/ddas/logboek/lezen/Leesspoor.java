// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

/// Where reading is recorded: outside the log (READ-16, LDV-L10).
@FunctionalInterface
public interface Leesspoor {

    /// Returns when it is durable.
    ///
    /// @throws RuntimeException when it is not: then nothing is shown
    void add(Leesmelding melding);
}
