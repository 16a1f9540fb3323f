// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static nl.ddas.levering.verzamelaar.Proefopstelling.verzamel;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Goedkeuring;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Evidence goes away in time.
class OpruimingTest {

    @TempDir
    static Path gedeeld;

    @TempDir
    Path map;

    private static Proefopstelling op;

    @BeforeAll
    static void begin() throws IOException {
        op = new Proefopstelling(gedeeld);
    }

    @AfterAll
    static void eind() {
        op.close();
    }

    @BeforeEach
    void schoon() {
        op.schoon(map);
    }

    @Test
    void evidenceGoesAwayAfterItsRetention() throws Exception {
        TestClock klok = new TestClock(Clock.systemUTC().instant());
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Direct(), klok)) {
            verzamel(verzamelaar, op.een);
            verzamelaar.ruimOp();
            assertThat(op.tel("bewijs")).isEqualTo(3 + 4);
            klok.advance(Duration.ofDays(401));
            verzamelaar.ruimOp();
            assertThat(op.tel("bewijs")).isZero();
            try (Stream<Path> over = Files.list(op.bewijsmap())) {
                assertThat(over.map(bestand -> String.valueOf(bestand.getFileName())))
                        .containsExactly("persoonssleutel");
            }
        }
    }
}
