// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.ByteArrayOutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;

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
    public record Fault(String pointer, String detail) {}

    /// The body as `application/problem+json`.
    public byte[] toJson() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JsonWriting.generator(bytes)) {
            json.writeStartObject();
            json.writeStringProperty("type", type);
            json.writeStringProperty("title", title);
            json.writeNumberProperty("status", status);
            json.writeStringProperty("detail", detail);
            json.writeStringProperty("instance", instance);
            if (!errors.isEmpty()) {
                writeErrors(json);
            }
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private void writeErrors(JsonGenerator json) {
        json.writeArrayPropertyStart("errors");
        for (Fault fault : errors) {
            json.writeStartObject();
            json.writeStringProperty("pointer", fault.pointer());
            json.writeStringProperty("detail", fault.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// The whole response.
    public Response toResponse() {
        return Response.of(status, Headers.of("Content-Type", "application/problem+json"), toJson());
    }
}
