// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust.jose;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.trust.Oin;

/// What an access token says (RFC 9068), bound to the certificate of the connection for which it was given (RFC 8705).
///
/// @param iss who gave it
/// @param aud for which service
/// @param sub who may come with it
/// @param nbf from when, in whole seconds
/// @param exp until when, in whole seconds
/// @param jti its number
/// @param scopes what may be done with it
/// @param bound `x5t#S256` of the certificate with which it must come
record AccessToken(
        String iss, String aud, Oin sub, Instant nbf, Instant exp, String jti, Set<String> scopes, String bound) {

    AccessToken {
        scopes = Set.copyOf(scopes);
    }

    /// `scope`, sorted so that it is always the same.
    String scope() {
        return String.join(" ", new TreeSet<>(scopes));
    }

    byte[] json() {
        return JsonObject.EMPTY
                .with("iss", iss)
                .with("aud", aud)
                .with("sub", sub.value())
                .with("client_id", sub.value())
                .with("iat", nbf.getEpochSecond())
                .with("nbf", nbf.getEpochSecond())
                .with("exp", exp.getEpochSecond())
                .with("jti", jti)
                .with("scope", scope())
                .with("cnf", JsonObject.EMPTY.with("x5t#S256", bound))
                .toBytes();
    }

    /// Reads what [#json] wrote; empty when it was something else.
    static Optional<AccessToken> read(byte[] json) {
        if (!(JsonReading.of(json) instanceof JsonReading.Read(JsonObject claims))) {
            return Optional.empty();
        }
        Optional<String> sub = claims.text("sub").filter(Oin::isOne);
        Optional<String> bound = claims.object("cnf").flatMap(cnf -> cnf.text("x5t#S256"));
        Optional<Long> nbf = claims.whole("nbf");
        Optional<Long> exp = claims.whole("exp");
        if (sub.isEmpty() || bound.isEmpty() || nbf.isEmpty() || exp.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new AccessToken(
                claims.text("iss").orElse(""),
                claims.text("aud").orElse(""),
                new Oin(sub.get()),
                Instant.ofEpochSecond(nbf.get()),
                Instant.ofEpochSecond(exp.get()),
                claims.text("jti").orElse(""),
                Set.copyOf(Arrays.asList(claims.text("scope").orElse("").split(" ", -1))),
                bound.get()));
    }
}
