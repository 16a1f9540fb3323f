// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.util.Arrays;
import java.util.List;
import nl.ddas.basis.Headers;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Problem;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.basis.Sha256;

/// Answers of the register's API: each with its version, and a mark by which a caller asks for news only.
final class Antwoorden {

    /// Version of the API as a whole.
    static final String VERSIE = "1.0.0";

    private Antwoorden() {}

    /// A document with its ETag, or 304 when the caller has it already.
    static Response json(Request request, JsonObject body) {
        byte[] bytes = body.toBytes();
        String etag = "\"" + Sha256.hex(bytes).substring(0, 32) + "\"";
        Headers headers = Headers.of("Content-Type", "application/json", "API-Version", VERSIE)
                .with("ETag", etag);
        boolean isKnown = request.headers().first("If-None-Match").stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .anyMatch(
                        mark -> mark.equals("*") || mark.replaceFirst("^W/", "").equals(etag));
        return isKnown
                ? Response.of(304, Headers.of("API-Version", VERSIE, "ETag", etag), new byte[0])
                : Response.of(200, headers, bytes);
    }

    /// @param title Dutch
    /// @param detail Dutch: what was expected, what to do; nothing from the request
    static Response problem(int status, String title, String detail, List<Problem.Fault> faults) {
        return typed("about:blank", status, title, detail, faults);
    }

    /// A problem of a kind that callers want to tell apart.
    static Response typed(String type, int status, String title, String detail, List<Problem.Fault> faults) {
        Response plain = new Problem(type, title, status, detail, "about:blank", faults).toResponse();
        return new Response(status, plain.headers().with("API-Version", VERSIE), plain.body());
    }
}
