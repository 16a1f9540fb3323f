// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Base64url without padding (RFC 7515, section 2) in pieces of a text that may be large; one spelling per value.
public final class Base64Url {

    private Base64Url() {}

    /// Number of characters for so many bytes.
    public static long length(long bytes) {
        return bytes / 3 * 4 + (bytes % 3 == 0 ? 0 : bytes % 3 + 1);
    }

    /// @return without padding
    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// The bytes of a piece; empty when it is spelled otherwise.
    ///
    /// @param from first character
    /// @param to behind the last character
    public static Optional<byte[]> decode(byte[] text, int from, int to) {
        return decode(text, from, to, 0);
    }

    /// As [#decode(byte[], int, int)], with room behind the bytes.
    ///
    /// @param spare number of bytes that are left zero
    public static Optional<byte[]> decode(byte[] text, int from, int to, int spare) {
        int whole = (to - from) / 4 * 4;
        // Only the last characters can have a second spelling; the rest need not be encoded again to see that.
        Optional<byte[]> tail =
                StrictBase64.url(new String(text, from + whole, to - from - whole, StandardCharsets.ISO_8859_1));
        if (tail.isEmpty() || (whole > 0 && text[from + whole - 1] == '=')) {
            return Optional.empty();
        }
        int bytes = whole / 4 * 3;
        byte[] decoded = new byte[bytes + tail.get().length + spare];
        return fill(text, from, whole, decoded) ? Optional.of(with(tail.get(), decoded, bytes)) : Optional.empty();
    }

    private static byte[] with(byte[] tail, byte[] decoded, int at) {
        System.arraycopy(tail, 0, decoded, at, tail.length);
        return decoded;
    }

    /// Decodes in chunks: the decoder of the JDK wants its input in an array of its own.
    private static boolean fill(byte[] text, int from, int length, byte[] into) {
        byte[] chunk = new byte[Math.min(length, 64 * 1024)];
        byte[] made = new byte[chunk.length / 4 * 3];
        int at = 0;
        try {
            for (int done = 0; done < length; done += chunk.length) {
                int size = Math.min(chunk.length, length - done);
                byte[] piece = size == chunk.length ? chunk : new byte[size];
                System.arraycopy(text, from + done, piece, 0, size);
                int count = Base64.getUrlDecoder().decode(piece, made);
                if (count != size / 4 * 3) {
                    return false;
                }
                System.arraycopy(made, 0, into, at, count);
                at += count;
            }
            return true;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
