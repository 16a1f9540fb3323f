// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;

/// A body as it comes over the network, that has to be in before a moment: who sends a byte now and then is never
/// silent, and would hold the other side for ever. Put below decompression, which reads on as long as nothing comes
/// out.
public final class TimelyStream extends FilterInputStream {

    /// Bytes that are skipped at once.
    private static final int BITE = 8192;

    private final Instant end;
    private final Clock clock;

    /// @param end last moment at which may be read; after it each read throws [TooSlow]
    public TimelyStream(InputStream body, Instant end, Clock clock) {
        super(body);
        this.end = end;
        this.clock = clock;
    }

    /// The moment passed before the body was in.
    public static final class TooSlow extends IOException {
        private static final long serialVersionUID = 1L;

        private TooSlow() {
            super("the body takes too long to come in");
        }
    }

    private void look() throws TooSlow {
        if (clock.instant().isAfter(end)) {
            throw new TooSlow();
        }
    }

    @Override
    public int read() throws IOException {
        look();
        return in.read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        look();
        return in.read(into, from, length);
    }

    @Override
    public long skip(long wanted) throws IOException {
        // By reading, because a stream that skips does not come back before all of it is there.
        byte[] lost = new byte[Math.clamp(wanted, 0, BITE)];
        return Math.max(0, read(lost, 0, lost.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
