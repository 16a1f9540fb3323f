// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.util.List;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;

/// An error answer (RFC 9457), always with all five members.
///
/// @param type URI of the kind of error
/// @param title short text of the kind, Dutch
/// @param status HTTP status
/// @param detail what happened here and what to do, Dutch; never data from the message
/// @param instance URI reference of this occurrence
/// @param errors all faults found at once, may be empty; at most 100
public record Problem(String type, String title, int status, String detail, String instance, List<Fault> errors) {

    private static final int MAX_FAULTS = 100;

    /// Keeps the first hundred faults.
    public Problem {
        errors = List.copyOf(errors.subList(0, Math.min(errors.size(), MAX_FAULTS)));
    }

    /// One fault in a request.
    ///
    /// @param pointer JSON pointer into the request
    public record Fault(String pointer, String detail) {
        private JsonValue toJson() {
            return JsonObject.EMPTY.with("pointer", pointer).with("detail", detail);
        }
    }

    /// The body, for who adds a member.
    public JsonObject toJsonObject() {
        JsonObject json = JsonObject.EMPTY
                .with("type", type)
                .with("title", title)
                .with("status", status)
                .with("detail", detail)
                .with("instance", instance);
        return errors.isEmpty()
                ? json
                : json.with(
                        "errors",
                        new JsonArray(errors.stream().map(Fault::toJson).toList()));
    }

    /// The body as `application/problem+json`.
    public byte[] toJson() {
        return toJsonObject().toBytes();
    }

    /// The whole response.
    public Response toResponse() {
        return Response.of(status, Headers.of("Content-Type", "application/problem+json"), toJson());
    }
}
