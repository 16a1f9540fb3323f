// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import nl.ddas.access.Decision.Decided;
import nl.ddas.access.Decision.Undecided;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.AccessToken;
import nl.ddas.fsc.model.ContentHash;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.HashText;
import nl.ddas.fsc.model.TlsPeer;
import nl.ddas.fsc.model.TokenMaker;
import nl.ddas.fsc.model.TokenTerms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives out access tokens (FSC Core, "Access token"; RFC 6749, 4.4). A fixed order of checks; the first that
/// fails is the answer. Safe for many threads.
public final class Tokens {

    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

    private final Self self;
    private final Contracts contracts;
    private final Standing standing;
    private final Registrations registrations;
    private final Supplier<TokenMaker> maker;
    private final Duration life;
    private final Publications publications;
    private final TokenRules rules;

    /// @param maker with the key for tokens of now
    /// @param life of a token, one hour at most; also how long a revocation can take to be felt
    /// @param rules asked last, when all else allows the token
    /// @param strict whether a token for a delegated Service needs a valid publication of it
    public Tokens(
            Self self,
            Contracts contracts,
            Standing standing,
            Registrations registrations,
            Supplier<TokenMaker> maker,
            TokenRules rules,
            Duration life,
            boolean strict) {
        this.self = self;
        this.contracts = contracts;
        this.standing = standing;
        this.registrations = registrations;
        this.maker = maker;
        this.rules = rules;
        this.life = life;
        this.publications = new Publications(self, contracts, standing, strict);
    }

    /// What a request came to.
    public sealed interface Answer {
        /// @param token never log it
        record Given(String token, Duration life) implements Answer {
            /// As in RFC 6749, 5.1.
            public JsonObject body() {
                return JsonObject.EMPTY
                        .with("access_token", token)
                        .with("token_type", "bearer")
                        .with("expires_in", life.toSeconds());
            }

            @Override
            public String toString() {
                return "Given[" + life + "]";
            }
        }

        /// Nobody can say now; no error of RFC 6749.
        record Later(String why) implements Answer {}

        /// @param error code of RFC 6749, 5.2
        record Refused(String error, String description) implements Answer {
            /// As in RFC 6749, 5.2.
            public JsonObject body() {
                return JsonObject.EMPTY.with("error", error).with("error_description", description);
            }
        }
    }

    /// Judges a request.
    ///
    /// @param contentType of the request, empty when it had none
    /// @param body form as received
    public Answer token(String contentType, String body, TlsPeer caller) {
        Optional<FormText> form = FormText.read(body).filter(f -> !f.repeats());
        String type = contentType.split(";", 2)[0].strip();
        if (!type.equalsIgnoreCase("application/x-www-form-urlencoded") || form.isEmpty()) {
            return new Answer.Refused("invalid_request", "expected a form in which no name stands twice");
        }
        String grantType = form.get().value("grant_type").orElse("");
        String scope = form.get().value("scope").orElse("");
        String client = form.get().value("client_id").orElse("");
        if (grantType.isEmpty() || scope.isEmpty() || client.isEmpty()) {
            return new Answer.Refused("invalid_request", "expected grant_type, scope and client_id");
        }
        if (!grantType.equals("client_credentials")) {
            return new Answer.Refused("unsupported_grant_type", "expected client_credentials");
        }
        if (!client.equals(caller.id().value())) {
            return new Answer.Refused("invalid_client", "client_id is not the peer id in the client certificate");
        }
        return switch (HashText.read(scope)) {
            case GrantHash grant when grant.type().isConnection() -> underGrant(grant, caller);
            case ContentHash _ ->
                new Answer.Refused(
                        "invalid_scope",
                        "this is the hash of a contract; expected that of a connection grant in it ($1$3$... or"
                                + " $1$4$...)");
            case HashText _ ->
                new Answer.Refused("invalid_scope", "expected the hash of a connection grant ($1$3$... or $1$4$...)");
        };
    }

    private Answer underGrant(GrantHash hash, TlsPeer caller) {
        Instant now = self.now();
        Optional<Contract> contract =
                contracts.withGrant(hash).filter(c -> c.content().peers().contains(caller.id()));
        Optional<Grant.Connection> connection =
                contract.flatMap(c -> c.content().grant(hash)).flatMap(Grant::connection);
        if (contract.isEmpty() || connection.isEmpty()) {
            return new Answer.Refused("invalid_scope", "this grant is not known here");
        }
        if (!contract.get().usable(now, standing.at(now))) {
            return new Answer.Refused("invalid_grant", "the contract is not valid now");
        }
        if (!connection.get().service().peer().equals(self.id())) {
            return new Answer.Refused("invalid_grant", "the service of this grant is of another peer");
        }
        if (!connection.get().outway().peer().equals(caller.id())
                || !connection.get().outway().identification().matches(caller.certificate())) {
            return new Answer.Refused(
                    "unauthorized_client", "the grant is for another outway than that of the client certificate");
        }
        String service = connection.get().service().name();
        Optional<URI> inway = registrations.inway(service);
        if (inway.isEmpty()) {
            LOG.error("no inway offers service {}, for which there is a valid contract", service);
            return new Answer.Refused("invalid_grant", "the service is not offered at the moment");
        }
        if (!publications.allow(connection.get().service())) {
            return new Answer.Refused("invalid_grant", "there is no valid publication of the delegated service");
        }
        return asRuled(contract.get(), hash, caller, inway.get());
    }

    private Answer asRuled(Contract contract, GrantHash hash, TlsPeer caller, URI inway) {
        Instant now = self.now();
        Grant.Connection connection =
                contract.content().grant(hash).flatMap(Grant::connection).orElseThrow();
        return switch (rules.decide(hash, connection, caller)) {
            case Decided(boolean allowed, JsonObject claims) ->
                allowed
                        ? given(new TokenTerms(contract.content(), hash, caller, inway, life, claims), now)
                        : new Answer.Refused("unauthorized_client", "the rules of this peer do not allow it");
            case Undecided(String why) -> {
                LOG.warn("no token for service {}: {}", connection.service().name(), why);
                yield new Answer.Later("the rules of this peer cannot be asked now; try again later");
            }
        };
    }

    private Answer given(TokenTerms terms, Instant now) {
        AccessToken claims = terms.claims(now).orElseThrow();
        return new Answer.Given(maker.get().make(claims), Duration.between(claims.notBefore(), claims.expires()));
    }
}
