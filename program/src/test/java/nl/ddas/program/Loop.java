// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import nl.ddas.testkit.TestClock;

/// One run of the program, as a user sees it.
///
/// @param uitgang exit status
/// @param uit standard output
/// @param fout standard error
record Loop(int uitgang, String uit, String fout) {

    private static final Clock KLOK = new TestClock(Instant.parse("2026-08-03T09:00:00Z"));

    static Loop van(Path map, String... args) {
        return van(KLOK, map, args);
    }

    /// With another clock: that of the machine, when certificates have to be good.
    static Loop van(Clock klok, Path map, String... args) {
        return van(klok, Map.of(), map, args);
    }

    /// With environment variables too.
    static Loop van(Clock klok, Map<String, String> variabelen, Path map, String... args) {
        ByteArrayOutputStream uit = new ByteArrayOutputStream();
        ByteArrayOutputStream fout = new ByteArrayOutputStream();
        Omgeving omgeving = new Omgeving(stroom(uit), stroom(fout), klok, variabelen, map);
        int uitgang = Main.run(omgeving, args);
        return new Loop(uitgang, uit.toString(StandardCharsets.UTF_8), fout.toString(StandardCharsets.UTF_8));
    }

    /// Everything that was said.
    String alles() {
        return uit + fout;
    }

    private static PrintStream stroom(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
