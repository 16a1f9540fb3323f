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
/// the SHA-256 of the body on the way. Holds two chunks, never the body.
///
/// In form A every byte is hashed twice, in base64url and as it is. Of a large body that is done side by side, when
/// the machine has a processor to spare; when it has not, one after the other. Nobody waits for the digest of a
/// chunk before the next chunk is full: waking another thread takes as long as hashing a part of it.
final class SigningInput {

    /// Multiples of three, so that no chunk but the last leaves bits over. Most messages are small.
    private static final int FIRST_CHUNK = 3 * 16 * 1024;

    private static final int CHUNK = 8 * FIRST_CHUNK;

    /// What is put into base64url at a time: it stays near the processor, and code that runs this often is
    /// compiled soon.
    private static final int PIECE = 3 * 4 * 1024;

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final Signature engine;
    private final MessageDigest sha256 = Sha256.digest();
    private final SignedPart part;
    private byte[] chunk = new byte[FIRST_CHUNK];
    private byte[] spare = new byte[0];
    private Optional<ForkJoinTask<?>> digesting = Optional.empty();
    private final byte[] piece = new byte[PIECE];
    private final byte[] text = new byte[PIECE / 3 * 4];
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
        digesting.ifPresent(ForkJoinTask::join);
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
            spare = new byte[CHUNK];
        }
    }

    private void drain() {
        digesting.ifPresent(ForkJoinTask::join);
        digesting = Optional.empty();
        switch (part) {
            case SignedPart.Body(boolean encoded)
            when filled == CHUNK -> {
                byte[] full = chunk;
                digesting = Optional.of(ForkJoinPool.commonPool().submit(() -> sha256.update(full, 0, full.length)));
                feedBody(encoded);
                chunk = spare;
                spare = full;
            }
            case SignedPart.Body(boolean encoded) -> {
                // Handing over a small chunk would cost more than it gains.
                feedBody(encoded);
                sha256.update(chunk, 0, filled);
            }
            case SignedPart.Line _ -> sha256.update(chunk, 0, filled);
        }
        filled = 0;
    }

    private void feedBody(boolean encoded) {
        if (encoded) {
            for (int at = 0; at < filled; at += PIECE) {
                feedEncoded(at, Math.min(PIECE, filled - at));
            }
        } else {
            feed(chunk, 0, filled);
        }
    }

    private void feedEncoded(int from, int length) {
        System.arraycopy(chunk, from, piece, 0, length);
        byte[] full = length == PIECE ? piece : Arrays.copyOf(piece, length);
        feed(text, 0, BASE64URL.encode(full, text));
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
