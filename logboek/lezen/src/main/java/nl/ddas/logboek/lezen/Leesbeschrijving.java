// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.util.List;
import java.util.Map;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;

/// The OpenAPI document of this server: ours, with the attributes of the extensions that are loaded here (READ-6).
final class Leesbeschrijving {

    private static final JsonReading.Limits RUIM = new JsonReading.Limits(64, 1000, false);

    private Leesbeschrijving() {}

    /// @param extensies JSON Schemas by key
    static byte[] write(String base, JsonObject extensies) {
        JsonReading reading = JsonReading.of(Bundled.bytes(LeesApi.class, "openapi.json"), RUIM);
        if (!(reading instanceof JsonReading.Read(JsonObject document))) {
            throw new IllegalStateException("openapi.json of the read API is broken");
        }
        JsonObject server = JsonObject.EMPTY.with("url", base + "/v1").with("description", "Deze server");
        JsonObject components = child(document, "components");
        JsonObject schemas = child(components, "schemas");
        JsonObject more = schemas.with(
                        "ProcessingActivityRequest",
                        extend(child(schemas, "ProcessingActivityRequest"), asked(extensies)))
                .with("Attributes", extend(child(schemas, "Attributes"), extensies));
        return document.with("servers", new JsonArray(List.of(server)))
                .with("components", components.with("schemas", more))
                .toBytes();
    }

    private static JsonObject child(JsonObject parent, String name) {
        return parent.object(name).orElseThrow(() -> new IllegalStateException("openapi.json lacks " + name));
    }

    private static JsonObject extend(JsonObject schema, JsonObject extensies) {
        JsonObject properties = child(schema, "properties");
        for (Map.Entry<String, JsonValue> one : extensies.members().entrySet()) {
            properties = properties.with(one.getKey(), one.getValue());
        }
        return schema.with("properties", properties);
    }

    /// One value is asked for, also where a line may hold several.
    private static JsonObject asked(JsonObject extensies) {
        JsonObject asked = JsonObject.EMPTY;
        for (Map.Entry<String, JsonValue> one : extensies.members().entrySet()) {
            String description = one.getValue() instanceof JsonObject schema
                    ? schema.text("description").orElse("")
                    : "";
            asked = asked.with(
                    one.getKey(),
                    JsonObject.EMPTY
                            .with("type", "string")
                            .with("minLength", 1)
                            .with("maxLength", 4096)
                            .with("description", description));
        }
        return asked;
    }
}
