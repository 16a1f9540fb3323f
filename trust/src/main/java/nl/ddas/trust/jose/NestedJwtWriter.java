// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust.jose;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.ddas.trust.Base64Url;
import nl.ddas.trust.JwtSigner;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Recipient;

/// Signs a message and then encrypts it, as JWE(JWS(JWT)), while its content streams by: nothing of it is kept. The
/// content stands under a claim of its own, so that sender and receiver are signed along with it. Thread-safe.
///
/// Source: RFC 7519 (nested JWT); DDAS July 2024, sections 4 and 5.
public final class NestedJwtWriter {

    /// How long a request counts.
    public static final Duration REQUEST = Duration.ofMinutes(5);

    private static final int ID_BYTES = 16;

    private final Supplier<JwtSigner> signers;
    private final JweEncrypter encrypter;
    private final Oin own;
    private final String content;
    private final Clock clock;
    private final SecureRandom random;

    /// With one key for always.
    ///
    /// @param signer of type `JWT`
    /// @param own number of the sender, that in the signing certificate
    /// @param content name of the claim that holds the content, such as `ddas`
    /// @param random of keys and identifiers; safe for many threads
    public NestedJwtWriter(JwtSigner signer, Oin own, String content, Clock clock, SecureRandom random) {
        this(() -> signer, own, content, clock, random);
    }

    /// As the other, with a key that may be another one later.
    ///
    /// @param signers asked for each message
    public NestedJwtWriter(Supplier<JwtSigner> signers, Oin own, String content, Clock clock, SecureRandom random) {
        if (Oin.of(signers.get().certificate()).filter(own::equals).isEmpty()) {
            throw new IllegalArgumentException("NestedJwtWriter: the signing certificate is not that of " + own);
        }
        this.signers = signers;
        this.encrypter = new JweEncrypter(random);
        this.own = own;
        this.content = content;
        this.clock = clock;
        this.random = random;
    }

    /// Writes a JSON value in UTF-8.
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// A request, or another message that answers none.
    ///
    /// @param life how long it counts
    /// @throws IllegalStateException when the key to sign with cannot be used now
    public Letter to(Recipient recipient, Duration life) {
        return letter(recipient, life, Optional.empty());
    }

    /// An answer.
    ///
    /// @param request [Letter#writeTo] or [NestedJwtReader.Outcome.Opened#hash] of the request
    /// @throws IllegalStateException as [#to]
    public Letter answer(Recipient recipient, Duration life, String request) {
        return letter(recipient, life, Optional.of(request));
    }

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType")
    private Letter letter(Recipient recipient, Duration life, Optional<String> request) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        JwtClaims claims = new JwtClaims(
                own, List.of(recipient.oin().value()), now, now.plus(life), Base64Url.encode(id), request);
        String json = new String(claims.json().toBytes(), StandardCharsets.UTF_8);
        String before = json.substring(0, json.length() - 1) + ",\"" + content + "\":";
        return new Letter(recipient, signers.get(), before.getBytes(StandardCharsets.UTF_8));
    }

    /// A message that is about to be written; all but its content is settled.
    public final class Letter {
        private static final byte[] AFTER = {'}'};

        private final Recipient recipient;
        private final JwtSigner signer;
        private final JwtSigner.Prepared prepared;
        private final byte[] before;

        private Letter(Recipient recipient, JwtSigner signer, byte[] before) {
            this.recipient = recipient;
            this.signer = signer;
            this.prepared = signer.prepare();
            this.before = before;
        }

        /// Number of bytes of the whole message when its content has so many.
        public long length(long bytes) {
            return JweEncrypter.length(recipient, signer.length(before.length + bytes + AFTER.length));
        }

        /// Writes the message in ASCII; does not close the stream. Once only.
        ///
        /// @return SHA-256 of the JWS in base64url, by which an answer refers to it
        /// @throws IOException when one of the streams breaks
        /// @throws IllegalStateException when the device with the key to sign with fails meanwhile
        public String writeTo(OutputStream out, Content written) throws IOException {
            MessageDigest sha256 = JweCrypto.sha256();
            try (JweEncrypter.Encrypting sealed = encrypter.start(recipient, out);
                    JwtSigner.Signing signed = prepared.start(new DigestOutputStream(sealed, sha256))) {
                signed.write(before);
                written.writeTo(signed);
                signed.write(AFTER);
                signed.finish();
                sealed.finish();
            }
            return Base64Url.encode(sha256.digest());
        }
    }
}
