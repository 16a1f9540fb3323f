// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.ddas.basis.Handler;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;

/// `/health/live`, `/health/ready` and `/metrics`, in plain HTTP for this machine only.
///
/// @param remarks what stands in the way of the work, English; asked each time
record Monitoring(Metrics metrics, List<Supplier<Optional<String>>> remarks) implements Handler {

    @Override
    public Response handle(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /health/live" -> Replies.json(200, JsonObject.EMPTY.with("status", "live"));
            case "GET /health/ready" -> ready();
            case "GET /metrics" -> metrics.toResponse();
            case String _ -> Replies.notThere("Bekend zijn /health/live, /health/ready en /metrics.");
        };
    }

    private Response ready() {
        List<String> found = new ArrayList<>();
        remarks.forEach(remark -> remark.get().ifPresent(found::add));
        JsonObject body = JsonObject.EMPTY
                .with("status", found.isEmpty() ? "ready" : "not ready")
                .with("remarks", JsonArray.ofTexts(found));
        return Replies.json(found.isEmpty() ? 200 : 503, body);
    }
}
