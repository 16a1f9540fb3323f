// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/// `trace_id` (LDV 3.2.2.1): 16 bytes, not all zero, the same for all that is done for one Dataverwerking.
///
/// @param hoog the first 8 bytes
/// @param laag the last 8 bytes
public record TraceId(long hoog, long laag) {

    /// In bytes.
    public static final int LENGTE = 16;

    /// @throws IllegalArgumentException when all bytes are zero
    public TraceId {
        if ((hoog | laag) == 0) {
            throw new IllegalArgumentException("trace_id: expected 16 bytes that are not all zero");
        }
    }

    /// From its bytes; empty when there are not exactly 16, or all are zero.
    public static Optional<TraceId> of(Octetten bytes) {
        if (bytes.length() != LENGTE || bytes.isZero()) {
            return Optional.empty();
        }
        String hex = bytes.hex();
        return Optional.of(
                new TraceId(HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, 32)));
    }

    /// The 16 bytes.
    public byte[] bytes() {
        return ByteBuffer.allocate(LENGTE).putLong(hoog).putLong(laag).array();
    }

    /// 32 hexadecimal digits, lower case: as OTLP/JSON and W3C Trace Context write it.
    public String hex() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(hoog) + hex.toHexDigits(laag);
    }

    /// As the read extension writes it.
    public UUID uuid() {
        return new UUID(hoog, laag);
    }

    @Override
    public String toString() {
        return hex();
    }
}
