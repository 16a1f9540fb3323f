// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes JSON values.
final class JsonWriting {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonWriting() {}

    static JsonGenerator generator(OutputStream to) {
        return FACTORY.createGenerator(ObjectWriteContext.empty(), to);
    }

    static void write(JsonValue value, OutputStream to) {
        try (JsonGenerator json = generator(to)) {
            write(value, json);
        }
    }

    private static void write(JsonValue value, JsonGenerator json) {
        switch (value) {
            case JsonValue.JsonText(String text) -> json.writeString(text);
            case JsonValue.JsonNumber(String literal) -> json.writeNumber(literal);
            case JsonValue.JsonBool(boolean bool) -> json.writeBoolean(bool);
            case JsonValue.JsonNull() -> json.writeNull();
            case JsonValue.JsonArray(List<JsonValue> items) -> {
                json.writeStartArray();
                items.forEach(item -> write(item, json));
                json.writeEndArray();
            }
            case JsonValue.JsonObject(Map<String, JsonValue> members) -> {
                json.writeStartObject();
                members.forEach((name, member) -> {
                    json.writeName(name);
                    write(member, json);
                });
                json.writeEndObject();
            }
        }
    }
}
