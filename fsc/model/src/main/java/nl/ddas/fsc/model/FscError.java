// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.JsonValue.JsonObject;

/// An error as FSC tells it: status, header `Fsc-Error-Code` and a body (FSC Core, "Error Handling"). Not for `/token`,
/// which speaks OAuth.
///
/// @param message English, for the other side; no personal data, no token
public record FscError(ErrorCode code, Domain domain, String message) {

    /// Header that repeats the code.
    public static final String HEADER = "Fsc-Error-Code";

    /// @throws IllegalArgumentException when the code does not arise in that domain
    public FscError {
        if (!code.arisesIn(domain)) {
            throw new IllegalArgumentException("FscError: " + code + " does not arise in " + domain);
        }
    }

    /// HTTP status.
    public int status() {
        return code.status(domain);
    }

    /// The body.
    public JsonObject body() {
        return JsonObject.EMPTY
                .with("message", message)
                .with("domain", domain.wire())
                .with("code", code.wire());
    }

    /// The headers that belong to it: content type, code, and `WWW-Authenticate` with a 401.
    public Headers headers() {
        Headers headers = Headers.of("Content-Type", "application/json", HEADER, code.wire());
        return challenge().map(c -> headers.with("WWW-Authenticate", c)).orElse(headers);
    }

    private Optional<String> challenge() {
        return status() == 401 ? Optional.of("Bearer") : Optional.empty();
    }
}
