// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;

/// Feeds a message into a signature engine as its body streams by: protected header, dot, and the [SignedPart]; takes
/// the SHA-256 of the body on the way. Holds a few stretches, never the body.
///
/// In form A every byte is hashed twice: as it is, and in base64url by the engine. Of a large body the work is divided
/// evenly when the machine has a processor to spare: another thread hashes and encodes each [Stretch], while this one
/// gives the engine those that are ready. There is one more of them than the two in work, so that neither waits for the
/// other: waking a thread takes as long as hashing a good part of a stretch.
final class SigningInput {

    private static final int STRETCHES = 3;

    private final Signature engine;
    private final MessageDigest sha256 = Sha256.digest();
    private final Lane lane = new Lane(sha256, ForkJoinPool.commonPool());
    private final SignedPart part;
    private final Deque<Stretch> handed = new ArrayDeque<>();
    private Stretch filling;
    private long fed;

    /// @param engine with its key, nothing fed yet
    /// @param header64 protected header in base64url
    /// @param part what comes behind it
    SigningInput(Signature engine, String header64, SignedPart part) {
        this.engine = engine;
        this.part = part;
        this.filling = stretch();
        feed(header64 + ".");
    }

    void write(byte[] bytes, int offset, int length) {
        switch (part) {
            case SignedPart.Line _ -> sha256.update(bytes, offset, length);
            case SignedPart.Body _ -> fill(bytes, offset, length);
        }
    }

    /// Ends the body; the engine is now ready to sign or verify.
    ///
    /// @return SHA-256 of the body
    byte[] end() {
        while (!handed.isEmpty()) {
            feedOldest();
        }
        filling.prepare(sha256);
        feed(filling);
        byte[] digest = sha256.digest();
        switch (part) {
            case SignedPart.Body _ -> {}
            case SignedPart.Line(Function<byte[], String> text) -> feed(text.apply(digest));
        }
        return digest;
    }

    private void fill(byte[] bytes, int offset, int length) {
        int taken = 0;
        while (taken < length) {
            taken += filling.fill(bytes, offset + taken, length - taken);
            if (filling.isFull()) {
                handOver();
            }
        }
    }

    private void handOver() {
        lane.add(filling);
        handed.add(filling);
        filling = handed.size() < STRETCHES ? stretch() : feedOldest();
    }

    /// @return that stretch, empty now
    private Stretch feedOldest() {
        fed++;
        lane.await(fed);
        Stretch oldest = handed.remove();
        feed(oldest);
        return oldest;
    }

    private Stretch stretch() {
        return new Stretch(part instanceof SignedPart.Body(boolean encoded) && encoded);
    }

    private void feed(String ascii) {
        byte[] bytes = ascii.getBytes(StandardCharsets.US_ASCII);
        try {
            engine.update(bytes, 0, bytes.length);
        } catch (SignatureException broken) {
            throw withoutKey(broken);
        }
    }

    private void feed(Stretch stretch) {
        try {
            stretch.feed(engine);
        } catch (SignatureException broken) {
            throw withoutKey(broken);
        }
    }

    private static IllegalStateException withoutKey(SignatureException broken) {
        return new IllegalStateException("the signature engine has no key", broken);
    }
}
