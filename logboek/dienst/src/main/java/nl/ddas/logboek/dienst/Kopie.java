// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Rows in the binary form of PostgreSQL's COPY (documentation of COPY, "Binary Format").
final class Kopie {

    static final String KOLOMMEN =
            "dag, houder, trace_id, span_id, start_nanos, nummer, activiteit, betrokkene, vreemde_trace, zout, vorm";

    private static final byte[] BEGIN = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final short VELDEN = 11;
    /// 2000-01-01, where PostgreSQL's days begin.
    private static final long EERSTE_DAG = 10_957;

    /// Bytes of a row but for the line itself, at most.
    private static final int RUIM = 200;

    private Kopie() {}

    /// @param rijen of one controller
    /// @param nummer leaf of the first; the others follow
    static byte[] write(List<Rij> rijen, long nummer) {
        int inhoud = rijen.stream().mapToInt(rij -> rij.vorm().length).sum();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(inhoud + rijen.size() * RUIM + RUIM);
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            out.write(BEGIN);
            out.writeInt(0);
            out.writeInt(0);
            long next = nummer;
            for (Rij rij : rijen) {
                row(out, rij, next++);
            }
            out.writeShort(-1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void row(DataOutputStream out, Rij rij, long nummer) throws IOException {
        out.writeShort(VELDEN);
        out.writeInt(Integer.BYTES);
        out.writeInt((int) (rij.dag().toEpochDay() - EERSTE_DAG));
        out.writeInt(Integer.BYTES);
        out.writeInt(rij.houder());
        bytes(out, rij.traceId().bytes());
        number(out, rij.spanId());
        number(out, rij.startNanos());
        number(out, nummer);
        optional(out, rij.activiteit());
        optional(out, rij.betrokkene());
        optional(out, rij.vreemdeTrace());
        bytes(out, rij.zout());
        bytes(out, rij.vorm());
    }

    private static void number(DataOutputStream out, long number) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(number);
    }

    private static void optional(DataOutputStream out, Optional<byte[]> value) throws IOException {
        if (value.isEmpty()) {
            out.writeInt(-1);
        } else {
            bytes(out, value.get());
        }
    }

    private static void bytes(DataOutputStream out, byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }
}
