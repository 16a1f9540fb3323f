// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.util.List;
import java.util.Optional;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonNumber;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;

/// Takes members of an object that must be there and of one kind, and knows where it is. A member that is null is
/// there, and of the wrong kind.
///
/// @param at JSON Pointer of the object; empty at the top
record Members(JsonObject object, String at) {

    /// Whole numbers that every reader of JSON understands alike (RFC 7493, 2.2).
    private static final long MAX_WHOLE = (1L << 53) - 1;

    private static final int MAX_TEXT = 4096;

    boolean has(String name) {
        return object.get(name).isPresent();
    }

    String text(String name) {
        return text(name, MAX_TEXT);
    }

    String text(String name, int maxLength) {
        String text = need(name) instanceof JsonText(String value) ? value : fail(name, "expected a text");
        return text.length() <= maxLength ? text : fail(name, "expected at most " + maxLength + " characters");
    }

    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    /// A name that the OpenAPI limits to 1 to 255 characters.
    String name(String name) {
        String text = text(name);
        return PeerId.isOne(text) ? text : fail(name, "expected 1 to 255 printable characters");
    }

    PeerId peer(String name) {
        return new PeerId(name(name));
    }

    /// Seconds since 1970: a whole number from 0 to 2^53-1.
    long seconds(String name) {
        Optional<Long> whole = need(name) instanceof JsonNumber number ? number.whole() : Optional.empty();
        long value = whole.orElseGet(() -> fail(name, "expected a whole number"));
        return value >= 0 && value <= MAX_WHOLE ? value : fail(name, "expected a whole number from 0 to 2^53-1");
    }

    Members object(String name) {
        return need(name) instanceof JsonObject inner
                ? new Members(inner, at + "/" + name)
                : fail(name, "expected an object");
    }

    Optional<JsonObject> optionalObject(String name) {
        return has(name) ? Optional.of(object(name).object()) : Optional.empty();
    }

    List<JsonValue> array(String name) {
        return need(name) instanceof JsonArray(List<JsonValue> items) ? items : fail(name, "expected an array");
    }

    /// Ends the reading; never gives anything, so that it fits wherever a value is wanted.
    @SuppressWarnings("TypeParameterUnusedInFormals")
    <T> T fail(String name, String reason) {
        throw new Malformed(at + "/" + name + ": " + reason);
    }

    private JsonValue need(String name) {
        return object.get(name).orElseGet(() -> fail(name, "missing"));
    }
}
