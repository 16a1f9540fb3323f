// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.IOException;
import java.io.OutputStream;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import nl.ddas.basis.Headers;

/// Verifies the signature on a message body while it streams by, in either [SignatureForm], whichever comes.
/// Thread-safe; cheap to make.
public final class PayloadVerifier {

    private final Supplier<Trust> trust;
    private final Freshness freshness;
    private final Strictness strictness;
    private final Clock clock;

    /// @param trust asked at each message, so that renewed revocation lists count at once
    /// @param freshness of what comes in: requests or answers
    public PayloadVerifier(Supplier<Trust> trust, Freshness freshness, Strictness strictness, Clock clock) {
        this.trust = trust;
        this.freshness = freshness;
        this.strictness = strictness;
        this.clock = clock;
    }

    /// Trust that does not change, and [Strictness#DIGEST_OPTIONAL].
    public PayloadVerifier(Trust trust, Freshness freshness, Clock clock) {
        this(() -> trust, freshness, Strictness.DIGEST_OPTIONAL, clock);
    }

    /// Looks at the headers first: cheap refusals come before any byte of the body.
    ///
    /// @param headers of the message, `nlgov-adr-payload-sig` and `Digest` among them
    public Verifying start(Headers headers) {
        return start(headers, Optional.<X509Certificate>empty());
    }

    /// As [#start(Headers)], and the signing key must be another than that of the connection.
    ///
    /// @param tlsPeer certificate with which the sender made the TLS connection
    public Verifying start(Headers headers, X509Certificate tlsPeer) {
        return start(headers, Optional.of(tlsPeer));
    }

    /// Verifies bytes that are ready.
    public Verdict verify(Headers headers, byte[] body) {
        try (Verifying verifying = start(headers)) {
            verifying.write(body);
            return verifying.finish();
        } catch (IOException broken) {
            throw new IllegalStateException("verifying in memory failed", broken);
        }
    }

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType")
    private Verifying start(Headers headers, Optional<X509Certificate> tlsPeer) {
        try {
            return new Verification(headers, tlsPeer, trust.get(), freshness, strictness, clock);
        } catch (Rejection rejection) {
            return new RefusedBeforehand(rejection.verdict());
        }
    }

    /// A body being verified: write all its bytes, then ask the verdict.
    public abstract static class Verifying extends OutputStream {

        /// The refusal that follows from the headers alone, for who does not want to read the body.
        public abstract Optional<Verdict.Refused> refusedBeforehand();

        /// Ends the body. Once only.
        public abstract Verdict finish() throws IOException;
    }

    /// The outcome.
    public sealed interface Verdict {
        /// The body is what this signer signed at `signedAt`.
        ///
        /// @param oin OIN or KvK number in the subject of the signer
        /// @param sha256 of the body
        /// @param payloadSig the whole signature, for the evidence
        record Verified(X509Certificate signer, String oin, Instant signedAt, byte[] sha256, String payloadSig)
                implements Verdict {}

        /// The body may not be used.
        ///
        /// @param code kebab-case reason, the suffix of the problem type (RFC 9457), such as
        ///     `handtekening-ongeldig`
        /// @param status HTTP status that goes with the reason: 400, or 503 when it cannot be decided now
        /// @param detail Dutch, no bytes of message or certificate
        record Refused(String code, int status, String detail) implements Verdict {
            /// @param refusal the reason
            public Refused(Refusal refusal, String detail) {
                this(refusal.code(), refusal.status(), detail);
            }
        }

        /// The same verdict, unless the signature is more than a minute older than the content says to be.
        ///
        /// @param contentMadeAt read from the verified body, such as `aanleverdatumEnTijd`
        default Verdict notSignedBefore(Instant contentMadeAt) {
            return switch (this) {
                case Refused refused -> refused;
                case Verified verified -> {
                    try {
                        FreshnessCheck.checkNotBefore(verified.signedAt(), contentMadeAt);
                        yield verified;
                    } catch (Rejection rejection) {
                        yield rejection.verdict();
                    }
                }
            };
        }

        /// The same verdict, unless the signer used the certificate of its connection: for who knows that from a
        /// gateway in between.
        ///
        /// @param x5tS256 fingerprint of that certificate in base64url (RFC 7515, section 4.1.8)
        default Verdict notSignedWith(String x5tS256) {
            return switch (this) {
                case Refused refused -> refused;
                case Verified verified ->
                    Base64Url.encode(Sha256.of(verified.signer())).equals(x5tS256)
                            ? SignerChecks.separate().verdict()
                            : verified;
            };
        }
    }

    private static final class RefusedBeforehand extends Verifying {
        private final Verdict.Refused refused;

        RefusedBeforehand(Verdict.Refused refused) {
            this.refused = refused;
        }

        @Override
        public void write(int oneByte) {
            // The verdict stands.
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            // The verdict stands.
        }

        @Override
        public Optional<Verdict.Refused> refusedBeforehand() {
            return Optional.of(refused);
        }

        @Override
        public Verdict finish() {
            return refused;
        }
    }
}
