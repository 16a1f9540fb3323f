// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Optional;

/// What a request on HTTP/2 must look like beside what its decoder asks, so that it can be written as HTTP/1
/// and be read in one way there (RFC 9113, 8.2.1, 8.3.1 and 10.3).
final class StreamRules {

    /// Nothing is wrong; the rest of the request is not wanted (RFC 9113, 7 and 8.1).
    static final long NO_ERROR = 0;

    /// The stream breaks the protocol (RFC 9113, 7).
    static final long PROTOCOL_ERROR = 1;

    /// The answer cannot be finished (RFC 9113, 7).
    static final long INTERNAL_ERROR = 2;

    /// The answer is not wanted any more (RFC 9113, 7).
    static final long CANCEL = 8;

    private StreamRules() {}

    /// What is wrong with a request; nothing when it may go on.
    static Optional<String> fault(HttpServerRequest request) {
        boolean hasTarget = !HttpMethod.CONNECT.equals(request.method());
        if (hasTarget && !isPath(request.uri())) {
            return Optional.of("the request target must be a path");
        }
        for (Map.Entry<String, String> line : request.headers()) {
            if (line.getKey().regionMatches(true, 0, "fsc", 0, 3)
                    && line.getKey().indexOf('_') > 0) {
                return Optional.of("a header of FSC is written with an underscore");
            }
            if (isPadded(line.getValue())) {
                return Optional.of("a header value begins or ends with white space");
            }
        }
        return Optional.empty();
    }

    private static boolean isPath(String target) {
        boolean good = target.startsWith("/");
        for (int i = 0; good && i < target.length(); i++) {
            char c = target.charAt(i);
            good = c > ' ' && c < 0x7f && c != '#';
        }
        return good;
    }

    private static boolean isPadded(String value) {
        return !value.isEmpty() && (isBlank(value.charAt(0)) || isBlank(value.charAt(value.length() - 1)));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
