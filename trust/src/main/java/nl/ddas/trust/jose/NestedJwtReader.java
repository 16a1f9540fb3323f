// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust.jose;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import nl.ddas.trust.Base64Url;
import nl.ddas.trust.Freshness;
import nl.ddas.trust.JwtVerifier;
import nl.ddas.trust.Oin;
import nl.ddas.trust.PayloadVerifier.Verdict;
import nl.ddas.trust.Refusal;

/// Opens a message made by [NestedJwtWriter]: decrypts, verifies the signature inside, and looks whether it is for us
/// (alone, or with others), of who signed it, and of now; only then it hands out the content. Thread-safe.
public final class NestedJwtReader {

    private final JweDecrypter decrypter;
    private final JwtVerifier verifier;
    private final Oin own;
    private final String content;
    private final Freshness freshness;
    private final Clock clock;

    /// @param verifier that takes type `jwt`
    /// @param own number of the receiver
    /// @param content name of the claim that holds the content
    /// @param freshness of what comes in: requests or answers
    public NestedJwtReader(
            JweDecrypter decrypter, JwtVerifier verifier, Oin own, String content, Freshness freshness, Clock clock) {
        this.decrypter = decrypter;
        this.verifier = verifier;
        this.own = own;
        this.content = content;
        this.freshness = freshness;
        this.clock = clock;
    }

    /// The outcome.
    public sealed interface Outcome {
        /// All is well.
        ///
        /// @param signature of the JWS inside, with the SHA-256 of the content
        /// @param hash SHA-256 of the JWS in base64url
        /// @param answers in an answer: the hash of its request
        record Opened(Verdict.Verified signature, Content content, String hash, Optional<String> answers)
                implements Outcome {}

        record Refused(Verdict.Refused verdict) implements Outcome {}
    }

    /// The value of the claim with the content, as it was written.
    ///
    /// @param payload holds it
    /// @param from first byte
    /// @param to behind the last byte
    public record Content(byte[] payload, int from, int to) {

        public InputStream open() {
            return new ByteArrayInputStream(payload, from, to - from);
        }

        /// A copy.
        public byte[] bytes() {
            return Arrays.copyOfRange(payload, from, to);
        }
    }

    /// @param compact in ASCII; the caller bounds its length
    public Outcome read(byte[] compact) {
        return read(compact, Optional.<X509Certificate>empty());
    }

    /// As [#read(byte[])], and the signing key must be another than that of the connection.
    public Outcome read(byte[] compact, X509Certificate tlsPeer) {
        return read(compact, Optional.of(tlsPeer));
    }

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType")
    private Outcome read(byte[] compact, Optional<X509Certificate> tlsPeer) {
        return switch (decrypter.open(compact)) {
            case JweDecrypter.Outcome.Refused(Verdict.Refused verdict) -> new Outcome.Refused(verdict);
            case JweDecrypter.Outcome.Opened(byte[] _, Optional<String> type)
            when type.filter(NestedJwtReader::isJwt).isEmpty() ->
                refused(
                        Refusal.ENCRYPTIE_ONGELDIG,
                        "In de kop van het versleutelde bericht is cty niet JWT: er moet een ondertekend bericht in"
                                + " zitten.");
            case JweDecrypter.Outcome.Opened(byte[] jws, Optional<String> _) ->
                switch (tlsPeer.map(peer -> verifier.verify(jws, peer)).orElseGet(() -> verifier.verify(jws))) {
                    case JwtVerifier.Outcome.Refused(Verdict.Refused verdict) -> new Outcome.Refused(verdict);
                    case JwtVerifier.Outcome.Signed signed ->
                        judge(signed, Base64Url.encode(JweCrypto.sha256().digest(jws)));
                };
        };
    }

    /// RFC 7519 (5.2) says JWT; the encryption module of the API design rules JOSE.
    private static boolean isJwt(String type) {
        return type.equalsIgnoreCase("JWT") || type.equalsIgnoreCase("JOSE");
    }

    private Outcome judge(JwtVerifier.Outcome.Signed signed, String hash) {
        Optional<ClaimsReading> read = ClaimsReading.of(signed.payload(), content);
        if (read.isEmpty()) {
            return refused(
                    Refusal.HANDTEKENING_FORMAAT,
                    "De inhoud is geen JSON-object met iss, aud, iat, exp, jti en " + content + ", elk één keer.");
        }
        JwtClaims claims = read.get().claims();
        if (!claims.iss().equals(signed.oin())) {
            return refused(
                    Refusal.IDENTITEIT_AFWIJKING, "De afzender (iss) is een andere organisatie dan de ondertekenaar.");
        }
        if (!claims.aud().contains(own.value())) {
            return refused(Refusal.IDENTITEIT_AFWIJKING, "Dit bericht is voor een andere organisatie (aud) gemaakt.");
        }
        Optional<Verdict.Refused> stale = stale(claims);
        if (stale.isPresent()) {
            return new Outcome.Refused(stale.get());
        }
        Content value =
                new Content(signed.payload(), read.get().from(), read.get().to());
        return new Outcome.Opened(
                new Verdict.Verified(
                        signed.signer(), signed.oin().value(), claims.iat(), sha256(value), signed.detached()),
                value,
                hash,
                claims.req());
    }

    private static byte[] sha256(Content value) {
        MessageDigest digest = JweCrypto.sha256();
        digest.update(value.payload(), value.from(), value.to() - value.from());
        return digest.digest();
    }

    private Optional<Verdict.Refused> stale(JwtClaims claims) {
        Instant now = clock.instant();
        if (!now.isBefore(claims.exp())) {
            return Optional.of(new Verdict.Refused(
                    Refusal.HANDTEKENING_TIJD,
                    "Dit bericht geldt niet meer (exp). Maak een nieuw, en kijk of de klok" + " goed staat."));
        }
        return switch (freshness) {
            case Freshness.Request _
            when Duration.between(claims.iat(), claims.exp()).compareTo(NestedJwtWriter.REQUEST) > 0 ->
                Optional.of(new Verdict.Refused(
                        Refusal.HANDTEKENING_TIJD,
                        "Een verzoek mag ten hoogste vijf minuten gelden: exp ligt verder dan dat na iat."));
            case Freshness _ -> JwtVerifier.freshness(freshness, claims.once(), claims.iat(), now);
        };
    }

    private static Outcome refused(Refusal refusal, String detail) {
        return new Outcome.Refused(new Verdict.Refused(refusal, detail));
    }
}
