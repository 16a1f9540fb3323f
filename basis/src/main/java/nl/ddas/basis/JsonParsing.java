// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// Builds a JSON value from tokens; one parse.
final class JsonParsing {

    // Our own limits are stricter and give the reason; these only keep the parser from wasting memory before that.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(74)
                    .maxNumberLength(100_000)
                    .build())
            .build();

    /// Leaves the recursion; caught in [#parse], never seen outside.
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient JsonReading.Refused refused;

        Stop(JsonReading.Reason reason, JsonParser json) {
            super(null, null, false, false);
            refused = refused(reason, json.currentTokenLocation());
        }
    }

    private final JsonParser json;
    private final JsonReading.Limits limits;
    private int values;

    private JsonParsing(JsonParser json, JsonReading.Limits limits) {
        this.json = json;
        this.limits = limits;
    }

    static JsonReading parse(String text, JsonReading.Limits limits) {
        boolean complete = false;
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            json.nextToken();
            JsonValue value = new JsonParsing(json, limits).value(0);
            complete = true;
            return json.nextToken() == null
                    ? new JsonReading.Read(value)
                    : refused(JsonReading.Reason.TRAILING, json.currentTokenLocation());
        } catch (Stop stop) {
            return stop.refused;
        } catch (JacksonException broken) {
            return refused(complete ? JsonReading.Reason.TRAILING : JsonReading.Reason.NOT_JSON, broken.getLocation());
        }
    }

    private static JsonReading.Refused refused(JsonReading.Reason reason, TokenStreamLocation at) {
        return new JsonReading.Refused(reason, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    private JsonValue value(int depth) {
        JsonToken token = json.currentToken();
        if (token == null) {
            throw new Stop(JsonReading.Reason.NOT_JSON, json);
        }
        if (++values > limits.values()) {
            throw new Stop(JsonReading.Reason.TOO_MANY, json);
        }
        return switch (token) {
            case START_OBJECT -> object(deeper(depth));
            case START_ARRAY -> array(deeper(depth));
            case VALUE_STRING -> new JsonValue.JsonText(whole(json.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> new JsonValue.JsonBool(true);
            case VALUE_FALSE -> new JsonValue.JsonBool(false);
            case VALUE_NULL -> new JsonValue.JsonNull();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new Stop(JsonReading.Reason.NOT_JSON, json);
        };
    }

    private int deeper(int depth) {
        if (depth == limits.depth()) {
            throw new Stop(JsonReading.Reason.TOO_DEEP, json);
        }
        return depth + 1;
    }

    private JsonValue object(int depth) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = whole(json.currentName());
            if (members.containsKey(name)) {
                throw new Stop(JsonReading.Reason.DUPLICATE_NAME, json);
            }
            json.nextToken();
            members.put(name, value(depth));
        }
        return new JsonValue.JsonObject(members);
    }

    private JsonValue array(int depth) {
        List<JsonValue> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(depth));
        }
        return new JsonValue.JsonArray(items);
    }

    private JsonValue number() {
        String literal = json.getString();
        if (literal.length() > limits.numberLength()) {
            throw new Stop(JsonReading.Reason.NUMBER_TOO_LONG, json);
        }
        // Up to 300 digits without an exponent fit; only the rest needs the look.
        if (limits.doublesOnly() && !shortWhole(literal) && Double.isInfinite(Double.parseDouble(literal))) {
            throw new Stop(JsonReading.Reason.NUMBER_TOO_LARGE, json);
        }
        return new JsonValue.JsonNumber(literal);
    }

    private static boolean shortWhole(String literal) {
        return literal.length() <= 300 && literal.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
    }

    /// Refuses half a surrogate pair, which no UTF-8 can hold.
    private String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair = Character.isHighSurrogate(text.charAt(i))
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    throw new Stop(JsonReading.Reason.NOT_JSON, json);
                }
                i++;
            }
        }
        return text;
    }
}
