// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import nl.ddas.levering.model.BerichtLezer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The validator that others would take: networknt on our own schema file, streamed: each traject becomes a tree and is
/// validated on its own, formats asserted. It does not look for duplicate keys and not at the headers.
final class Ander {

    private static final String LIJST = "schuldhulptrajecten";

    private final JsonMapper json = JsonMapper.builder().build();
    private final Schema schema;

    Ander() throws IOException {
        try (InputStream bestand = BerichtLezer.class.getResourceAsStream("schema/v1.0.json")) {
            if (bestand == null) {
                throw new IllegalStateException("no schema file");
            }
            ObjectNode boom = (ObjectNode) json.readTree(bestand);
            JsonNode traject = boom.findValue(LIJST).get("items");
            ObjectNode deel = json.createObjectNode();
            deel.put("$schema", "https://json-schema.org/draft/2020-12/schema");
            deel.setAll((ObjectNode) traject);
            if (boom.get("$defs") != null) {
                deel.set("$defs", boom.get("$defs"));
            }
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(json.writeValueAsBytes(deel), StandardCharsets.UTF_8));
        }
    }

    /// @throws IllegalStateException when a traject is not as the schema says
    long lees(InputStream stroom) {
        long aantal = 0;
        try (JsonParser lezer = json.createParser(stroom)) {
            for (JsonToken token = lezer.nextToken(); token != null; token = lezer.nextToken()) {
                if (token == JsonToken.START_ARRAY && LIJST.equals(lezer.currentName())) {
                    while (lezer.nextToken() == JsonToken.START_OBJECT) {
                        toets(lezer.readValueAsTree());
                        aantal++;
                    }
                }
            }
        }
        return aantal;
    }

    private void toets(JsonNode traject) {
        if (!past(traject)) {
            throw new IllegalStateException("expected a good traject");
        }
    }

    /// Whether this traject is as the schema says, formats included.
    boolean past(String traject) {
        return past(json.readTree(traject));
    }

    private boolean past(JsonNode traject) {
        return schema.validate(traject, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)))
                .isEmpty();
    }
}
