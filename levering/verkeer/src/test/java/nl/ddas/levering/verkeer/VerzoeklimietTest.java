// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;

class VerzoeklimietTest {

    private final TestClock clock = TestClock.at("2026-11-21T09:00:00Z");
    private final Verzoeklimiet limiet = new Verzoeklimiet(3, clock);

    @Test
    void holdsBackWhoAsksTooOftenUntilATokenIsBack() {
        for (int i = 0; i < 3; i++) {
            assertThat(limiet.neem("cbs")).isZero();
        }
        assertThat(limiet.neem("cbs")).isEqualTo(Duration.ofSeconds(20));
        clock.advance(Duration.ofSeconds(15));
        assertThat(limiet.neem("cbs")).isEqualTo(Duration.ofSeconds(5));
        clock.advance(Duration.ofSeconds(5));
        assertThat(limiet.neem("cbs")).isZero();
        assertThat(limiet.neem("cbs")).isPositive();
    }

    @Test
    void holdsBackNobodyElse() {
        for (int i = 0; i < 10; i++) {
            limiet.neem("druk");
        }
        assertThat(limiet.neem("cbs")).isZero();
    }

    @Test
    void savesUpNoMoreThanAMinute() {
        clock.advance(Duration.ofDays(1));
        limiet.neem("cbs");
        clock.advance(Duration.ofDays(1));
        assertThat(limiet.neem("cbs")).isZero();
        assertThat(limiet.neem("cbs")).isZero();
        assertThat(limiet.neem("cbs")).isZero();
        assertThat(limiet.neem("cbs")).isPositive();
    }
}
