// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest.fsc;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import nl.ddas.basis.Headers;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.StrictJson;

/// An answer of what is under test.
record Reply(int status, Headers headers, String text) {

    JsonObject json() {
        return JsonReading.of(text.getBytes(StandardCharsets.UTF_8), StrictJson.LIMITS)
                        instanceof JsonReading.Read(JsonObject object)
                ? object
                : JsonObject.EMPTY;
    }

    /// Status and code, such as `422 INCORRECT_GROUP_ID`; the code must stand in header and body alike.
    String verdict() {
        String code = json().text("code").orElse("");
        if (!headers.first("Fsc-Error-Code").orElse("").equals(code)) {
            return "header and body differ: " + text;
        }
        return (status + " " + code.replace("ERROR_CODE_", "")).strip();
    }

    /// The items of a list.
    Stream<JsonObject> items(String member) {
        if (status != 200
                || json().object("pagination")
                        .flatMap(p -> p.text("next_cursor"))
                        .isEmpty()) {
            throw new AssertionError("expected a list, got " + status + " " + text);
        }
        return json().array(member).orElse(List.<JsonValue>of()).stream().map(JsonObject.class::cast);
    }
}
