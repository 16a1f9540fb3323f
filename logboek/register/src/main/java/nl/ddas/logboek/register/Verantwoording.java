// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.util.function.Supplier;

/// Writes a line in a log around each change of the register (LDV-R5). The program fills it, with the activity "beheer
/// register".
public interface Verantwoording {

    /// For a register whose changes are logged by another, such as the one who writes its document.
    Verantwoording ELDERS = new Verantwoording() {
        @Override
        public <T> T run(String naam, Supplier<T> werk) {
            return werk.get();
        }
    };

    /// Does the work, once, and sees to it that there is a line about it however it ends.
    ///
    /// @param naam of the action, Dutch, for people
    /// @throws RuntimeException what the work throws, unchanged; or that there is no line
    <T> T run(String naam, Supplier<T> werk);
}
