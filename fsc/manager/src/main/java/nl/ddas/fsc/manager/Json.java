// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;

/// Small helps for JSON.
final class Json {

    private Json() {}

    static JsonArray array(Stream<JsonObject> objects) {
        return new JsonArray(objects.<JsonValue>map(object -> object).toList());
    }

    /// The objects in an array; none when there is no array.
    static Stream<JsonObject> objects(JsonObject document, String member) {
        return document.array(member).orElse(List.<JsonValue>of()).stream()
                .flatMap(item -> item instanceof JsonObject object ? Stream.of(object) : Stream.empty());
    }

    /// The texts in an array, each once.
    static Set<String> texts(JsonObject document, String member) {
        return document.array(member).orElse(List.<JsonValue>of()).stream()
                .flatMap(item -> item instanceof JsonText(String text) ? Stream.of(text) : Stream.empty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether a member is a text, or not there.
    static boolean isTextOrAbsent(JsonObject document, String member) {
        return document.get(member).isEmpty() || document.text(member).isPresent();
    }

    /// Whether a member is an array of nothing but texts.
    static boolean isTexts(JsonObject document, String member) {
        return document.array(member)
                .filter(items -> items.stream().allMatch(JsonText.class::isInstance))
                .isPresent();
    }
}
