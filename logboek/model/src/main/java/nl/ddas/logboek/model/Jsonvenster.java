// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Remembers what passes by since a place, up to a limit, so that the text of an object is there when it was
/// read. A place lies in the piece that was read last: a parser looks no further back.
final class Jsonvenster extends FilterInputStream {

    private final int grens;
    private byte[] laatste = new byte[0];
    private byte[] bewaard = new byte[16_384];
    private long vanaf;
    private int lengte;
    private long gelezen;

    Jsonvenster(InputStream in, int grens) {
        super(in);
        this.grens = grens;
    }

    /// Forgets what stands before this place.
    void begin(long plaats) {
        vanaf = plaats;
        lengte = 0;
        int from = Math.clamp(plaats - (gelezen - laatste.length), 0, laatste.length);
        keep(laatste, from, laatste.length - from);
    }

    /// What stood from the place that was begun with up to this one; cut at a limit when it is longer.
    Ruw until(long plaats, int limiet) {
        long wanted = plaats - vanaf;
        int there = (int) Math.min(wanted, Math.min(limiet, lengte));
        byte[] copy = Arrays.copyOf(bewaard, there);
        return there < wanted ? Ruw.first(copy) : Ruw.whole(copy);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = in.read(into, from, length);
        if (read > 0) {
            laatste = Arrays.copyOfRange(into, from, from + read);
            gelezen += read;
            keep(into, from, read);
        }
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        byte[] passed = new byte[Math.clamp(wanted, 0, 8_192)];
        return Math.max(0, read(passed, 0, passed.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void keep(byte[] bytes, int from, int length) {
        int fits = Math.min(length, grens - lengte);
        if (lengte + fits > bewaard.length) {
            bewaard = Arrays.copyOf(bewaard, Math.min(grens, Math.max(lengte + fits, 2 * bewaard.length)));
        }
        System.arraycopy(bytes, from, bewaard, lengte, fits);
        lengte += fits;
    }
}
