// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;

/// `/health/live`, `/health/ready` and `/metrics`, in plain HTTP for this machine only.
///
/// Ready is who has no remarks; else the answer is 503 with all of them. Notes are told either way.
///
/// @param remarks what stands in the way of the work, for the operator; asked each time
/// @param notes what somebody has to look at while the work goes on; asked each time
public record Monitoring(
        Metrics metrics, List<Supplier<Optional<String>>> remarks, List<Supplier<Optional<String>>> notes)
        implements Handler {

    public Monitoring {
        remarks = List.copyOf(remarks);
        notes = List.copyOf(notes);
    }

    /// Without notes.
    public Monitoring(Metrics metrics, List<Supplier<Optional<String>>> remarks) {
        this(metrics, remarks, List.of());
    }

    @Override
    public Response handle(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /health/live" -> json(200, JsonObject.EMPTY.with("status", "live"));
            case "GET /health/ready" -> ready();
            case "GET /metrics" -> metrics.toResponse();
            case String _ ->
                json(404, JsonObject.EMPTY.with("detail", "Bekend zijn /health/live, /health/ready en /metrics."));
        };
    }

    private Response ready() {
        List<String> found = said(remarks);
        JsonObject body = JsonObject.EMPTY
                .with("status", found.isEmpty() ? "ready" : "not ready")
                .with("remarks", JsonArray.ofTexts(found))
                .with("notes", JsonArray.ofTexts(said(notes)));
        return json(found.isEmpty() ? 200 : 503, body);
    }

    private static List<String> said(List<Supplier<Optional<String>>> sources) {
        return sources.stream().flatMap(source -> source.get().stream()).toList();
    }

    private static Response json(int status, JsonObject body) {
        return Response.of(status, Headers.of("Content-Type", "application/json"), body.toBytes());
    }
}
