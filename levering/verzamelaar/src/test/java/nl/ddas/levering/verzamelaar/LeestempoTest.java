// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Tempo;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeestempoTest {

    private final TestClock clock = TestClock.at("2026-11-21T09:00:00Z");

    /// Gives so many bytes at each turn, each turn some seconds after the one before.
    private final class Bron extends ByteArrayInputStream {
        private final int perKeer;
        private final Duration pauze;

        Bron(int alles, int perKeer, Duration pauze) {
            super(new byte[alles]);
            this.perKeer = perKeer;
            this.pauze = pauze;
        }

        @Override
        public synchronized int read(byte[] naar, int begin, int lengte) {
            clock.advance(pauze);
            return super.read(naar, begin, Math.min(lengte, perKeer));
        }
    }

    private long lees(Tempo tempo, InputStream bron) throws IOException {
        try (InputStream in = new Leestempo(tempo, clock).over(bron)) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1000000, 100000, 1, 1800, 8192", // fast
        "290000, 1000, 1, 300, 1000", // just as fast as it must
        "1000, 1, 1, 1800, 0", // slow, where nothing is asked for
        "29, 1, 1, 1800, 8192", // slow, but over before it is looked at
    })
    void readsWhatComesFastEnough(int alles, int perKeer, int seconden, int langste, int minstens) throws IOException {
        assertThat(lees(
                        new Tempo(Duration.ofSeconds(langste), minstens),
                        new Bron(alles, perKeer, Duration.ofSeconds(seconden))))
                .isEqualTo(alles);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 1, 1, 1800, 8192, antwoord-te-traag",
        "290000, 999, 1, 300, 1000, antwoord-te-traag",
        "310000, 1000, 1, 300, 1000, antwoord-duurt-te-lang",
    })
    void givesUpWhatComesTooSlowly(int alles, int perKeer, int seconden, int langste, int minstens, String reden) {
        assertThatThrownBy(() -> lees(
                        new Tempo(Duration.ofSeconds(langste), minstens),
                        new Bron(alles, perKeer, Duration.ofSeconds(seconden))))
                .isInstanceOfSatisfying(
                        TeTraag.class, traag -> assertThat(traag.reden()).isEqualTo(reden));
    }

    @Test
    void aBurstFirstDoesNotPayForDrippingAfterwards() {
        InputStream bron = new SequenceInputStream(
                new Bron(10_000_000, 100_000, Duration.ZERO), new Bron(100, 1, Duration.ofSeconds(1)));
        assertThatThrownBy(() -> lees(new Tempo(Duration.ofHours(1), 100), bron))
                .isInstanceOfSatisfying(
                        TeTraag.class, traag -> assertThat(traag.reden()).isEqualTo("antwoord-te-traag"));
    }
}
