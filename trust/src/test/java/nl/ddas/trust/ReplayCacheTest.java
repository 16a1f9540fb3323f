// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/// The memory of used signatures.
class ReplayCacheTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    @Test
    void knowsASignatureAgain() {
        ReplayCache cache = new ReplayCache(10);

        assertThat(cache.firstUse(signature(1), NOW, NOW.minusSeconds(300))).isTrue();
        assertThat(cache.firstUse(signature(1), NOW, NOW.minusSeconds(300))).isFalse();
        assertThat(cache.firstUse(signature(2), NOW, NOW.minusSeconds(300))).isTrue();
    }

    @Test
    void forgetsWhatIsTooOldToBeAcceptedAnyway() {
        ReplayCache cache = new ReplayCache(10);
        cache.firstUse(signature(1), NOW, NOW.minusSeconds(300));

        cache.firstUse(signature(2), NOW.plusSeconds(400), NOW.plusSeconds(100));

        assertThat(cache.size()).isEqualTo(1);
    }

    @Test
    void neverLetsASignatureThroughTwiceWhenItIsFull() {
        ReplayCache cache = new ReplayCache(3);
        for (int i = 0; i < 10; i++) {
            assertThat(cache.firstUse(signature(i), NOW.plusSeconds(i), NOW.minusSeconds(300)))
                    .isTrue();
        }

        assertThat(cache.size()).isEqualTo(3);
        for (int i = 0; i < 10; i++) {
            assertThat(cache.firstUse(signature(i), NOW.plusSeconds(i), NOW.minusSeconds(300)))
                    .isFalse();
        }
    }

    private static byte[] signature(int number) {
        return new byte[] {(byte) number};
    }

    @Test
    void remembersOneSignatureAtLeast() {
        assertThat(new ReplayCache(1).firstUse(signature(1), NOW, NOW)).isTrue();
        assertThatThrownBy(() -> new ReplayCache(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
