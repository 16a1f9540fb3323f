// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.access;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import nl.ddas.basis.BodyTooLarge;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.Handler;
import nl.ddas.basis.Headers;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Problem;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;

/// Lets others ask a decision point of ours (AuthZEN Authorization API 1.0, sections 9 and 10): `POST
/// /access/v1/evaluation` and the metadata at `/.well-known/authzen-configuration`. A denial is status 200 too; 400,
/// 404, 405, 415 and 500 (as problem+json) mean that nothing was decided. Described in `openapi.json`, which anyone may
/// read at `/access/v1/openapi.json`.
///
/// @param base address under which others know this endpoint, without a slash at the end
public record AccessEndpoint(DecisionPoint decisions, URI base) implements Handler {

    /// Where the description is.
    public static final String DESCRIPTION = "/access/v1/openapi.json";

    private static final String BELOW = "/access/v1/";
    private static final String METADATA = "/.well-known/authzen-configuration";
    private static final String VERSION = "1.0.0";

    /// Whether a path is one for this endpoint, for a listener that has others too.
    ///
    /// @param path perhaps with a query
    public static boolean knows(String path) {
        String plain = plain(path);
        return plain.startsWith(BELOW) || plain.equals(METADATA);
    }

    private static String plain(String path) {
        return path.split("\\?", 2)[0];
    }

    @Override
    public Response handle(Request request) throws IOException {
        Response response =
                switch (plain(request.path())) {
                    case RemoteDecisionPoint.PATH -> isPost(request) ? evaluate(request) : notAllowed("POST");
                    case METADATA -> isGet(request) ? metadata() : notAllowed("GET, HEAD");
                    case DESCRIPTION -> isGet(request) ? description() : notAllowed("GET, HEAD");
                    default ->
                        error(
                                404,
                                "Dit adres bestaat niet",
                                "Er zijn " + RemoteDecisionPoint.PATH + ", " + DESCRIPTION + " en " + METADATA + ".");
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
            return error(415, "De vraag is geen JSON", "Stuur de vraag als JSON, met Content-Type: application/json.");
        }
        try {
            return switch (JsonReading.of(request.body(), RemoteDecisionPoint.MOST_BYTES)) {
                case JsonReading.Read(JsonObject json) -> evaluate(json);
                case JsonReading.Read _ -> wrong("Verwacht werd een JSON-object, tussen { en }.");
                case JsonReading.Refused refused -> wrong(refused.detail());
            };
        } catch (BodyTooLarge tooLarge) {
            return error(413, "De vraag is te groot", "Verwacht werd een vraag van ten hoogste 64 KB.");
        }
    }

    private Response evaluate(JsonObject json) {
        return switch (Evaluation.read(json)) {
            case Evaluation.Reading.Wrong(String missing) ->
                wrong("Verwacht werd op " + missing + " een tekst of object zoals AuthZEN het voorschrijft.");
            case Evaluation.Reading.Good(Evaluation evaluation) ->
                switch (decisions.decide(evaluation)) {
                    case Decision.Decided decided -> json(200, decided.toJson());
                    case Decision.Undecided _ ->
                        error(
                                500,
                                "Er kon niets worden besloten",
                                "Probeer het later opnieuw. De beheerder vindt de oorzaak in het log.");
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

    private static boolean isGet(Request request) {
        return request.method().equals("GET") || request.method().equals("HEAD");
    }

    private static Response description() {
        Headers headers = Headers.of("Content-Type", "application/json", "Access-Control-Allow-Origin", "*");
        byte[] document = Bundled.text(AccessEndpoint.class, "openapi.json").getBytes(StandardCharsets.UTF_8);
        return Response.of(200, headers.with("API-Version", VERSION), document);
    }

    private static Response notAllowed(String allowed) {
        Response response = error(405, "Deze methode kan hier niet", "Op dit adres kan wel: " + allowed + ".");
        return new Response(405, response.headers().with("Allow", allowed), response.body());
    }

    private static Response wrong(String detail) {
        return error(400, "De vraag klopt niet", detail);
    }

    /// @param title Dutch
    /// @param detail Dutch: what was expected, what to do
    private static Response error(int status, String title, String detail) {
        Response plain = new Problem("about:blank", title, status, detail, "about:blank", List.of()).toResponse();
        return new Response(status, plain.headers().with("API-Version", VERSION), plain.body());
    }

    private static Response json(int status, JsonObject body) {
        return Response.of(
                status, Headers.of("Content-Type", "application/json", "API-Version", VERSION), body.toBytes());
    }
}
