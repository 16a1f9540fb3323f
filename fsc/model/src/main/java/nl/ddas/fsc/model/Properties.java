// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonNumber;
import nl.ddas.basis.JsonValue.JsonObject;

/// Free members of a Grant (FSC Properties): part of its hash, copied into the access token as claim `prp`.
///
/// @param members in the order received; numbers are spelled as they are hashed (RFC 8785), so that what has one hash
///     is one and the same thing
public record Properties(JsonObject members) {

    /// @throws IllegalArgumentException when there is a number in it that a double cannot hold
    public Properties {
        members = canonical(members);
    }

    /// Length of the canonical form in bytes; the Group has a limit on it.
    public int size() {
        return Canonical.bytes(members).length;
    }

    private static JsonObject canonical(JsonObject object) {
        Map<String, JsonValue> same = new LinkedHashMap<>();
        object.members().forEach((name, value) -> same.put(name, canonical(value)));
        return new JsonObject(same);
    }

    private static JsonValue canonical(JsonValue value) {
        return switch (value) {
            case JsonObject object -> canonical(object);
            case JsonArray array ->
                new JsonArray(array.items().stream().map(Properties::canonical).toList());
            case JsonNumber number -> new JsonNumber(Canonical.number(Double.parseDouble(number.literal())));
            case JsonValue.JsonText text -> text;
            case JsonValue.JsonBool bool -> bool;
            case JsonValue.JsonNull none -> none;
        };
    }
}
