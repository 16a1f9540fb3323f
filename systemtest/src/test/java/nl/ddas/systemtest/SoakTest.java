// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import nl.ddas.levering.verzamelaar.Verzamelresultaat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Delivery after delivery over mutual TLS, for `ddas.soak.minuten`: nothing that is held grows. What it holds after
/// the first deliveries is compared with what it holds at the end.
@Tag("zwaar")
class SoakTest {

    private static final Duration LONG = Duration.ofMinutes(Long.getLong("ddas.soak.minuten", 5));
    private static final int WARM = 15;
    private static final int LAST = 5;
    private static final int TRAJECTEN = 2_000;
    private static final long MIB = 1024 * 1024;

    @TempDir
    private Path map;

    @Test
    void nothingGrowsWithTheNumberOfDeliveries() throws Exception {
        Proefopstelling.bron(map, 1, TRAJECTEN);
        try (Proefopstelling opstelling = new Proefopstelling(map)) {
            int rounds = 0;
            while (rounds < WARM) {
                round(opstelling, ++rounds);
            }
            Usage begin = Usage.now(map);
            System.out.printf("soak: after %d deliveries of %d trajecten: %s%n", rounds, TRAJECTEN, begin);
            long end = System.nanoTime() + LONG.toNanos();
            while (System.nanoTime() < end) {
                round(opstelling, ++rounds);
                if (rounds % 50 == 0) {
                    System.out.printf("soak: after %d deliveries: %s%n", rounds, Usage.now(map));
                }
            }
            Usage now = atRest(opstelling, rounds);
            System.out.printf("soak: after %d deliveries: %s%n", rounds + LAST, now);

            assertThat(rounds).as("deliveries").isGreaterThan(WARM);
            assertThat(now.heap()).as("heap").isLessThan(begin.heap() + 16 * MIB);
            assertThat(now.memory()).as("process").isLessThan(begin.memory() + 200 * MIB);
            assertThat(now.descriptors()).as("descriptors").isLessThan(begin.descriptors() + 20);
            assertThat(now.threads()).as("threads").isLessThan(begin.threads() + 10);
            assertThat(now.files()).as("files").isLessThan(begin.files() + 20);
        }
    }

    /// The least over some deliveries more: what grows does so in all of them.
    private Usage atRest(Proefopstelling opstelling, int rounds) throws Exception {
        Usage least = Usage.now(map);
        for (int i = 1; i <= LAST; i++) {
            round(opstelling, rounds + i);
            least = least.least(Usage.now(map));
        }
        return least;
    }

    /// New contents each time, so that each delivery takes the place of the one before.
    private void round(Proefopstelling opstelling, int number) throws Exception {
        Proefopstelling.bron(map, number, TRAJECTEN);
        Verzamelresultaat result = opstelling.lever();

        assertThat(result.leveranciers()).singleElement().satisfies(one -> {
            assertThat(one.status()).as("delivery %d", number).isEqualTo("ingelezen");
            assertThat(one.ingelezen()).isPositive();
        });
    }
}
