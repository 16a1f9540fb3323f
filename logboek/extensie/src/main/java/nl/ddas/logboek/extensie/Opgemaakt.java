// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;

/// JSON for people: a member a line, two blanks a level.
public final class Opgemaakt {

    private Opgemaakt() {}

    /// In UTF-8, with a line end.
    public static byte[] bytes(JsonValue waarde) {
        return (text(waarde, "") + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String text(JsonValue waarde, String inspringing) {
        String dieper = inspringing + "  ";
        return switch (waarde) {
            case JsonObject(Map<String, JsonValue> leden)
            when !leden.isEmpty() ->
                leden.entrySet().stream()
                        .map(lid -> dieper + compact(new JsonValue.JsonText(lid.getKey())) + ": "
                                + text(lid.getValue(), dieper))
                        .collect(Collectors.joining(",\n", "{\n", "\n" + inspringing + "}"));
            case JsonArray(List<JsonValue> items)
            when !items.isEmpty() ->
                items.stream()
                        .map(item -> dieper + text(item, dieper))
                        .collect(Collectors.joining(",\n", "[\n", "\n" + inspringing + "]"));
            case JsonValue anders -> compact(anders);
        };
    }

    private static String compact(JsonValue waarde) {
        return new String(waarde.toBytes(), StandardCharsets.UTF_8);
    }
}
