// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Gives at most so many bytes, then [InvoerTeGroot].
final class BegrensdeStroom extends FilterInputStream {

    private long rest;

    BegrensdeStroom(InputStream in, long grens) {
        super(in);
        this.rest = grens;
    }

    @Override
    public int read() throws IOException {
        int one = in.read();
        if (one >= 0) {
            count(1);
        }
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = in.read(into, from, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = in.skip(wanted);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long read) throws IOException {
        rest -= read;
        if (rest < 0) {
            throw new InvoerTeGroot(Invoer.Reden.TE_GROOT);
        }
    }
}
