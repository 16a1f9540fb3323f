// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TestClockTest {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    @Test
    void aClockInAnotherZoneMovesAlong() {
        TestClock clock = TestClock.at("2026-11-21T09:00:00Z");
        Clock inZone = clock.withZone(AMSTERDAM);

        clock.advance(Duration.ofHours(1));

        assertThat(inZone.instant()).isEqualTo(Instant.parse("2026-11-21T10:00:00Z"));
        assertThat(inZone.getZone()).isEqualTo(AMSTERDAM);
        assertThat(clock.getZone()).isNotEqualTo(AMSTERDAM);
    }

    @Test
    void advancingByManyAtOnceLosesNothing() throws InterruptedException {
        TestClock clock = TestClock.at("2026-11-21T09:00:00Z");
        Thread other = Thread.ofVirtual().start(() -> tick(clock));

        tick(clock);
        other.join();

        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-21T09:00:20Z"));
    }

    private static void tick(TestClock clock) {
        for (int times = 0; times < 10_000; times++) {
            clock.advance(Duration.ofMillis(1));
        }
    }
}
