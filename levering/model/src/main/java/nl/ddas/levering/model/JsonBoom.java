// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// A small JSON document as maps, lists, texts, numbers and booleans; for our own schema files only.
final class JsonBoom {

    private JsonBoom() {}

    /// The value at the current token of the parser.
    static Object lees(JsonParser lezer) {
        return switch (lezer.currentToken()) {
            case START_OBJECT -> object(lezer);
            case START_ARRAY -> lijst(lezer);
            case VALUE_STRING -> lezer.getString();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> lezer.getLongValue();
            default ->
                throw new IllegalArgumentException("schema: unexpected token at " + lezer.currentTokenLocation());
        };
    }

    private static Map<String, Object> object(JsonParser lezer) {
        Map<String, Object> velden = new LinkedHashMap<>();
        while (lezer.nextToken() != JsonToken.END_OBJECT) {
            String naam = lezer.currentName();
            lezer.nextToken();
            velden.put(naam, lees(lezer));
        }
        return velden;
    }

    private static List<Object> lijst(JsonParser lezer) {
        List<Object> elementen = new ArrayList<>();
        while (lezer.nextToken() != JsonToken.END_ARRAY) {
            elementen.add(lees(lezer));
        }
        return elementen;
    }
}
