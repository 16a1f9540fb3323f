// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A small JSON document in memory (RFC 8259): requests, reports, settings of runs. Immutable; the order of members
/// is kept. Large bodies are streamed instead.
///
/// `toString` shows kind and size, never content: that may be personal data.
public sealed interface JsonValue {

    /// This value as JSON in UTF-8, compact.
    default byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        JsonWriting.write(this, bytes);
        return bytes.toByteArray();
    }

    /// A text.
    record JsonText(String value) implements JsonValue {
        @Override
        public String toString() {
            return "JsonText[" + value.length() + " characters]";
        }
    }

    /// A number, kept as it was written: `1.0` and `1` differ.
    ///
    /// @param literal a number by the JSON grammar
    record JsonNumber(String literal) implements JsonValue {
        private static final Pattern FORM = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

        public JsonNumber {
            if (!FORM.matcher(literal).matches()) {
                throw new IllegalArgumentException("JSON number: expected digits as JSON writes them");
            }
        }

        /// A whole number.
        public static JsonNumber of(long value) {
            return new JsonNumber(Long.toString(value));
        }

        /// The whole number that is written here; empty for a fraction, an exponent, or one outside `long`.
        public Optional<Long> whole() {
            try {
                return Optional.of(Long.parseLong(literal));
            } catch (NumberFormatException other) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return "JsonNumber[" + literal.length() + " characters]";
        }
    }

    /// `true` or `false`.
    record JsonBool(boolean value) implements JsonValue {}

    /// `null`.
    record JsonNull() implements JsonValue {}

    /// An array.
    record JsonArray(List<JsonValue> items) implements JsonValue {
        public JsonArray {
            items = List.copyOf(items);
        }

        /// An array of texts.
        public static JsonArray ofTexts(List<String> texts) {
            return new JsonArray(texts.stream().<JsonValue>map(JsonText::new).toList());
        }

        @Override
        public String toString() {
            return "JsonArray[" + items.size() + " items]";
        }
    }

    /// An object. The readers by kind give nothing when the member is missing or of another kind.
    ///
    /// @param members in the order of the document
    record JsonObject(Map<String, JsonValue> members) implements JsonValue {

        /// `{}`; add members with [#with].
        public static final JsonObject EMPTY = new JsonObject(Map.of());

        public JsonObject {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        /// The value of a member; empty when there is none of that name.
        public Optional<JsonValue> get(String name) {
            return Optional.ofNullable(members.get(name));
        }

        /// The text of a member; empty when it is missing or something else, and so with the readers below.
        public Optional<String> text(String name) {
            return get(name)
                    .flatMap(value -> value instanceof JsonText(String text) ? Optional.of(text) : Optional.empty());
        }

        /// A whole number that fits a `long`.
        public Optional<Long> whole(String name) {
            return get(name).flatMap(value -> value instanceof JsonNumber number ? number.whole() : Optional.empty());
        }

        /// `true` or `false`.
        public Optional<Boolean> bool(String name) {
            return get(name)
                    .flatMap(value -> value instanceof JsonBool(boolean bool) ? Optional.of(bool) : Optional.empty());
        }

        /// An object inside this one.
        public Optional<JsonObject> object(String name) {
            return get(name)
                    .flatMap(value -> value instanceof JsonObject object ? Optional.of(object) : Optional.empty());
        }

        /// The items of an array.
        public Optional<List<JsonValue>> array(String name) {
            return get(name)
                    .flatMap(value ->
                            value instanceof JsonArray(List<JsonValue> items) ? Optional.of(items) : Optional.empty());
        }

        /// This object with one member more, or with another value for a member that is there.
        public JsonObject with(String name, JsonValue value) {
            Map<String, JsonValue> more = new LinkedHashMap<>(members);
            more.put(name, value);
            return new JsonObject(more);
        }

        /// The same, for a text.
        public JsonObject with(String name, String text) {
            return with(name, new JsonText(text));
        }

        /// The same, for a whole number.
        public JsonObject with(String name, long number) {
            return with(name, JsonNumber.of(number));
        }

        /// The same, for `true` or `false`.
        public JsonObject with(String name, boolean bool) {
            return with(name, new JsonBool(bool));
        }

        @Override
        public String toString() {
            return "JsonObject[" + members.size() + " members]";
        }
    }
}
