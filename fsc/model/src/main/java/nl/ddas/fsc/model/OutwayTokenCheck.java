// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;

/// Looks at an access token that the Manager of a provider gave to our Outway, before it is used: that it is for what
/// was asked, so that no request goes where it should not.
///
/// @param own thumbprint of the Outway's TLS client certificate
public record OutwayTokenCheck(Group group, PeerId self, CertificateThumbprint own) {

    /// Checks a token; its signature is for the Inway, see [#signedBy].
    ///
    /// @param compact as received
    /// @param asked the Grant in the scope of the request
    /// @param connection what that Grant allows
    public TokenVerdict check(String compact, GrantHash asked, Grant.Connection connection, Instant now) {
        Optional<Jws> jws = Jws.read(compact);
        if (jws.isEmpty()) {
            return refused(ErrorCode.ACCESS_TOKEN_INVALID, "the provider's manager gave something that is no JWS");
        }
        return switch (AccessToken.read(jws.get().payload())) {
            case ClaimsReading.Refused refused -> refused(ErrorCode.ACCESS_TOKEN_INVALID, refused.reason());
            case ClaimsReading.Read(AccessToken token) ->
                objection(token, asked, connection, now)
                        .<TokenVerdict>map(TokenVerdict.Refused::new)
                        .orElseGet(() -> new TokenVerdict.Admitted(token));
        };
    }

    /// Whether a token is signed by a key, such as one out of the provider's JWKS.
    public static boolean signedBy(String compact, PublicKey key) {
        return Jws.read(compact).filter(jws -> jws.verifies(key)).isPresent();
    }

    private Optional<FscError> objection(AccessToken token, GrantHash asked, Grant.Connection connection, Instant now) {
        if (!token.groupId().equals(group.id())) {
            return Optional.of(ErrorCode.WRONG_GROUP_ID_IN_TOKEN.because(
                    Domain.OUTWAY, "gid: the access token is for another group than " + group.id()));
        }
        boolean asAsked = token.grant().equals(asked)
                && token.connectingPeer().equals(self)
                && token.provider().equals(connection.service().peer())
                && token.service().equals(connection.service().name())
                && token.delegator().equals(connection.delegator())
                && token.publisher().equals(connection.service().publisher());
        if (!asAsked) {
            return invalid("the access token is not for the grant that was asked for");
        }
        if (!token.boundTo().equals(own)) {
            return invalid("cnf: the access token is bound to another client certificate");
        }
        if (!"https".equals(token.audience().getScheme())
                || token.audience().getHost() == null
                || !group.ports().contains(token.audience().getPort())) {
            return invalid("aud: expected an https address with a port of the group");
        }
        if (!token.expires().isAfter(now)) {
            return invalid("exp: the access token has expired already");
        }
        return Optional.empty();
    }

    private static Optional<FscError> invalid(String message) {
        return Optional.of(ErrorCode.ACCESS_TOKEN_INVALID.because(Domain.OUTWAY, message));
    }

    private static TokenVerdict refused(ErrorCode code, String message) {
        return new TokenVerdict.Refused(code.because(Domain.OUTWAY, message));
    }
}
