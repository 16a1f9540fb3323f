// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonBool;
import nl.ddas.basis.JsonValue.JsonNull;
import nl.ddas.basis.JsonValue.JsonNumber;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;

/// YAML as JSON, by the core schema of YAML 1.2 as far as lines of a logbook need it: whole numbers, `true`,
/// `false` and `null` without quotes; all else is text.
final class Knoopjson {

    private Knoopjson() {}

    static JsonObject of(Knoop.Kaart kaart) {
        Map<String, JsonValue> leden = new LinkedHashMap<>();
        kaart.leden().forEach((naam, lid) -> leden.put(naam, value(lid.waarde())));
        return new JsonObject(leden);
    }

    static JsonValue value(Knoop knoop) {
        return switch (knoop) {
            case Knoop.Kaart kaart -> of(kaart);
            case Knoop.Lijst lijst ->
                new JsonArray(lijst.items().stream().map(Knoopjson::value).toList());
            case Knoop.Tekst tekst when tekst.isNiets() -> new JsonNull();
            case Knoop.Tekst tekst when tekst.kaal() -> plain(tekst.waarde());
            case Knoop.Tekst tekst -> new JsonText(tekst.waarde());
        };
    }

    private static JsonValue plain(String woord) {
        if (woord.equals("true") || woord.equals("false")) {
            return new JsonBool(Boolean.parseBoolean(woord));
        }
        return woord.matches("-?(0|[1-9]\\d{0,18})") ? new JsonNumber(woord) : new JsonText(woord);
    }
}
