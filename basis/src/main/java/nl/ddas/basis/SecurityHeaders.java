// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.util.stream.Stream;

/// Headers that every answer carries (API Design Rules, transport/security-headers).
final class SecurityHeaders {

    static final Headers DEFAULTS = Headers.of(
            "Cache-Control", "no-store",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Strict-Transport-Security", "max-age=31536000; includeSubDomains",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Permissions-Policy", "interest-cohort=()");

    private SecurityHeaders() {}

    /// What of these the answer does not set itself.
    static Stream<Headers.Line> missing(Headers defaults, Headers own) {
        return defaults.lines().stream().filter(line -> own.first(line.name()).isEmpty());
    }
}
