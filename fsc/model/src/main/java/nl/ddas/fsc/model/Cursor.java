// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonText;

/// Where a list goes on: the sort key of the last item that was given, so that inserts neither skip nor repeat. Holds
/// nothing else, and so lasts over a restart.
///
/// @param key parts of the sort key, such as created_at and content hash
public record Cursor(List<String> key) {

    private static final int MAX_LENGTH = 2048;

    public Cursor {
        key = List.copyOf(key);
    }

    /// A cursor behind an item with this sort key.
    public static Cursor of(String... key) {
        return new Cursor(List.of(key));
    }

    /// As it stands in an answer: base64url.
    public String text() {
        return Digests.url(JsonArray.ofTexts(key).toBytes());
    }

    /// Reads a cursor; nothing when it is none of ours.
    ///
    /// @param parts how many parts the sort key of this list has
    public static Optional<Cursor> read(String text, int parts) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(text);
            return text.length() <= MAX_LENGTH
                            && JsonReading.of(json) instanceof JsonReading.Read(JsonArray(List<JsonValue> items))
                            && items.size() == parts
                            && items.stream().allMatch(Cursor::isPart)
                            && Arrays.equals(json, new JsonArray(items).toBytes())
                    ? Optional.of(new Cursor(items.stream()
                            .map(item -> ((JsonText) item).value())
                            .toList()))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /// No key of ours has a control character in it, and a database does not take all of them.
    private static boolean isPart(JsonValue item) {
        return item instanceof JsonText(String text) && text.chars().noneMatch(Character::isISOControl);
    }
}
