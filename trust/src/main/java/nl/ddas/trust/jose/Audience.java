// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust.jose;

import java.util.List;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;

/// For whom a JWT is: one text, or an array of texts among which we have to be (RFC 7519, section 4.1.3).
final class Audience {

    private static final int MOST = 16;

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
}
