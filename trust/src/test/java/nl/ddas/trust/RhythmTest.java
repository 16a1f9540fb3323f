// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When an issuer is asked again.
class RhythmTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    /// How long the list still holds, and how soon it is asked again.
    @ParameterizedTest
    @CsvSource({
        "PT48H,     PT4H",
        "PT8H2S,    PT4H",
        "PT8H,      PT4H",
        "PT7H59M,   PT3H59M30S",
        "PT10M,     PT5M",
        "PT2M,      PT1M",
        "PT1M59S,   PT1M",
        "PT0S,      PT1M",
        "PT-10H,    PT1M"
    })
    void halfOfWhatIsLeftWithinBounds(Duration left, Duration again) {
        assertThat(Rhythm.afterSuccess(NOW, NOW.plus(left))).isEqualTo(again);
    }

    @Test
    void soonerWhenNothingHoldsAnyMore() {
        assertThat(Rhythm.afterFailure(true)).isEqualTo(Duration.ofMinutes(5));
        assertThat(Rhythm.afterFailure(false)).isEqualTo(Duration.ofMinutes(1));
    }
}
