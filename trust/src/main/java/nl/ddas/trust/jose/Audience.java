// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust.jose;

import java.util.ArrayList;
import java.util.List;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// For whom a JWT is: one text, or an array of texts among which we have to be (RFC 7519, section 4.1.3).
final class Audience {

    private static final int MOST = 16;
    private static final int LONGEST = 1_000;

    private Audience() {}

    /// Empty when it is not there, is too long, or holds something else than texts.
    static List<String> of(JsonObject claims) {
        List<String> many = claims
                .array("aud")
                .filter(all -> all.size() <= MOST && all.stream().allMatch(JsonText.class::isInstance))
                .orElse(List.of())
                .stream()
                .map(one -> ((JsonText) one).value())
                .toList();
        return claims.text("aud").map(List::of).orElse(many);
    }

    /// The same from a parser that stands on the value; leaves it at the end of that.
    static List<String> read(JsonParser json) {
        boolean many = json.currentToken() == JsonToken.START_ARRAY;
        List<String> all = new ArrayList<>();
        boolean right = true;
        JsonToken one = many ? json.nextToken() : json.currentToken();
        while (one != null && one != JsonToken.END_ARRAY) {
            right &= one == JsonToken.VALUE_STRING && json.getStringLength() <= LONGEST && all.size() < MOST;
            if (right) {
                all.add(json.getString());
            }
            json.skipChildren();
            one = many ? json.nextToken() : JsonToken.END_ARRAY;
        }
        return right ? List.copyOf(all) : List.of();
    }
}
