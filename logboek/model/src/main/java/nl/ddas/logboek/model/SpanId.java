// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/// `span_id` (LDV 3.2.2.2): 8 bytes, not all zero, of one action.
///
/// @param waarde the bytes as one number, first byte highest
public record SpanId(long waarde) {

    /// In bytes.
    public static final int LENGTE = 8;

    /// @throws IllegalArgumentException when all bytes are zero
    public SpanId {
        if (waarde == 0) {
            throw new IllegalArgumentException("span_id: expected 8 bytes that are not all zero");
        }
    }

    /// From its bytes; empty when there are not exactly 8, or all are zero.
    public static Optional<SpanId> of(Octetten bytes) {
        return bytes.length() == LENGTE && !bytes.isZero()
                ? Optional.of(new SpanId(HexFormat.fromHexDigitsToLong(bytes.hex())))
                : Optional.empty();
    }

    /// The 8 bytes.
    public byte[] bytes() {
        return ByteBuffer.allocate(LENGTE).putLong(waarde).array();
    }

    /// 16 hexadecimal digits, lower case.
    public String hex() {
        return HexFormat.of().toHexDigits(waarde);
    }

    @Override
    public String toString() {
        return hex();
    }
}
