// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue.JsonObject;

/// What a token may say, given a Grant and who asks (FSC Core, "Access token"). Whether the one who asks may have it is
/// settled before.
///
/// @param content of a valid contract
/// @param grant one of its connection Grants
/// @param client whose certificate the token is bound to
/// @param inway address of the Inway, with its port
/// @param life how long it lasts at most; also how long a revocation can take to be felt
/// @param additional claim `add`, may be empty
public record TokenTerms(
        ContractContent content, GrantHash grant, TlsPeer client, URI inway, Duration life, JsonObject additional) {

    /// Longest life of a token.
    public static final Duration MAX_LIFE = Duration.ofHours(1);

    /// @throws IllegalArgumentException when the life is not between 0 and an hour, or the address has no port
    public TokenTerms {
        if (!life.isPositive() || life.compareTo(MAX_LIFE) > 0) {
            throw new IllegalArgumentException("TokenTerms: expected a life up to one hour, got " + life);
        }
        if (!"https".equals(inway.getScheme()) || inway.getPort() < 0) {
            throw new IllegalArgumentException("TokenTerms: expected an https address with port, got " + inway);
        }
    }

    /// The claims; nothing when the contract has no such connection Grant. Ends with the contract and with the client
    /// certificate, if those end earlier.
    public Optional<AccessToken> claims(Instant now) {
        return content.grant(grant).flatMap(found -> found.connection()
                .map(connection -> new AccessToken(
                        grant,
                        content.groupId(),
                        connection.outway().peer(),
                        connection.service().peer(),
                        connection.service().name(),
                        inway,
                        Instant.ofEpochSecond(now.getEpochSecond()),
                        expires(now),
                        client.thumbprint(),
                        connection.delegator(),
                        connection.service().publisher(),
                        found.properties(),
                        additional)));
    }

    private Instant expires(Instant now) {
        Instant earliest = Stream.of(
                        now.plus(life),
                        content.validity().notAfter(),
                        client.certificate().getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
        return Instant.ofEpochSecond(earliest.getEpochSecond());
    }
}
