// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.util.List;

/// An error answer (RFC 9457), always with all five members.
///
/// @param type URI of the kind of error
/// @param title short text of the kind, Dutch
/// @param status HTTP status
/// @param detail what happened here and what to do, Dutch; never data from the message
/// @param instance URI reference of this occurrence
/// @param errors all faults found at once, may be empty; at most 100
public record Problem(String type, String title, int status, String detail, String instance, List<Fault> errors) {

    /// One fault in a request.
    ///
    /// @param pointer JSON pointer into the request
    public record Fault(String pointer, String detail) {}

    /// The body as `application/problem+json`.
    public byte[] toJson() {
        throw new UnsupportedOperationException();
    }

    /// The whole response.
    public Response toResponse() {
        return Response.of(status, Headers.of("Content-Type", "application/problem+json"), toJson());
    }
}
