// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.util.List;
import java.util.Optional;

/// The access token as a Service gets it from the Inway before it, which has checked it (FSC Core, "Inway": the header
/// reaches the Service).
public final class PassedToken {

    private PassedToken() {}

    /// Reads who connects. Nothing is checked here: the caller makes sure that the request came from its own Inway.
    ///
    /// @param authorization all values of header [InwayTokenCheck#HEADER]
    /// @return empty unless there is exactly one, with claims that can be read
    public static Optional<AccessToken> read(List<String> authorization) {
        if (authorization.size() != 1) {
            return Optional.empty();
        }
        return InwayTokenCheck.bearer(authorization.getFirst())
                .flatMap(Jws::read)
                .flatMap(jws -> AccessToken.read(jws.payload()) instanceof ClaimsReading.Read(AccessToken token)
                        ? Optional.of(token)
                        : Optional.empty());
    }
}
