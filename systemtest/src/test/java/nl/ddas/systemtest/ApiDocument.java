// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An OpenAPI 3.1 document, as a running part serves it.
final class ApiDocument {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final JsonNode root;
    private final Map<JsonNode, Schema> schemas = new HashMap<>();

    private ApiDocument(JsonNode root) {
        this.root = root;
    }

    /// One operation.
    ///
    /// @param method in capitals
    /// @param path as in the document, with names between braces
    record Operation(String method, String path, JsonNode node) {

        String id() {
            return node.path("operationId").asString();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static ApiDocument read(byte[] bytes) {
        return new ApiDocument(JsonMapper.shared().readTree(bytes));
    }

    JsonNode root() {
        return root;
    }

    String version() {
        return root.at("/info/version").asString();
    }

    /// What stands before each path.
    String base() {
        return root.at("/servers/0/url").asString();
    }

    /// What stands before the path of an operation, which may have a server of its own.
    String base(Operation operation) {
        String own = operation.node().at("/servers/0/url").asString(base());
        return own.equals("/") ? "" : own;
    }

    List<Operation> operations() {
        List<Operation> found = new ArrayList<>();
        root.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(member -> METHODS.contains(member.getKey()))
                .forEach(member -> found.add(
                        new Operation(member.getKey().toUpperCase(Locale.ROOT), path.getKey(), member.getValue()))));
        return found;
    }

    /// The methods that a path knows, in capitals.
    Set<String> methods(String path) {
        Set<String> methods = new TreeSet<>();
        operations().stream()
                .filter(operation -> operation.path().equals(path))
                .forEach(operation -> methods.add(operation.method()));
        return methods;
    }

    /// The parameters of an operation, those of its path among them.
    List<JsonNode> parameters(Operation operation) {
        List<JsonNode> all = new ArrayList<>();
        operation.node().path("parameters").forEach(one -> all.add(resolve(one)));
        root.path("paths").path(operation.path()).path("parameters").forEach(one -> all.add(resolve(one)));
        return all;
    }

    /// What stands at a reference, or the node itself.
    JsonNode resolve(JsonNode node) {
        JsonNode at = node;
        while (at.has("$ref")) {
            at = root.at(at.path("$ref").asString().substring(1));
        }
        return at;
    }

    /// Where a value does not fit a schema of this document; formats count.
    ///
    /// @param json the value as text
    List<String> faults(JsonNode schema, String json) {
        return schemas
                .computeIfAbsent(schema, this::compile)
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                // The validator wants an address below a domain that was handed out; those for examples never are.
                .filter(error -> !error.getMessage().contains("email"))
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    // References begin at the root of the document, so what they lead to goes along.
    private Schema compile(JsonNode schema) {
        ObjectNode whole = JsonMapper.shared().createObjectNode();
        whole.set("components", root.path("components"));
        whole.putArray("allOf").add(schema);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString());
    }
}
