// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGeneratorFactory;
import nl.ddas.basis.Headers;
import nl.ddas.systemtest.ApiDocument.Operation;
import nl.ddas.systemtest.ApiJudge.ApiAnswer;
import tools.jackson.databind.JsonNode;

/// One of our APIs as the tests reach it: what a class must tell about it, and how requests are put together from its
/// OpenAPI document.
abstract class ApiPart {

    /// The document, as the running part serves it.
    abstract ApiDocument document();

    /// Sends a request to the part.
    ///
    /// @param path with what stands before it, and the query
    abstract ApiAnswer send(String method, String path, Headers headers, byte[] body) throws IOException;

    /// A value of a parameter that the part knows, such as the number of something that is there.
    abstract Optional<String> known(Operation operation, String parameter) throws IOException;

    /// Values for fields of bodies, as JSON, where a schema alone cannot tell what the part takes.
    Map<String, String> fields() {
        return Map.of();
    }

    /// A body that cannot be made from the schema.
    Optional<byte[]> body(Operation operation) throws IOException {
        return Optional.empty();
    }

    /// Headers that go with a body, such as its signature.
    Headers signed(byte[] body) {
        return Headers.NONE;
    }

    /// Operations whose 2xx is proved elsewhere.
    Set<String> withoutSuccess() {
        return Set.of();
    }

    ApiJudge judge() {
        return new ApiJudge(document());
    }

    ApiInputs inputs(long seed) {
        return new ApiInputs(
                document(), RandomGeneratorFactory.of("L64X128MixRandom").create(seed), fields());
    }

    /// A request as it is put together.
    record Call(Operation operation, Map<String, String> parameters, Headers headers, byte[] body) {}

    ApiAnswer send(Call call) throws IOException {
        return send(call.operation().method(), path(call), call.headers(), call.body());
    }

    String path(Call call) {
        String path = call.operation().path();
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : document().parameters(call.operation())) {
            String name = parameter.path("name").asString();
            String value = call.parameters().get(name);
            if (value != null && parameter.path("in").asString().equals("path")) {
                path = path.replace("{" + name + "}", encoded(value));
            }
        }
        for (Map.Entry<String, String> parameter : call.parameters().entrySet()) {
            if (!call.operation().path().contains("{" + parameter.getKey() + "}")) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(parameter.getKey())
                        .append('=')
                        .append(encoded(parameter.getValue()));
            }
        }
        return document().base(call.operation()) + path + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// A request that fits the document.
    Call good(Operation operation, ApiInputs inputs) throws IOException {
        Map<String, String> parameters = new HashMap<>();
        for (JsonNode parameter : document().parameters(operation)) {
            String name = parameter.path("name").asString();
            boolean header = parameter.path("in").asString().equals("header");
            boolean wanted = parameter.path("required").asBoolean(false)
                    || inputs.random().nextInt(4) == 0;
            if (!header && wanted) {
                Optional<String> known = known(operation, name);
                parameters.put(
                        name,
                        known.isPresent()
                                ? known.get()
                                : inputs.good(name, parameter.path("schema")).asString());
            }
        }
        return withBody(operation, parameters, goodBody(operation, inputs));
    }

    private byte[] goodBody(Operation operation, ApiInputs inputs) throws IOException {
        Optional<byte[]> given = body(operation);
        if (given.isPresent() || kinds(operation).isEmpty()) {
            return given.orElse(new byte[0]);
        }
        return bytes(inputs.good(operation.id(), schema(operation)).toString());
    }

    Call withBody(Operation operation, Map<String, String> parameters, byte[] body) {
        Headers headers = kinds(operation).isEmpty()
                ? Headers.NONE
                : Headers.of("Content-Type", kinds(operation).getFirst());
        for (Headers.Line line : signed(body).lines()) {
            headers = headers.with(line.name(), line.value());
        }
        return new Call(operation, parameters, headers, body);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static List<String> kinds(Operation operation) {
        return List.copyOf(operation.node().at("/requestBody/content").propertyNames());
    }

    static JsonNode schema(Operation operation) {
        return operation
                .node()
                .at("/requestBody/content")
                .path(kinds(operation).getFirst())
                .path("schema");
    }

    /// Where the document is.
    String described() {
        return document().base() + "/openapi.json";
    }
}
