// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Rows of one controller in the binary form of PostgreSQL's COPY (documentation of COPY, "Binary Format"). Made before
/// the numbers of their leaves are known: who has those keeps others waiting.
final class Kopie {

    static final String KOLOMMEN =
            "dag, houder, trace_id, span_id, start_nanos, nummer, activiteit, betrokkene, vreemde_trace, zout, vorm";

    private static final byte[] BEGIN = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final short VELDEN = 11;
    /// 2000-01-01, where PostgreSQL's days begin.
    private static final long EERSTE_DAG = 10_957;

    /// The beginning, two empty fields of the head, and the end.
    private static final int RAND = BEGIN.length + 2 * Integer.BYTES + Short.BYTES;

    private final byte[] bytes;
    private final int[] nummers;

    private Kopie(byte[] bytes, int[] nummers) {
        this.bytes = bytes;
        this.nummers = nummers;
    }

    /// @param rijen of one controller
    static Kopie of(List<Rij> rijen) {
        byte[] bytes = new byte[RAND + rijen.stream().mapToInt(Kopie::length).sum()];
        int[] nummers = new int[rijen.size()];
        ByteBuffer out = ByteBuffer.wrap(bytes).put(BEGIN).putInt(0).putInt(0);
        for (int i = 0; i < nummers.length; i++) {
            nummers[i] = row(out, rijen.get(i));
        }
        out.putShort((short) -1);
        return new Kopie(bytes, nummers);
    }

    /// The bytes to send.
    ///
    /// @param eerste leaf of the first row; the others follow
    byte[] numbered(long eerste) {
        ByteBuffer out = ByteBuffer.wrap(bytes);
        for (int i = 0; i < nummers.length; i++) {
            out.putLong(nummers[i], eerste + i);
        }
        return bytes;
    }

    private static int length(Rij rij) {
        return Short.BYTES
                + VELDEN * Integer.BYTES
                + 2 * Integer.BYTES
                + 3 * Long.BYTES
                + rij.traceId().bytes().length
                + length(rij.activiteit())
                + length(rij.betrokkene())
                + length(rij.vreemdeTrace())
                + rij.zout().length
                + rij.vorm().length;
    }

    private static int length(Optional<byte[]> value) {
        return value.map(bytes -> bytes.length).orElse(0);
    }

    /// @return where the number of its leaf stands
    private static int row(ByteBuffer out, Rij rij) {
        out.putShort(VELDEN);
        out.putInt(Integer.BYTES).putInt((int) (rij.dag().toEpochDay() - EERSTE_DAG));
        out.putInt(Integer.BYTES).putInt(rij.houder());
        bytes(out, rij.traceId().bytes());
        out.putInt(Long.BYTES).putLong(rij.spanId());
        out.putInt(Long.BYTES).putLong(rij.startNanos());
        out.putInt(Long.BYTES);
        int nummer = out.position();
        out.putLong(0);
        optional(out, rij.activiteit());
        optional(out, rij.betrokkene());
        optional(out, rij.vreemdeTrace());
        bytes(out, rij.zout());
        bytes(out, rij.vorm());
        return nummer;
    }

    private static void optional(ByteBuffer out, Optional<byte[]> value) {
        value.ifPresentOrElse(some -> bytes(out, some), () -> out.putInt(-1));
    }

    private static void bytes(ByteBuffer out, byte[] value) {
        out.putInt(value.length).put(value);
    }
}
