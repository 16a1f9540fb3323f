// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Values that fit a schema, and values that do not; the same for the same seed.
///
/// @param known values for fields by name, where a schema alone cannot tell what the API takes
record ApiInputs(ApiDocument document, RandomGenerator random, Map<String, String> known) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// A value that does not fit.
    ///
    /// @param what is wrong with it
    record Bad(String what, JsonNode value) {}

    JsonNode good(String name, JsonNode schema) {
        JsonNode resolved = document.resolve(schema);
        String fixed = known.get(name);
        if (fixed != null) {
            return JsonMapper.shared().readTree(fixed);
        }
        for (String given : List.of("examples", "enum")) {
            if (resolved.has(given)) {
                return pick(resolved.path(given));
            }
        }
        return switch (resolved.path("type").asString()) {
            case "object" -> object(resolved);
            case "array" -> NODES.arrayNode().add(good(name + "[]", resolved.path("items")));
            case "integer", "number" -> number(resolved);
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case String _ -> text(name, resolved);
        };
    }

    private JsonNode pick(JsonNode list) {
        return list.get(random.nextInt(list.size()));
    }

    private JsonNode object(JsonNode schema) {
        ObjectNode made = NODES.objectNode();
        List<String> required = required(schema);
        schema.path("properties").properties().forEach(property -> {
            if (required.contains(property.getKey()) || random.nextInt(3) == 0) {
                made.set(property.getKey(), good(property.getKey(), property.getValue()));
            }
        });
        return made;
    }

    private static List<String> required(JsonNode schema) {
        List<String> names = new ArrayList<>();
        schema.path("required").forEach(name -> names.add(name.asString()));
        return names;
    }

    private JsonNode number(JsonNode schema) {
        int least = schema.path("minimum").asInt(0);
        int most = Math.min(schema.path("maximum").asInt(1000), least + 1000);
        return NODES.numberNode(random.nextInt(least, most + 1));
    }

    private JsonNode text(String name, JsonNode schema) {
        if (schema.has("pattern")) {
            throw new IllegalStateException(name + ": a pattern needs an example in the document, or a known value");
        }
        return NODES.stringNode(
                switch (schema.path("format").asString()) {
                    case "date" ->
                        "20%02d-%02d-%02d"
                                .formatted(random.nextInt(20, 27), random.nextInt(1, 13), random.nextInt(1, 29));
                    case "date-time" ->
                        "20%02d-%02d-01T00:00:00Z".formatted(random.nextInt(40, 50), random.nextInt(1, 13));
                    case "uri" -> "https://voorbeeld.test:8443";
                    case String _ -> letters(random.nextInt(3, 12));
                });
    }

    private String letters(int count) {
        return random.ints(count, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// Values next to a good one that do not fit, by the judgement of the schema itself.
    List<Bad> bad(JsonNode schema, JsonNode good) {
        List<Bad> candidates = new ArrayList<>();
        spoil(document.resolve(schema), good, "", candidates);
        return candidates.stream()
                .filter(bad -> !document.faults(schema, bad.value().toString()).isEmpty())
                .toList();
    }

    private void spoil(JsonNode schema, JsonNode good, String at, List<Bad> found) {
        for (JsonNode other : List.of(
                NODES.nullNode(),
                NODES.booleanNode(true),
                NODES.numberNode(-1),
                NODES.numberNode(1.5),
                NODES.numberNode(1_000_000_000),
                NODES.stringNode(""),
                NODES.stringNode("§ % \u0001"),
                NODES.stringNode("2026-02-30"),
                NODES.stringNode("x".repeat(5000)),
                NODES.objectNode(),
                NODES.arrayNode())) {
            String shown = other.toString();
            found.add(new Bad(at + " is " + shown.substring(0, Math.min(shown.length(), 20)), other));
        }
        if (good instanceof ObjectNode object) {
            spoilMembers(schema, object, at, found);
        }
        if (good instanceof ArrayNode array && !array.isEmpty()) {
            List<Bad> below = new ArrayList<>();
            spoil(document.resolve(schema.path("items")), array.get(0), at + "/0", below);
            below.forEach(bad -> found.add(new Bad(bad.what(), NODES.arrayNode().add(bad.value()))));
        }
    }

    private void spoilMembers(JsonNode schema, ObjectNode good, String at, List<Bad> found) {
        found.add(
                new Bad(at + " has a member that is not known", good.deepCopy().put("onbekendVeld", 1)));
        required(schema).forEach(name -> {
            ObjectNode less = good.deepCopy();
            less.remove(name);
            found.add(new Bad(at + "/" + name + " is missing", less));
        });
        schema.path("properties").properties().forEach(property -> {
            List<Bad> below = new ArrayList<>();
            JsonNode member = good.has(property.getKey())
                    ? good.get(property.getKey())
                    : good(property.getKey(), property.getValue());
            spoil(document.resolve(property.getValue()), member, at + "/" + property.getKey(), below);
            below.forEach(bad -> found.add(new Bad(bad.what(), good.deepCopy().set(property.getKey(), bad.value()))));
        });
    }
}
