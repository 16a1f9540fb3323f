// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.Base64;

/// Feeds a body into a signature engine as it streams by: protected header, dot, body in base64url (RFC 7515, appendix
/// F) or as it is (RFC 7797); takes the SHA-256 of the body on the way. Holds one chunk, never the body.
final class SigningInput {

    /// A multiple of three, so that no chunk but the last leaves bits over.
    private static final int CHUNK = 3 * 16 * 1024;

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final Signature engine;
    private final MessageDigest sha256 = Sha256.digest();
    private final boolean encoded;
    private final byte[] chunk = new byte[CHUNK];
    private final byte[] text = new byte[CHUNK / 3 * 4];
    private int filled;

    /// @param engine with its key, nothing fed yet
    /// @param header64 protected header in base64url
    /// @param encoded whether the body is signed in base64url
    SigningInput(Signature engine, String header64, boolean encoded) {
        this.engine = engine;
        this.encoded = encoded;
        byte[] start = (header64 + ".").getBytes(StandardCharsets.US_ASCII);
        feed(start, 0, start.length);
    }

    void write(byte[] bytes, int offset, int length) {
        int from = offset;
        int left = length;
        while (left > 0) {
            int taken = Math.min(left, CHUNK - filled);
            System.arraycopy(bytes, from, chunk, filled, taken);
            filled += taken;
            from += taken;
            left -= taken;
            if (filled == CHUNK) {
                drain();
            }
        }
    }

    /// Ends the body; the engine is now ready to sign or verify.
    ///
    /// @return SHA-256 of the body
    byte[] end() {
        drain();
        return sha256.digest();
    }

    private void drain() {
        sha256.update(chunk, 0, filled);
        if (encoded) {
            byte[] full = filled == CHUNK ? chunk : Arrays.copyOf(chunk, filled);
            feed(text, 0, BASE64URL.encode(full, text));
        } else {
            feed(chunk, 0, filled);
        }
        filled = 0;
    }

    private void feed(byte[] bytes, int offset, int length) {
        try {
            engine.update(bytes, offset, length);
        } catch (SignatureException broken) {
            throw new IllegalStateException("the signature engine has no key", broken);
        }
    }
}
