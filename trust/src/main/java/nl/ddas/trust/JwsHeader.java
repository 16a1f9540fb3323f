// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// The protected header of a signature, read strictly: UTF-8, one JSON object, no member twice, nothing behind it.
/// What the values mean and whether they are allowed is for [HeaderRules].
///
/// @param members each member with its value: text, whole number, truth value, list of texts, object, or [Other]
record JwsHeader(Map<String, Value> members) {

    /// A value as far as a signature header needs values told apart.
    sealed interface Value {
        record Text(String text) implements Value {}

        /// @param digits as written, at most 40
        record Whole(String digits) implements Value {}

        record Truth(boolean value) implements Value {}

        /// A list of nothing but texts, maybe empty.
        record Texts(List<String> texts) implements Value {}

        /// An object.
        record Members(Map<String, Value> members) implements Value {}

        /// Anything else.
        record Other() implements Value {}
    }

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxNumberLength(40)
                    .build())
            .build();

    JwsHeader {
        members = Map.copyOf(members);
    }

    /// @throws Rejection when the bytes are not such an object
    static JwsHeader read(byte[] bytes) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), utf8(bytes))) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw malformed();
            }
            Map<String, Value> members = members(json);
            if (json.nextToken() != null) {
                throw malformed();
            }
            return new JwsHeader(members);
        } catch (JacksonException | CharacterCodingException notJson) {
            throw malformed();
        }
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /// The member, when it is there and a text.
    Optional<String> text(String name) {
        return members.get(name) instanceof Value.Text(String text) ? Optional.of(text) : Optional.empty();
    }

    /// The member, when it is there and a list of texts.
    Optional<List<String>> texts(String name) {
        return members.get(name) instanceof Value.Texts(List<String> texts) ? Optional.of(texts) : Optional.empty();
    }

    private static Value value(JsonParser json, JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> new Value.Text(json.getString());
            case VALUE_NUMBER_INT -> new Value.Whole(json.getString());
            case VALUE_TRUE -> new Value.Truth(true);
            case VALUE_FALSE -> new Value.Truth(false);
            case START_ARRAY -> list(json);
            case START_OBJECT -> new Value.Members(members(json));
            case VALUE_NUMBER_FLOAT, VALUE_NULL -> new Value.Other();
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> throw malformed();
        };
    }

    private static Value list(JsonParser json) {
        List<String> texts = new ArrayList<>();
        boolean onlyTexts = true;
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.VALUE_STRING) {
                texts.add(json.getString());
            } else {
                onlyTexts = false;
                json.skipChildren();
            }
        }
        return onlyTexts ? new Value.Texts(List.copyOf(texts)) : new Value.Other();
    }

    private static Map<String, Value> members(JsonParser json) {
        Map<String, Value> members = new HashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            members.put(name, value(json, json.nextToken()));
        }
        return Map.copyOf(members);
    }

    private static String utf8(byte[] bytes) throws CharacterCodingException {
        // A fresh decoder reports what is wrong; the String constructor would put a question mark.
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static Rejection malformed() {
        return Refusal.HANDTEKENING_FORMAAT.because(
                "De kop van de handtekening is geen geldig JSON-object in UTF-8," + " of noemt een gegeven twee keer.");
    }
}
