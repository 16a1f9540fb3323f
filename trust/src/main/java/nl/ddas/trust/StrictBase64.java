// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// Base64 with exactly one spelling per value. The decoder of the JDK also takes stray trailing bits and missing
/// padding, by which two texts could stand for one signature; so what comes out is encoded again and compared.
final class StrictBase64 {

    private StrictBase64() {}

    /// Base64url without padding (RFC 7515, section 2).
    static Optional<byte[]> url(String text) {
        return decode(text, Base64.getUrlDecoder(), Base64.getUrlEncoder().withoutPadding());
    }

    /// Standard base64 with padding (RFC 4648, section 4).
    static Optional<byte[]> standard(String text) {
        return decode(text, Base64.getDecoder(), Base64.getEncoder());
    }

    private static Optional<byte[]> decode(String text, Base64.Decoder decoder, Base64.Encoder encoder) {
        byte[] ascii = text.getBytes(StandardCharsets.UTF_8);
        try {
            byte[] decoded = decoder.decode(ascii);
            return Arrays.equals(ascii, encoder.encode(decoded)) ? Optional.of(decoded) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
