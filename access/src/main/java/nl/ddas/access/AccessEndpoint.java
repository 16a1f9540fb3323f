// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.access;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import nl.ddas.basis.Handler;
import nl.ddas.basis.Headers;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;

/// Lets others ask a decision point of ours (AuthZEN Authorization API 1.0, sections 9 and 10): `POST
/// /access/v1/evaluation` and the metadata at `/.well-known/authzen-configuration`. A denial is status 200 too; 400,
/// 404, 405, 415 and 500 mean that nothing was decided.
///
/// @param base address under which others know this endpoint, without a slash at the end
public record AccessEndpoint(DecisionPoint decisions, URI base) implements Handler {

    private static final String METADATA = "/.well-known/authzen-configuration";

    /// Whether a path is one of the standard's, for a listener that has others too.
    public static boolean knows(String path) {
        return path.equals(RemoteDecisionPoint.PATH) || path.equals(METADATA);
    }

    @Override
    public Response handle(Request request) throws IOException {
        Response response =
                switch (request.path()) {
                    case RemoteDecisionPoint.PATH -> isPost(request) ? evaluate(request) : notAllowed("POST");
                    case METADATA -> request.method().equals("GET") ? metadata() : notAllowed("GET");
                    default -> error(404, "unknown path; known are " + RemoteDecisionPoint.PATH + " and " + METADATA);
                };
        return request.headers()
                .first("X-Request-ID")
                .map(id ->
                        new Response(response.status(), response.headers().with("X-Request-ID", id), response.body()))
                .orElse(response);
    }

    private Response evaluate(Request request) throws IOException {
        String type = request.headers().first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.split(";")[0].strip().equals("application/json")) {
            return error(415, "expected Content-Type application/json");
        }
        return switch (JsonReading.of(request.body(), RemoteDecisionPoint.MOST_BYTES)) {
            case JsonReading.Read(JsonObject json) -> evaluate(json);
            case JsonReading.Read _ -> error(400, "expected a JSON object");
            case JsonReading.Refused refused -> error(400, "no readable JSON: " + refused.reason());
        };
    }

    private Response evaluate(JsonObject json) {
        return switch (Evaluation.read(json)) {
            case Evaluation.Reading.Wrong(String missing) -> error(400, "expected a text at " + missing);
            case Evaluation.Reading.Good(Evaluation evaluation) ->
                switch (decisions.decide(evaluation)) {
                    case Decision.Decided decided -> json(200, decided.toJson());
                    case Decision.Undecided _ -> error(500, "nothing could be decided; the log tells why");
                };
        };
    }

    private Response metadata() {
        return json(
                200,
                JsonObject.EMPTY
                        .with("policy_decision_point", base.toString())
                        .with("access_evaluation_endpoint", base + RemoteDecisionPoint.PATH));
    }

    private static boolean isPost(Request request) {
        return request.method().equals("POST");
    }

    private static Response notAllowed(String allowed) {
        Response response = error(405, "expected " + allowed);
        return new Response(405, response.headers().with("Allow", allowed), response.body());
    }

    private static Response error(int status, String detail) {
        return json(status, JsonObject.EMPTY.with("error", detail));
    }

    private static Response json(int status, JsonObject body) {
        return Response.of(status, Headers.of("Content-Type", "application/json"), body.toBytes());
    }
}
