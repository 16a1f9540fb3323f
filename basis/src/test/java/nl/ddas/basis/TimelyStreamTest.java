// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimelyStreamTest {

    private static final Duration ALLOWED = Duration.ofSeconds(30);
    private static final int LENGTH = 20_000;

    private final TestClock clock = TestClock.at("2026-11-23T09:00:00Z");
    private final InputStream stream = new TimelyStream(
            new ByteArrayInputStream(new byte[LENGTH]), clock.instant().plus(ALLOWED), clock);

    private enum Way {
        BYTE {
            @Override
            long of(InputStream stream) throws IOException {
                return stream.read() < 0 ? 0 : 1;
            }
        },
        PIECE {
            @Override
            long of(InputStream stream) throws IOException {
                return stream.read(new byte[7]);
            }
        },
        SKIP {
            @Override
            long of(InputStream stream) throws IOException {
                return stream.skip(7);
            }
        };

        abstract long of(InputStream stream) throws IOException;
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void givesUntilTheLastMomentAndNotAfterIt(Way way) throws IOException {
        clock.advance(ALLOWED);
        assertThat(way.of(stream)).isPositive();
        clock.advance(Duration.ofNanos(1));
        assertThatThrownBy(() -> way.of(stream)).isInstanceOf(TimelyStream.TooSlow.class);
    }

    /// The stream below would not come back before all of it is there.
    @Test
    void skipsNoMoreThanAPieceAtOnce() throws IOException {
        assertThat(stream.skip(LENGTH)).isBetween(1L, LENGTH - 1L);
        stream.skipNBytes(LENGTH - 8_192);
        assertThat(stream.skip(1)).isZero();
        assertThat(stream.read()).isNegative();
    }

    @Test
    void doesNotGoBack() {
        assertThat(stream.markSupported()).isFalse();
    }
}
