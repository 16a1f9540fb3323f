// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust.jose;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nl.ddas.trust.Base64Url;
import nl.ddas.trust.Identity;
import nl.ddas.trust.JwtSigner;
import nl.ddas.trust.Oin;

/// Gives access tokens for a service of our own, and checks them when they come back: signed by us, of now, for this
/// service, and on a connection with the certificate for which they were given. Thread-safe.
///
/// Source: the Dutch OAuth profile; RFC 9068, RFC 8705.
public final class AccessTokens {

    private static final String TYPE = "at+jwt";
    private static final int ID_BYTES = 16;

    private final Supplier<Identity> source;
    private final String issuer;
    private final Duration life;
    private final Clock clock;
    private final SecureRandom random;

    /// Newest first.
    private List<Earlier> signers;

    /// @param until when the last token that was signed with it has ended
    private record Earlier(Identity identity, JwtSigner signer, Instant until) {}

    /// With one key for always.
    ///
    /// @param identity signing certificate
    /// @param issuer address of the service, also the audience: it gives tokens for itself alone
    /// @param life how long a token counts
    public AccessTokens(Identity identity, String issuer, Duration life, Clock clock, SecureRandom random) {
        this(() -> identity, issuer, life, clock, random);
    }

    /// As the other, with a key that may be another one later: tokens of the key before count until they end.
    ///
    /// @param source signing certificate; asked each time
    public AccessTokens(Supplier<Identity> source, String issuer, Duration life, Clock clock, SecureRandom random) {
        this.source = source;
        this.signers = List.of(signer(source.get()));
        this.issuer = issuer;
        this.life = life;
        this.clock = clock;
        this.random = random;
    }

    private static Earlier signer(Identity identity) {
        return new Earlier(identity, JwtSigner.forOurselves(identity, TYPE), Instant.MAX);
    }

    private synchronized List<Earlier> signers() {
        Identity now = source.get();
        Instant moment = clock.instant();
        if (!signers.getFirst().identity().equals(now)) {
            Earlier last = signers.getFirst();
            List<Earlier> renewed = new ArrayList<>(signers);
            renewed.set(0, new Earlier(last.identity(), last.signer(), moment.plus(life)));
            renewed.addFirst(signer(now));
            signers = List.copyOf(renewed);
        }
        signers = signers.stream().filter(one -> moment.isBefore(one.until())).toList();
        return signers;
    }

    /// @param seconds how long it counts
    /// @param scope what may be done with it
    public record Given(String token, long seconds, String scope) {
        /// Without the token: who has it and the certificate may come in.
        @Override
        public String toString() {
            return "Given[" + scope + "]";
        }
    }

    /// The outcome of a check.
    public sealed interface Outcome {
        /// @param client who comes with it
        record Valid(Oin client, Set<String> scopes) implements Outcome {}

        /// @param reason in Dutch, plain ASCII, without anything of the token
        record Invalid(String reason) implements Outcome {}
    }

    /// Gives a token.
    ///
    /// @param bound certificate of the connection
    /// @throws IllegalStateException when the key to sign with cannot be used now
    public Given give(Oin client, Set<String> scopes, X509Certificate bound) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        AccessToken token = new AccessToken(
                issuer,
                issuer,
                client,
                now,
                now.plus(life),
                Base64Url.encode(id),
                scopes,
                JweCrypto.fingerprint(bound));
        return new Given(
                new String(signers().getFirst().signer().sign(token.json()), StandardCharsets.US_ASCII),
                life.toSeconds(),
                token.scope());
    }

    /// Checks a token at a request.
    ///
    /// @param peer certificate with which it came
    public Outcome check(String token, X509Certificate peer) {
        Optional<AccessToken> read = signers().stream()
                .flatMap(one -> one.signer().payload(token).stream())
                .findFirst()
                .flatMap(AccessToken::read);
        if (read.isEmpty()) {
            return new Outcome.Invalid("dit token is hier niet gegeven, of veranderd");
        }
        AccessToken said = read.get();
        Instant now = clock.instant();
        if (!now.isBefore(said.exp())) {
            return new Outcome.Invalid("dit token is verlopen");
        }
        if (now.isBefore(said.nbf())) {
            return new Outcome.Invalid("dit token geldt nog niet");
        }
        if (!said.iss().equals(issuer) || !said.aud().equals(issuer)) {
            return new Outcome.Invalid("dit token is voor een andere dienst");
        }
        if (!said.bound().equals(JweCrypto.fingerprint(peer))
                || Oin.of(peer).filter(said.sub()::equals).isEmpty()) {
            return new Outcome.Invalid("dit token hoort bij een ander certificaat dan dat van de verbinding");
        }
        return new Outcome.Valid(said.sub(), said.scopes());
    }
}
