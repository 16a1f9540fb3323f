// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import nl.ddas.logboek.model.TraceId;

/// Asks one log for the lines of a trace.
public interface Bevraging {

    /// @param adres may be asked
    /// @param verbinding the address to connect with
    /// @param bytes how much may be read at most
    Antwoord ask(Leesadres adres, InetAddress verbinding, TraceId trace, long bytes);

    /// What a log answered.
    ///
    /// @param organisatie whose certificate the log showed
    /// @param regels of any trace, as they came
    /// @param bytes that were read
    record Antwoord(Toestand toestand, Optional<String> organisatie, List<Tracelijn> regels, long bytes) {

        public Antwoord {
            regels = List.copyOf(regels);
        }

        /// Nothing was read.
        static Antwoord niets(Toestand toestand) {
            return new Antwoord(toestand, Optional.empty(), List.of(), 0);
        }
    }
}
