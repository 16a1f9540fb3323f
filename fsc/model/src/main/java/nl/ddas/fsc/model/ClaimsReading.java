// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;

/// What reading the claims of a token came to.
sealed interface ClaimsReading {

    record Read(AccessToken token) implements ClaimsReading {}

    /// @param reason English, no data from the token
    record Refused(String reason) implements ClaimsReading {}

    static ClaimsReading of(JsonObject claims) {
        try {
            return new Read(token(new Members(claims, "")));
        } catch (Malformed malformed) {
            return new Refused(malformed.reason());
        }
    }

    private static AccessToken token(Members claims) {
        Optional<PeerId> delegator =
                claims.has("act") ? Optional.of(claims.object("act").peer("sub")) : Optional.empty();
        Optional<PeerId> publisher = claims.has("pdi") ? Optional.of(claims.peer("pdi")) : Optional.empty();
        Members bound = claims.object("cnf");
        return new AccessToken(
                grant(claims),
                claims.text("gid"),
                claims.peer("sub"),
                claims.peer("iss"),
                claims.name("svc"),
                audience(claims),
                Instant.ofEpochSecond(claims.seconds("nbf")),
                Instant.ofEpochSecond(claims.seconds("exp")),
                CertificateThumbprint.read(bound.text("x5t#S256"))
                        .orElseGet(() -> bound.fail("x5t#S256", "expected a SHA-256 in base64url")),
                delegator,
                publisher,
                claims.optionalObject("prp").map(Properties::new),
                claims.optionalObject("add").orElse(JsonObject.EMPTY));
    }

    private static GrantHash grant(Members claims) {
        return switch (HashText.read(claims.text("gth"))) {
            case GrantHash hash when hash.type().isConnection() -> hash;
            case GrantHash hash ->
                claims.fail("gth", "expected the hash of a connection grant, this is of a publication");
            case ContentHash hash -> claims.fail("gth", "expected a grant hash, this is a content hash");
            case HashText.Unreadable unreadable -> claims.fail("gth", unreadable.message());
        };
    }

    private static URI audience(Members claims) {
        try {
            return new URI(claims.text("aud"));
        } catch (URISyntaxException notAnAddress) {
            return claims.fail("aud", "expected an address");
        }
    }
}
