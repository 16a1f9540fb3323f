// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Response;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

@Isolated("listens to the log of the counts")
class VerzoektellingTest {

    private static final String VREEMDE = "00000099000000003000";

    @TempDir
    private Path map;

    private final TestClock clock = new TestClock(Instant.parse("2026-11-20T10:00:00Z"));
    private final Metrics cijfers = new Metrics();

    /// Past the limit of requests a stranger costs us next to nothing, so it may go on for long.
    @Test
    void aStrangerWhoGoesOnIsCountedEachTimeAndToldOnceADay() throws IOException {
        Verzoektelling telling = Verzoektelling.open(map.resolve("tellingen.csv"), cijfers, clock);
        List<String> gezegd = gezegd(() -> {
            weiger(telling, 500, "toegang-geweigerd");
            weiger(telling, 500, "te-veel-verzoeken");
            clock.advance(Duration.ofDays(1));
            weiger(telling, 500, "te-veel-verzoeken");
        });

        assertThat(gezegd).hasSize(3).allMatch(regel -> regel.contains(VREEMDE));
        assertThat(new String(((Response.Body.Bytes) cijfers.toResponse().body()).bytes(), StandardCharsets.UTF_8))
                .contains("ddas_bron_onverwachte_afzender_total 1500");
        assertThat(telling.csv())
                .contains(
                        "2026-11-20," + VREEMDE + ",te-veel-verzoeken,geen,500",
                        "2026-11-21," + VREEMDE + ",te-veel-verzoeken,geen,500");
    }

    private static void weiger(Verzoektelling telling, int keren, String uitkomst) {
        for (int keer = 0; keer < keren; keer++) {
            telling.tel(VREEMDE, uitkomst, "geen", true);
        }
    }

    private static List<String> gezegd(Runnable werk) {
        Logger log = (Logger) LoggerFactory.getLogger(Verzoektelling.class);
        ListAppender<ILoggingEvent> regels = new ListAppender<>();
        regels.start();
        log.addAppender(regels);
        try {
            werk.run();
        } finally {
            log.detachAppender(regels);
        }
        return regels.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
