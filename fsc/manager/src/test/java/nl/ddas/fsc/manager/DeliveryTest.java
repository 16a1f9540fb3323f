// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import nl.ddas.fsc.model.ContentHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "5, 32", "9, 512", "10, 900", "60, 900"})
    void waitsTwiceAsLongAfterEachAttemptGiveOrTakeAFifth(int attempts, long seconds) {
        for (int seed = 0; seed < 50; seed++) {
            Delivery row = new Delivery(
                    new ContentHash("$1$1$" + "A".repeat(86)),
                    Members.B,
                    Delivery.Action.ACCEPT,
                    Delivery.Status.PENDING,
                    attempts,
                    Members.NOW,
                    Members.NOW.minusSeconds(5),
                    "");
            Delivery later = row.later("away", Members.NOW, new Random(seed));
            assertThat(Duration.between(Members.NOW, later.next()).toMillis()).isBetween(seconds * 800, seconds * 1200);
            assertThat(later.attempts()).isEqualTo(attempts + 1);
            assertThat(later.since()).isEqualTo(row.since());
        }
    }

    @Test
    void repeatsWithADayBetweenAtMost() {
        Delivery row = new Delivery(
                new ContentHash("$1$1$" + "A".repeat(86)),
                Members.B,
                Delivery.Action.ACCEPT,
                Delivery.Status.DONE,
                0,
                Members.NOW,
                Members.NOW.minus(Duration.ofDays(30)),
                "");
        Instant tomorrow = Members.NOW.plus(Duration.ofDays(1));
        assertThat(row.mayBeRepeated(tomorrow.minusSeconds(1))).isFalse();
        assertThat(row.mayBeRepeated(tomorrow)).isTrue();
        assertThat(row.failed("422").mayBeRepeated(tomorrow)).isFalse();
    }
}
