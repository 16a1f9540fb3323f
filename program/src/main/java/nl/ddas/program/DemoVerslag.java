// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.ddas.presentation.Formats;
import nl.ddas.presentation.Terminal;
import nl.ddas.presentation.Tone;

/// Tells the one who watches the demo what happens now, and keeps how long each step took.
final class DemoVerslag {

    /// A step that may fail.
    interface Werk<T> {
        T doe() throws IOException, InterruptedException;
    }

    private final PrintStream uit;
    private final Terminal terminal;
    private final Clock klok;
    private final Instant begin;
    private final Map<String, Double> seconden = new LinkedHashMap<>();
    private int nummer;

    DemoVerslag(PrintStream uit, Terminal terminal, Clock klok) {
        this.uit = uit;
        this.terminal = terminal;
        this.klok = klok;
        this.begin = klok.instant();
    }

    /// Does a step: says what it is, and afterwards how long it took.
    ///
    /// @param naam short name, the key in the summary
    <T> T stap(String naam, String uitleg, Werk<T> werk) throws IOException, InterruptedException {
        nummer++;
        uit.println();
        uit.println(terminal.strong(nummer + ". " + uitleg));
        Instant start = klok.instant();
        T resultaat = werk.doe();
        Duration duur = Duration.between(start, klok.instant());
        seconden.put(naam, duur.toMillis() / 1000.0);
        regel(terminal.paint(Tone.GOOD, "klaar") + " in " + Formats.duration(duur));
        return resultaat;
    }

    /// A line below the step.
    void regel(String tekst) {
        uit.println("   " + tekst);
    }

    /// Seconds by step.
    Map<String, Double> seconden() {
        return Map.copyOf(seconden);
    }

    /// Since the start.
    Duration totaal() {
        return Duration.between(begin, klok.instant());
    }

    Terminal terminal() {
        return terminal;
    }

    PrintStream uit() {
        return uit;
    }
}
