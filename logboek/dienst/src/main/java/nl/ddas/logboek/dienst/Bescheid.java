// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.time.Duration;
import nl.ddas.logboek.model.Exportantwoord;
import nl.ddas.logboek.model.Invoer;

/// What a sender hears about one body, whatever it came over.
sealed interface Bescheid {

    /// After how long a sender may try again.
    Duration WACHT = Duration.ofSeconds(1);

    /// Every line is in the log, or kept apart.
    record Bevestigd(Exportantwoord antwoord) implements Bescheid {}

    /// Nothing of it was taken, and sending it again does not help.
    record Onleesbaar(Invoer.Reden reden) implements Bescheid {}

    /// Nothing is confirmed; the sender should send it again.
    ///
    /// @param why in English
    record Later(String why) implements Bescheid {}

    /// It took longer than the sender would wait; what became of the lines it may find out by sending them again.
    record TeLaat() implements Bescheid {}
}
