// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;

/// Feeds a message into a signature engine as its body streams by: protected header, dot, and the [SignedPart]; takes
/// the SHA-256 of the body on the way. Holds one chunk, never the body.
///
/// In form A every byte is hashed twice, in base64url and as it is. Of a large body that is done side by side, when the
/// machine has a processor to spare; when it has not, one after the other.
final class SigningInput {

    /// Multiples of three, so that no chunk but the last leaves bits over. Most messages are small.
    private static final int FIRST_CHUNK = 3 * 16 * 1024;

    private static final int CHUNK = 8 * FIRST_CHUNK;

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final Signature engine;
    private final MessageDigest sha256 = Sha256.digest();
    private final SignedPart part;
    private byte[] chunk = new byte[FIRST_CHUNK];
    private byte[] text = new byte[FIRST_CHUNK / 3 * 4];
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
            int taken = Math.min(left, chunk.length - filled);
            System.arraycopy(bytes, from, chunk, filled, taken);
            filled += taken;
            from += taken;
            left -= taken;
            if (filled == chunk.length) {
                drain();
                grow();
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

    private void grow() {
        if (chunk.length < CHUNK) {
            chunk = new byte[CHUNK];
            text = new byte[CHUNK / 3 * 4];
        }
    }

    private void drain() {
        switch (part) {
            case SignedPart.Body(boolean encoded) -> {
                Optional<ForkJoinTask<?>> digesting = startDigest();
                feedBody(encoded);
                digesting.ifPresentOrElse(ForkJoinTask::join, this::digest);
            }
            case SignedPart.Line _ -> digest();
        }
        filled = 0;
    }

    /// Handing over a small chunk would cost more than it gains.
    private Optional<ForkJoinTask<?>> startDigest() {
        return filled == CHUNK ? Optional.of(ForkJoinPool.commonPool().submit(this::digest)) : Optional.empty();
    }

    private void digest() {
        sha256.update(chunk, 0, filled);
    }

    private void feedBody(boolean encoded) {
        if (encoded) {
            byte[] full = filled == chunk.length ? chunk : Arrays.copyOf(chunk, filled);
            feed(text, 0, BASE64URL.encode(full, text));
        } else {
            feed(chunk, 0, filled);
        }
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
