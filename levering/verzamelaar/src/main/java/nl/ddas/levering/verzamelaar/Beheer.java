// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.util.function.Supplier;
import nl.ddas.basis.Handler;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;

/// What only this machine sees: `/health` and `/metrics`, plain HTTP on the loopback address.
///
/// @param gezondheid the answer of `/health`
record Beheer(Supplier<Response> gezondheid, Metrics cijfers) implements Handler {

    @Override
    public Response handle(Request verzoek) {
        return switch (verzoek.method() + " " + verzoek.path()) {
            case "GET /health" -> gezondheid.get();
            case "GET /metrics" -> cijfers.toResponse();
            case String anders ->
                Response.text(404, "text/plain; charset=utf-8", "Bekend zijn GET /health en GET /metrics.\n");
        };
    }
}
