// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust.jose;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.trust.Oin;

/// Who says something to whom, and for how long it counts (RFC 7519, section 4.1).
///
/// @param iss who sends, the one that signed
/// @param aud for whom it is, at least one; nobody else may use it
/// @param iat when it was made, in whole seconds
/// @param exp from when it does not count any more, in whole seconds
/// @param jti no other message of this sender has it
/// @param req in an answer: SHA-256, in base64url, of the JWS of the request
record JwtClaims(Oin iss, List<String> aud, Instant iat, Instant exp, String jti, Optional<String> req) {

    JwtClaims {
        aud = List.copyOf(aud);
    }

    /// The claims as JSON, to which others may be added.
    JsonObject json() {
        JsonObject sender = JsonObject.EMPTY.with("iss", iss.value());
        JsonObject json = (aud.size() == 1
                        ? sender.with("aud", aud.getFirst())
                        : sender.with("aud", JsonArray.ofTexts(aud)))
                .with("iat", iat.getEpochSecond())
                .with("exp", exp.getEpochSecond())
                .with("jti", jti);
        return req.map(hash -> json.with("req", hash)).orElse(json);
    }

    /// What no two messages of all senders share.
    String once() {
        return iss + "\n" + jti;
    }
}
