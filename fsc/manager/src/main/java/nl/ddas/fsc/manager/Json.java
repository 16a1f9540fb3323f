// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.stream.Stream;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;

/// Small helps for JSON.
final class Json {

    private Json() {}

    static JsonArray array(Stream<JsonObject> objects) {
        return new JsonArray(objects.<JsonValue>map(object -> object).toList());
    }
}
