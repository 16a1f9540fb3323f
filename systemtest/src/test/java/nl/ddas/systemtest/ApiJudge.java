// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Headers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds real answers against what an OpenAPI document says about them.
record ApiJudge(ApiDocument document) {

    /// What every answer carries (API Design Rules, transport/security-headers).
    private static final Map<String, String> ALWAYS = Map.of(
            "Cache-Control", "no-store",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Strict-Transport-Security", "max-age=31536000; includeSubDomains",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer");

    private static final List<String> NEVER = List.of("Server", "X-Powered-By", "Via");
    private static final String INSIDE =
            "(?s).*(Exception|\\bat nl\\.ddas|\\bnl\\.ddas\\.|SELECT |Caused by|\\.java:).*";

    /// What is wrong with an answer to an operation of the document.
    List<String> faults(ApiDocument.Operation operation, ApiAnswer answer) {
        List<String> faults = new ArrayList<>(faults(answer));
        JsonNode described =
                document.resolve(operation.node().path("responses").path(Integer.toString(answer.status())));
        if (described.isMissingNode()) {
            faults.add("status " + answer.status() + " is not in the document: " + answer.text());
            return faults;
        }
        described.path("headers").properties().forEach(header -> faults.addAll(header(header, answer)));
        JsonNode content = described.path("content");
        if (content.isEmpty()) {
            if (answer.body().length > 0) {
                faults.add("status " + answer.status() + " has a body, and the document has none");
            }
            return faults;
        }
        JsonNode kind = content.path(answer.kind());
        if (kind.isMissingNode()) {
            faults.add("kind of content " + answer.kind() + " is not in the document for " + answer.status());
        } else {
            faults.addAll(body(kind.path("schema"), answer));
        }
        return faults;
    }

    private List<String> body(JsonNode schema, ApiAnswer answer) {
        String json = answer.kind().endsWith("json")
                ? answer.text()
                : JsonMapper.shared().writeValueAsString(answer.text());
        try {
            return document.faults(schema, json).stream()
                    .map(fault -> "body " + fault)
                    .toList();
        } catch (JacksonException noJson) {
            return List.of("the body is no JSON");
        }
    }

    private List<String> header(Map.Entry<String, JsonNode> header, ApiAnswer answer) {
        JsonNode described = document.resolve(header.getValue());
        Optional<String> value = answer.headers().first(header.getKey());
        if (value.isEmpty()) {
            return described.path("required").asBoolean(false)
                    ? List.of("header " + header.getKey() + " is missing")
                    : List.of();
        }
        JsonNode schema = described.path("schema");
        boolean number = document.resolve(schema).path("type").asString().equals("integer");
        String json = number ? value.get() : JsonMapper.shared().writeValueAsString(value.get());
        return document.faults(schema, json).stream()
                .map(fault -> "header " + header.getKey() + " " + fault)
                .toList();
    }

    /// What is wrong with an answer wherever it comes from: version, headers, form of an error, leaks.
    List<String> faults(ApiAnswer answer) {
        List<String> faults = new ArrayList<>();
        if (!answer.headers().all("API-Version").equals(List.of(document.version()))) {
            faults.add("API-Version is " + answer.headers().all("API-Version"));
        }
        ALWAYS.forEach((name, value) -> {
            if (!answer.headers().all(name).equals(List.of(value))) {
                faults.add(name + " is " + answer.headers().all(name));
            }
        });
        NEVER.stream()
                .filter(name -> answer.headers().first(name).isPresent())
                .forEach(name -> faults.add(name + " is there"));
        if (answer.status() >= 400) {
            problem(answer, faults);
        }
        return faults;
    }

    private static void problem(ApiAnswer answer, List<String> faults) {
        if (!answer.kind().equals("application/problem+json")) {
            faults.add("an error is " + answer.kind() + ": " + answer.text());
            return;
        }
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        if (problem.path("status").asInt(0) != answer.status()
                || problem.path("title").asString("").isBlank()
                || problem.path("detail").asString("").isBlank()) {
            faults.add("a problem without its status, title and detail: " + answer.text());
        }
        if (answer.text().matches(INSIDE)) {
            faults.add("an error tells what is inside: " + answer.text());
        }
    }

    /// An answer, read to its end.
    record ApiAnswer(int status, Headers headers, byte[] body) {

        static ApiAnswer of(Proefopstelling.Antwoord answer) {
            return new ApiAnswer(answer.status(), answer.headers(), answer.inhoud());
        }

        /// The kind of content without its parameters, in small letters; empty when there is none.
        String kind() {
            return headers.first("Content-Type")
                    .orElse("")
                    .split(";")[0]
                    .strip()
                    .toLowerCase(Locale.ROOT);
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }
}
