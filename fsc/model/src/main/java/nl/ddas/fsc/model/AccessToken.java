// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;

/// The claims of an access token (FSC Core, "Access token"). Whoever holds it may use the Service with the certificate
/// that it is bound to.
///
/// @param grant `gth`
/// @param groupId `gid`
/// @param connectingPeer `sub`, whose Outway connects, also when it does so for a delegator
/// @param provider `iss`, who offers the Service and made the token
/// @param service `svc`
/// @param audience `aud`, address of the Inway with its port
/// @param notBefore `nbf`
/// @param expires `exp`
/// @param boundTo `cnf.x5t#S256`, the TLS client certificate
/// @param delegator `act.sub`, on whose behalf the Outway connects
/// @param publisher `pdi`, on whose behalf the Service is offered
/// @param properties `prp`, those of the Grant
/// @param additional `add`, always there, may be empty
public record AccessToken(
        GrantHash grant,
        String groupId,
        PeerId connectingPeer,
        PeerId provider,
        String service,
        URI audience,
        Instant notBefore,
        Instant expires,
        CertificateThumbprint boundTo,
        Optional<PeerId> delegator,
        Optional<PeerId> publisher,
        Optional<Properties> properties,
        JsonObject additional) {

    /// The claims as they stand in the token.
    public JsonObject toJson() {
        JsonObject claims = JsonObject.EMPTY
                .with("gth", grant.value())
                .with("gid", groupId)
                .with("sub", connectingPeer.value())
                .with("iss", provider.value())
                .with("svc", service)
                .with("aud", audience.toString())
                .with("nbf", notBefore.getEpochSecond())
                .with("exp", expires.getEpochSecond())
                .with("cnf", JsonObject.EMPTY.with("x5t#S256", boundTo.base64url()));
        if (delegator.isPresent()) {
            claims = claims.with(
                    "act", JsonObject.EMPTY.with("sub", delegator.get().value()));
        }
        if (publisher.isPresent()) {
            claims = claims.with("pdi", publisher.get().value());
        }
        if (properties.isPresent()) {
            claims = claims.with("prp", properties.get().members());
        }
        return claims.with("add", additional);
    }

    /// Reads claims; says why not, in English and without data from the token.
    static ClaimsReading read(JsonObject claims) {
        return ClaimsReading.of(claims);
    }

    // A token is a key to a Service: what it says may be shown, the text of it never is.
    @Override
    public String toString() {
        return "AccessToken[" + connectingPeer + " to " + service + " of " + provider + "]";
    }
}
