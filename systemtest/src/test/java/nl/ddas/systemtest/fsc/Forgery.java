// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest.fsc;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;

/// Looks into a compact JWS, and changes it without signing it again.
final class Forgery {

    private Forgery() {}

    static JsonObject header(String jws) {
        return json(text(jws.split("\\.")[0]));
    }

    static JsonObject claims(String jws) {
        return json(text(jws.split("\\.")[1]));
    }

    /// Another header, the rest as it is.
    static String header(String jws, UnaryOperator<String> change) {
        String[] parts = jws.split("\\.");
        return encoded(change.apply(text(parts[0]))) + "." + parts[1] + "." + parts[2];
    }

    /// Another payload, the rest as it is.
    static String payload(String jws, UnaryOperator<String> change) {
        String[] parts = jws.split("\\.");
        return parts[0] + "." + encoded(change.apply(text(parts[1]))) + "." + parts[2];
    }

    private static JsonObject json(String text) {
        return JsonReading.of(text.getBytes(StandardCharsets.UTF_8)) instanceof JsonReading.Read(JsonObject object)
                ? object
                : JsonObject.EMPTY;
    }

    private static String text(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
