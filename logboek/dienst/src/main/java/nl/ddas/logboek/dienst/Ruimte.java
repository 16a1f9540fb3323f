// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/// How many bytes of bodies may be in memory at the same time, counted after decompression. Who comes when it
/// is used up is asked to come later: a thousand senders at once may not take more memory than there is. Nor
/// may one controller keep the others out: its bodies together take at most two thirds of what others leave, so
/// that something is left for the next. Safe for many threads.
final class Ruimte {

    private static final int STUK = 64 * 1024;
    /// A controller takes at most so many pieces for each piece that stays free.
    private static final int PER_VRIJ = 2;

    private final int stukken;
    private final Map<Houder, Integer> genomen = new HashMap<>();
    private int vrij;

    /// @param bytes of all bodies together
    Ruimte(long bytes) {
        this.stukken = Math.toIntExact(Math.max(1, bytes / STUK));
        this.vrij = stukken;
    }

    /// The least room in which one body of this size fits when there is no other.
    static long voor(long bytes) {
        long nodig = (bytes + STUK - 1) / STUK;
        return (nodig + (nodig + PER_VRIJ - 1) / PER_VRIJ) * STUK;
    }

    /// In use now, in bytes.
    synchronized long gebruikt() {
        return (long) (stukken - vrij) * STUK;
    }

    /// Begins a body; it takes nothing yet.
    ///
    /// @param houder whose lines are in it
    Deel deel(Houder houder) {
        return new Deel(houder);
    }

    private synchronized boolean take(Houder houder, int meer) {
        int eigen = genomen.getOrDefault(houder, 0) + meer;
        int over = vrij - meer;
        if (eigen > (long) PER_VRIJ * over) {
            return false;
        }
        genomen.put(houder, eigen);
        vrij = over;
        return true;
    }

    private synchronized void giveBack(Houder houder, int minder) {
        int eigen = genomen.getOrDefault(houder, 0) - minder;
        if (eigen > 0) {
            genomen.put(houder, eigen);
        } else {
            genomen.remove(houder);
        }
        vrij += minder;
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

        private final Houder houder;
        private long gelezen;
        private int eigen;

        private Deel(Houder houder) {
            this.houder = houder;
        }

        /// The same bytes, counted.
        InputStream count(InputStream body) {
            return new FilterInputStream(body) {
                @Override
                public int read() throws IOException {
                    int one = in.read();
                    need(one < 0 ? 0 : 1);
                    return one;
                }

                @Override
                public int read(byte[] into, int from, int length) throws IOException {
                    int read = in.read(into, from, length);
                    need(Math.max(0, read));
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

        private void need(int bytes) throws Vol {
            gelezen += bytes;
            int nodig = (int) ((gelezen + STUK - 1) / STUK);
            if (nodig > eigen) {
                if (!take(houder, nodig - eigen)) {
                    throw new Vol();
                }
                eigen = nodig;
            }
        }

        @Override
        public void close() {
            giveBack(houder, eigen);
            eigen = 0;
        }
    }
}
