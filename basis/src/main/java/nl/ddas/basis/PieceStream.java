// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/// A stream over what comes in pieces: checks what the reader asks, and leaves the pieces to whoever has them.
abstract class PieceStream extends InputStream {

    private boolean closed;

    /// Copies what there is into `to`, waiting when there is nothing yet.
    ///
    /// @param length at least 1
    /// @return how many bytes were copied, at least 1; -1 at the end
    abstract int take(byte[] to, int offset, int length) throws IOException;

    /// Called once, when the stream is closed.
    abstract void release();

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public final int read(byte[] to, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, to.length);
        if (closed) {
            throw new IOException("the stream is closed");
        }
        return length == 0 ? 0 : take(to, offset, length);
    }

    @Override
    public final void close() {
        if (!closed) {
            closed = true;
            release();
        }
    }
}
