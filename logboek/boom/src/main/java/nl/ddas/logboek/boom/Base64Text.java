// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.util.Base64;
import java.util.Optional;

/// Base64 (RFC 4648, section 4) that has one spelling only: padded, without spare bits.
final class Base64Text {

    private Base64Text() {}

    /// The bytes; empty when the text is not what the writer would have made of them.
    static Optional<byte[]> read(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return write(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    static String write(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
