// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

/// How many bytes of bodies may be in memory at the same time, counted after decompression. Who comes when it
/// is used up is asked to come later: a thousand senders at once may not take more memory than there is.
final class Ruimte {

    private static final int STUK = 64 * 1024;

    private final int stukken;
    private final Semaphore vrij;

    /// @param bytes of all bodies together
    Ruimte(long bytes) {
        this.stukken = Math.toIntExact(Math.max(1, bytes / STUK));
        this.vrij = new Semaphore(stukken);
    }

    /// In use now, in bytes.
    long gebruikt() {
        return (long) (stukken - vrij.availablePermits()) * STUK;
    }

    /// Leaves the decoders; never seen outside.
    static final class Vol extends IOException {
        private static final long serialVersionUID = 1L;

        Vol() {
            super("no room for more bytes now");
        }
    }

    /// The part of one body, from its first byte until what was made of it is done with.
    final class Deel implements AutoCloseable {

        private long gelezen;
        private int genomen;

        /// The same bytes, counted.
        InputStream count(InputStream body) {
            return new FilterInputStream(body) {
                @Override
                public int read() throws IOException {
                    int one = in.read();
                    take(one < 0 ? 0 : 1);
                    return one;
                }

                @Override
                public int read(byte[] into, int from, int length) throws IOException {
                    int read = in.read(into, from, length);
                    take(Math.max(0, read));
                    return read;
                }

                @Override
                public long skip(long wanted) throws IOException {
                    return in.skip(wanted);
                }

                @Override
                public boolean markSupported() {
                    return false;
                }
            };
        }

        private void take(int bytes) throws Vol {
            gelezen += bytes;
            int needed = (int) ((gelezen + STUK - 1) / STUK);
            if (needed > genomen) {
                if (!vrij.tryAcquire(needed - genomen)) {
                    throw new Vol();
                }
                genomen = needed;
            }
        }

        @Override
        public void close() {
            vrij.release(genomen);
            genomen = 0;
        }
    }
}
