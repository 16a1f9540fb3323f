// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Function;

/// Feeds a message into a signature engine as its body streams by: protected header, dot, and the [SignedPart]; takes
/// the SHA-256 of the body on the way. Holds one chunk, never the body.
final class SigningInput {

    /// A multiple of three, so that no chunk but the last leaves bits over.
    private static final int CHUNK = 3 * 16 * 1024;

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final Signature engine;
    private final MessageDigest sha256 = Sha256.digest();
    private final SignedPart part;
    private final byte[] chunk = new byte[CHUNK];
    private final byte[] text = new byte[CHUNK / 3 * 4];
    private int filled;

    /// @param engine with its key, nothing fed yet
    /// @param header64 protected header in base64url
    /// @param part what comes behind it
    SigningInput(Signature engine, String header64, SignedPart part) {
        this.engine = engine;
        this.part = part;
        feed(header64 + ".");
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
        byte[] digest = sha256.digest();
        switch (part) {
            case SignedPart.Body _ -> {}
            case SignedPart.Line(Function<byte[], String> text) -> feed(text.apply(digest));
        }
        return digest;
    }

    private void drain() {
        sha256.update(chunk, 0, filled);
        switch (part) {
            case SignedPart.Body(boolean encoded)
            when encoded -> {
                byte[] full = filled == CHUNK ? chunk : Arrays.copyOf(chunk, filled);
                feed(text, 0, BASE64URL.encode(full, text));
            }
            case SignedPart.Body _ -> feed(chunk, 0, filled);
            case SignedPart.Line _ -> {}
        }
        filled = 0;
    }

    private void feed(String ascii) {
        byte[] bytes = ascii.getBytes(StandardCharsets.US_ASCII);
        feed(bytes, 0, bytes.length);
    }

    private void feed(byte[] bytes, int offset, int length) {
        try {
            engine.update(bytes, offset, length);
        } catch (SignatureException broken) {
            throw new IllegalStateException("the signature engine has no key", broken);
        }
    }
}
