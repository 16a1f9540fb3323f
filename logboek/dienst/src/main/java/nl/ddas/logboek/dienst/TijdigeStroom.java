// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;

/// A body as it comes over the network, that has to be in before a moment: with a byte now and then a sender is
/// never silent, and would hold its room for ever. Put below decompression, which reads on as long as nothing
/// comes out.
final class TijdigeStroom extends FilterInputStream {

    private static final int HAP = 8192;

    private final Instant eind;
    private final Clock clock;

    /// @param eind last moment at which may be read
    TijdigeStroom(InputStream body, Instant eind, Clock clock) {
        super(body);
        this.eind = eind;
        this.clock = clock;
    }

    /// Leaves the decoders; never seen outside.
    static final class Traag extends IOException {
        private static final long serialVersionUID = 1L;

        Traag() {
            super("the body takes too long to come in");
        }
    }

    private void look() throws Traag {
        if (clock.instant().isAfter(eind)) {
            throw new Traag();
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
        byte[] lost = new byte[(int) Math.max(0, Math.min(wanted, HAP))];
        return Math.max(0, read(lost, 0, lost.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
