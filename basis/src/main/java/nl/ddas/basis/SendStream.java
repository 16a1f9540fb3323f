// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/// Gathers what is written into pieces and sends them; refuses more than the length that was announced.
final class SendStream extends OutputStream {

    private final SendWindow window;
    private final long length;
    private byte[] piece = new byte[0];
    private int sent;
    private int filled;
    private long written;

    SendStream(SendWindow window, long length) {
        this.window = window;
        this.length = length;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, bytes.length);
        if (written + count > length) {
            throw new IOException("body longer than the announced " + length + " bytes");
        }
        int from = offset;
        int left = count;
        while (left > 0) {
            if (filled == piece.length) {
                nextPiece();
            }
            int n = Math.min(left, piece.length - filled);
            System.arraycopy(bytes, from, piece, filled, n);
            filled += n;
            from += n;
            left -= n;
            written += n;
        }
    }

    /// Sends what was written so far.
    @Override
    public void flush() throws IOException {
        if (filled > sent) {
            window.send(piece, sent, filled - sent);
            sent = filled;
        }
    }

    /// Sends the rest.
    ///
    /// @throws IOException also when less was written than announced
    void finish() throws IOException {
        if (written != length) {
            throw new IOException("body of " + written + " bytes, announced were " + length);
        }
        flush();
    }

    private void nextPiece() throws IOException {
        flush();
        piece = new byte[(int) Math.min(Wire.SENT_PIECE, length - written)];
        sent = 0;
        filled = 0;
    }
}
