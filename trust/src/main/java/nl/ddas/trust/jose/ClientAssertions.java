// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust.jose;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.trust.Base64Url;
import nl.ddas.trust.Freshness;
import nl.ddas.trust.JwtSigner;
import nl.ddas.trust.JwtVerifier;
import nl.ddas.trust.Oin;
import nl.ddas.trust.PayloadVerifier.Verdict;
import nl.ddas.trust.Refusal;

/// Proof of who a client is, in a JWT that it signs for one use (`private_key_jwt`; RFC 7523, section 3): the other way
/// beside its certificate on the connection. Thread-safe.
public final class ClientAssertions {

    /// `client_assertion_type`.
    public static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final JwtVerifier verifier;
    private final Set<String> audiences;
    private final Freshness freshness;
    private final Clock clock;

    /// @param verifier that takes type `jwt`
    /// @param audiences what `aud` may say: the issuer and the address of the token endpoint
    public ClientAssertions(JwtVerifier verifier, Set<String> audiences, Clock clock) {
        this.verifier = verifier;
        this.audiences = Set.copyOf(audiences);
        this.freshness = new Freshness.Request();
        this.clock = clock;
    }

    /// The outcome.
    public sealed interface Outcome {
        record Proved(Oin client) implements Outcome {}

        /// @param code of the refusal, as for signatures
        record Refused(String code) implements Outcome {}

        /// It may be good, and cannot be judged now: come back later.
        ///
        /// @param verdict with status 503
        record Undecided(Verdict.Refused verdict) implements Outcome {}
    }

    /// @param peer certificate of the connection: its key may not be the one that signed
    public Outcome check(String assertion, X509Certificate peer) {
        return switch (verifier.verify(assertion.getBytes(StandardCharsets.UTF_8), peer)) {
            case JwtVerifier.Outcome.Refused(Verdict.Refused verdict) ->
                verdict.status() == Refusal.INTREKKINGSSTATUS_ONBEKEND.status()
                        ? new Outcome.Undecided(verdict)
                        : new Outcome.Refused(verdict.code());
            case JwtVerifier.Outcome.Signed(X509Certificate _, Oin oin, byte[] payload, String _) ->
                JsonReading.of(payload) instanceof JsonReading.Read(JsonObject claims)
                        ? judge(oin, claims)
                        : new Outcome.Refused("handtekening-formaat");
        };
    }

    private Outcome judge(Oin oin, JsonObject claims) {
        boolean self = claims.text("iss").filter(oin.value()::equals).isPresent()
                && claims.text("sub").filter(oin.value()::equals).isPresent();
        if (!self || Audience.of(claims).stream().noneMatch(audiences::contains)) {
            return new Outcome.Refused("identiteit-afwijking");
        }
        Optional<String> id = claims.text("jti").filter(text -> !text.isBlank());
        Optional<Instant> iat = claims.whole("iat").flatMap(ClientAssertions::instant);
        Optional<Instant> exp = claims.whole("exp").flatMap(ClientAssertions::instant);
        if (id.isEmpty() || iat.isEmpty() || exp.isEmpty()) {
            return new Outcome.Refused("handtekening-formaat");
        }
        Instant now = clock.instant();
        if (!now.isBefore(exp.get()) || Duration.between(iat.get(), exp.get()).compareTo(LONGEST) > 0) {
            return new Outcome.Refused("handtekening-tijd");
        }
        return JwtVerifier.freshness(freshness, oin + "\n" + id.get(), iat.get(), now)
                .<Outcome>map(refused -> new Outcome.Refused(refused.code()))
                .orElseGet(() -> new Outcome.Proved(oin));
    }

    private static Optional<Instant> instant(long seconds) {
        try {
            return Optional.of(Instant.ofEpochSecond(seconds));
        } catch (DateTimeException tooFar) {
            return Optional.empty();
        }
    }

    /// Makes such a proof.
    ///
    /// @param signer of type `JWT`, with the certificate of the client
    /// @param audience address of the token endpoint
    /// @param id that is used once, hard to guess
    public static String make(JwtSigner signer, Oin client, String audience, byte[] id, Instant now) {
        Instant iat = now.truncatedTo(ChronoUnit.SECONDS);
        byte[] claims = JsonObject.EMPTY
                .with("iss", client.value())
                .with("sub", client.value())
                .with("aud", audience)
                .with("iat", iat.getEpochSecond())
                .with("exp", iat.plus(LONGEST).getEpochSecond())
                .with("jti", Base64Url.encode(id))
                .toBytes();
        return new String(signer.sign(claims), StandardCharsets.US_ASCII);
    }
}
