// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.Handler;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.fsc.model.StrictJson;

/// Lets through to an interface what its OpenAPI document describes: another path is answered 404, another method 405
/// with those that there are, a body of another kind 415. Who may ask `GET` may ask `HEAD` (API Design Rules,
/// http-methods).
final class Described implements Handler {

    private static final String JSON = "application/json";

    private final List<Path> paths;
    private final Handler behind;

    /// @param steps parts of the address; one between braces stands for any text
    /// @param operations by method, in capitals
    private record Path(List<String> steps, Map<String, JsonObject> operations) {

        boolean is(List<String> asked) {
            return asked.size() == steps.size()
                    && IntStream.range(0, steps.size()).allMatch(i -> fits(steps.get(i), asked.get(i)));
        }

        private static boolean fits(String step, String asked) {
            return step.startsWith("{") ? !asked.isEmpty() : step.equals(asked);
        }

        String allow() {
            return operations.keySet().stream()
                    .flatMap(method -> method.equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(method))
                    .collect(Collectors.joining(", "));
        }
    }

    /// @param document name of the file beside this class
    /// @throws IllegalStateException when it is no OpenAPI document
    Described(String document, Handler behind) {
        byte[] bytes = Bundled.text(Described.class, document).getBytes(StandardCharsets.UTF_8);
        if (!(JsonReading.of(bytes, StrictJson.LIMITS) instanceof JsonReading.Read(JsonObject json))) {
            throw new IllegalStateException(document + " is no JSON object");
        }
        this.paths = paths(json);
        this.behind = behind;
    }

    private static List<Path> paths(JsonObject document) {
        List<Path> found = new ArrayList<>();
        document.object("paths").orElse(JsonObject.EMPTY).members().forEach((path, item) -> {
            Map<String, JsonObject> operations = new TreeMap<>();
            if (item instanceof JsonObject methods) {
                methods.members()
                        .keySet()
                        .forEach(method -> operations.put(
                                method.toUpperCase(Locale.ROOT),
                                methods.object(method).orElse(JsonObject.EMPTY)));
            }
            found.add(new Path(steps("/v1" + path), operations));
        });
        return found;
    }

    private static List<String> steps(String path) {
        return List.of(path.split("\\?", 2)[0].split("/", -1));
    }

    @Override
    public Response handle(Request request) throws IOException {
        List<String> asked = steps(request.path());
        Optional<Path> path = paths.stream().filter(known -> known.is(asked)).findFirst();
        if (path.isEmpty()) {
            return Replies.notThere("Dit adres bestaat niet. Wat er wel is, staat in /v1/openapi.json.");
        }
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        Optional<JsonObject> operation =
                Optional.ofNullable(path.get().operations().get(method));
        if (operation.isEmpty()) {
            return Replies.notAllowed(path.get().allow());
        }
        return operation.get().object("requestBody").isPresent() && !isJson(request)
                ? Replies.otherKind()
                : behind.handle(new Request(method, request.path(), request.headers(), request.peer(), request.body()));
    }

    private static boolean isJson(Request request) {
        return request.headers()
                .first("Content-Type")
                .filter(type -> type.split(";", 2)[0].strip().equalsIgnoreCase(JSON))
                .isPresent();
    }
}
