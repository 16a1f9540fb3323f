// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;

/// Breaks off an answer that takes too long, also when now and then a byte comes.
final class Termijnstroom extends FilterInputStream {

    private final Clock clock;
    private final Instant eind;

    Termijnstroom(InputStream in, Clock clock, Instant eind) {
        super(in);
        this.clock = clock;
        this.eind = eind;
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        check();
        return super.read(into, offset, length);
    }

    private void check() throws IOException {
        if (clock.instant().isAfter(eind)) {
            throw new IOException("the answer took too long");
        }
    }
}
