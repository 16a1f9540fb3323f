// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.ddas.basis.Headers;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Problem;
import nl.ddas.basis.Response;

/// Answers of our own two interfaces: JSON, or a problem in Dutch (RFC 9457), each with the version of the interface.
final class Replies {

    /// Version of both interfaces.
    static final String VERSION = "1.0.0";

    private static final String TYPES = "https://ddas.example/problemen/fsc/";

    private Replies() {}

    static Response json(int status, JsonObject body) {
        return Response.of(
                status, Headers.of("Content-Type", "application/json", "API-Version", VERSION), body.toBytes());
    }

    /// A description of an interface, for pages of any site (API Design Rules, publish-openapi).
    static Response document(String json) {
        return Response.of(
                200,
                Headers.of("Content-Type", "application/json", "API-Version", VERSION)
                        .with("Access-Control-Allow-Origin", "*"),
                json.getBytes(StandardCharsets.UTF_8));
    }

    /// Nothing to say.
    static Response done() {
        return Response.of(204, Headers.of("API-Version", VERSION), new byte[0]);
    }

    /// @param kind last part of the problem type
    /// @param detail Dutch: what was expected, what came, what to do
    static Response problem(int status, String kind, String title, String detail) {
        Problem problem = new Problem(TYPES + kind, title, status, detail, TYPES + kind, List.of());
        return Response.of(
                status,
                Headers.of("Content-Type", "application/problem+json", "API-Version", VERSION),
                problem.toJson());
    }

    static Response wrong(String detail) {
        return problem(400, "ongeldig-verzoek", "Het verzoek klopt niet", detail);
    }

    /// @param allow the methods that there are
    static Response notAllowed(String allow) {
        Response problem =
                problem(405, "andere-methode", "Deze methode kan hier niet", "Op dit adres kan wel: " + allow + ".");
        return new Response(405, problem.headers().with("Allow", allow), problem.body());
    }

    static Response otherKind() {
        return problem(
                415,
                "andere-inhoud",
                "De inhoud is geen JSON",
                "Stuur de inhoud als JSON, met Content-Type: application/json.");
    }

    static Response notThere(String detail) {
        return problem(404, "niet-gevonden", "Dit is er niet", detail);
    }
}
