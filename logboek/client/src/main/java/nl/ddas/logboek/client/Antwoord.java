// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Reads `ExportTraceServiceResponse`: `partial_success` 1, and therein `rejected_spans` 1 and `error_message` 2.
final class Antwoord {

    private static final int MAX_REDEN = 2_000;

    private final ByteBuffer in;
    private long geweigerd;
    private String reden = "";

    private Antwoord(ByteBuffer in) {
        this.in = in;
    }

    /// What the log says about a request it has read. Something else than its words says nothing about the lines.
    ///
    /// @param regels how many lines were in the request
    static Uitkomst read(byte[] body, int regels) {
        try {
            Antwoord whole = new Antwoord(ByteBuffer.wrap(body));
            whole.response();
            return whole.geweigerd == 0
                    ? new Uitkomst.Bevestigd()
                    : new Uitkomst.Geweigerd(Math.max(1, Math.min(regels, whole.geweigerd)), "refused: " + whole.reden);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return new Uitkomst.Later(Optional.empty(), "the answer is no OTLP");
        }
    }

    private void response() {
        while (in.hasRemaining()) {
            long tag = varint();
            if (tag == (1 << 3 | 2)) {
                Antwoord part = new Antwoord(message());
                part.partialSuccess();
                geweigerd += part.geweigerd;
                reden = part.reden;
            } else {
                skip(tag);
            }
        }
    }

    private void partialSuccess() {
        while (in.hasRemaining()) {
            long tag = varint();
            if (tag == 1 << 3) {
                geweigerd = varint();
            } else if (tag == (2 << 3 | 2)) {
                String text = UTF_8.decode(message()).toString();
                reden = text.substring(0, Math.min(MAX_REDEN, text.length()));
            } else {
                skip(tag);
            }
        }
    }

    private ByteBuffer message() {
        long length = varint();
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer part = in.slice(in.position(), (int) length);
        in.position(in.position() + (int) length);
        return part;
    }

    private void skip(long tag) {
        switch ((int) (tag & 7)) {
            case 0 -> varint();
            case 1 -> in.getLong();
            case 2 -> message();
            case 5 -> in.getInt();
            default -> throw new IllegalArgumentException("wire type");
        }
    }

    private long varint() {
        long number = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte one = in.get();
            number |= (long) (one & 0x7f) << shift;
            if (one >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("varint");
    }
}
