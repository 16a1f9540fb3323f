// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Tempo;

/// Watches the pace of one answer: who sends a byte now and then is never silent, and yet never done.
///
/// Looks at the clock after each piece that comes in; a wait for a piece is bounded by the longest silence.
final class Leestempo {

    private final Tempo tempo;
    private final Clock clock;
    private final Instant begin;

    /// The answer is asked for now.
    Leestempo(Tempo tempo, Clock clock) {
        this.tempo = tempo;
        this.clock = clock;
        this.begin = clock.instant();
    }

    /// The body of the answer; reading it fails with [TeTraag] when it is too slow. Does not close `body`.
    InputStream over(InputStream body) {
        return new Stroom(body);
    }

    private final class Stroom extends FilterInputStream {
        private Instant vensterBegin = clock.instant();
        private long inVenster;

        Stroom(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            byte[] een = new byte[1];
            return read(een, 0, 1) < 0 ? -1 : een[0] & 0xff;
        }

        @Override
        public int read(byte[] naar, int begin, int lengte) throws IOException {
            int gelezen = super.read(naar, begin, lengte);
            if (gelezen > 0) {
                tel(gelezen);
            }
            return gelezen;
        }

        @Override
        public void close() {
            // Who opened the answer closes it.
        }

        private void tel(int gelezen) throws TeTraag {
            Instant nu = clock.instant();
            if (Duration.between(begin, nu).compareTo(tempo.langste()) > 0) {
                throw new TeTraag(Reden.ANTWOORD_DUURT_TE_LANG);
            }
            inVenster += gelezen;
            Duration duur = Duration.between(vensterBegin, nu);
            if (duur.compareTo(Tempo.VENSTER) >= 0) {
                if (inVenster < duur.toSeconds() * tempo.minstePerSeconde()) {
                    throw new TeTraag(Reden.ANTWOORD_TE_TRAAG);
                }
                vensterBegin = nu;
                inVenster = 0;
            }
        }
    }
}
