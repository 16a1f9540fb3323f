// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nl.ddas.trust.PayloadVerifier.Verdict;

/// Verifies messages that carry their signature with them (JWS in compact form), by the rules that hold for signatures
/// in headers: algorithm, chain, revocation, key usage, number of the signer, and another key than that of the
/// connection. What the payload says, and so its time, is for who reads it: see [#freshness]. Thread-safe.
public final class JwtVerifier {

    private static final int MAX_HEADER = CompactJws.MAX_LENGTH;
    private static final int MIN_SIGNATURE = 342;
    private static final int MAX_SIGNATURE = 1366;

    private final Supplier<Trust> trust;
    private final Set<String> types;
    private final Clock clock;

    /// @param trust asked at each message
    /// @param types what `typ` may say, in small letters; it may be left out when `jwt` is among them
    public JwtVerifier(Supplier<Trust> trust, Set<String> types, Clock clock) {
        this.trust = trust;
        this.types = Set.copyOf(types);
        this.clock = clock;
    }

    /// The outcome.
    public sealed interface Outcome {
        /// The payload is what this signer signed.
        ///
        /// @param detached the signature without the payload (RFC 7515, appendix F), for the evidence
        record Signed(X509Certificate signer, Oin oin, byte[] payload, String detached) implements Outcome {}

        record Refused(Verdict.Refused verdict) implements Outcome {}
    }

    /// @param compact the JWS in ASCII
    public Outcome verify(byte[] compact) {
        try {
            return checked(compact);
        } catch (Rejection rejection) {
            return new Outcome.Refused(rejection.verdict());
        }
    }

    /// As [#verify(byte[])], and the signing key must be another than that of the connection.
    ///
    /// @param tlsPeer certificate with which the sender made the TLS connection
    public Outcome verify(byte[] compact, X509Certificate tlsPeer) {
        try {
            Outcome.Signed signed = checked(compact);
            SignerChecks.checkSeparation(signed.signer(), tlsPeer);
            return signed;
        } catch (Rejection rejection) {
            return new Outcome.Refused(rejection.verdict());
        }
    }

    /// Why a message is too old, too early, or was here before; nothing when it is fresh. Ask it last: a request counts
    /// as used from then on.
    ///
    /// @param once what no two messages share, such as issuer and `jti`
    /// @param signedAt `iat`
    public static Optional<Verdict.Refused> freshness(Freshness freshness, String once, Instant signedAt, Instant now) {
        try {
            FreshnessCheck.check(freshness, once.getBytes(StandardCharsets.UTF_8), signedAt, now);
            return Optional.empty();
        } catch (Rejection rejection) {
            return Optional.of(rejection.verdict());
        }
    }

    private Outcome.Signed checked(byte[] compact) {
        int dot = indexOfDot(compact, 0);
        int second = dot < 0 ? -1 : indexOfDot(compact, dot + 1);
        if (second < 0 || indexOfDot(compact, second + 1) >= 0 || dot > MAX_HEADER || dot == 0) {
            throw malformed();
        }
        int signatureLength = compact.length - second - 1;
        if (signatureLength < MIN_SIGNATURE || signatureLength > MAX_SIGNATURE) {
            throw malformed();
        }
        byte[] headerBytes = Base64Url.decode(compact, 0, dot).orElseThrow(JwtVerifier::malformed);
        byte[] signature = Base64Url.decode(compact, second + 1, compact.length).orElseThrow(JwtVerifier::malformed);
        SignerChain chain = JwtHeader.chain(JwsHeader.read(headerBytes), types);
        checkSignature(chain, compact, second, signature);
        byte[] payload = Base64Url.decode(compact, dot + 1, second).orElseThrow(JwtVerifier::malformed);
        Trust now = trust.get();
        PathCheck.check(chain.certificates(), now, clock.instant());
        SignerChecks.checkUse(chain);
        Oin oin = SignerChecks.oin(chain, now.environment());
        return new Outcome.Signed(chain.leaf(), oin, payload, detached(compact, dot, second));
    }

    private static void checkSignature(SignerChain chain, byte[] compact, int signed, byte[] signature) {
        Signature engine = SignerChecks.engine(chain);
        try {
            engine.update(compact, 0, signed);
        } catch (SignatureException broken) {
            throw new IllegalStateException("an engine that waits for bytes takes them", broken);
        }
        SignerChecks.checkSignature(engine, signature);
    }

    private static String detached(byte[] compact, int dot, int second) {
        return new String(compact, 0, dot + 1, StandardCharsets.US_ASCII)
                + new String(Arrays.copyOfRange(compact, second, compact.length), StandardCharsets.US_ASCII);
    }

    private static int indexOfDot(byte[] text, int from) {
        for (int i = from; i < text.length; i++) {
            if (text[i] == '.') {
                return i;
            }
        }
        return -1;
    }

    private static Rejection malformed() {
        return Refusal.HANDTEKENING_FORMAAT.because("Dit is geen ondertekend bericht van de vorm"
                + " kop.inhoud.handtekening (JWS, drie delen in zuivere base64url).");
    }
}
