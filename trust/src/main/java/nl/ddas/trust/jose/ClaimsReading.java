// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust.jose;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.ddas.basis.JsonValue.JsonNumber;
import nl.ddas.trust.Oin;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The claims of a JWT, and where in its payload the content stands; the content itself is passed over, it may be large
/// and has a reader of its own.
///
/// @param from first byte of the content
/// @param to behind its last byte
record ClaimsReading(JwtClaims claims, int from, int to) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST = 1_000;

    /// @param content name of the claim with the content
    /// @return empty when a claim is missing, stands there twice, or is of another kind
    static Optional<ClaimsReading> of(byte[] payload, String content) {
        // From the array, so that places count in bytes; it would take UTF-16 as well, and places then mean nothing.
        if (payload.length < 2 || payload[0] != '{') {
            return Optional.empty();
        }
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), payload)) {
            return new Walk(json).walk(content);
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static final class Walk {
        private final JsonParser json;
        private final Set<String> seen = new HashSet<>();
        private final Map<String, String> texts = new HashMap<>();
        private final Map<String, Long> numbers = new HashMap<>();
        private List<String> audience = List.of();
        private int from = -1;
        private int to = -1;

        Walk(JsonParser json) {
            this.json = json;
        }

        Optional<ClaimsReading> walk(String content) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                if (!seen.add(name)) {
                    return Optional.empty();
                }
                JsonToken value = json.nextToken();
                if (name.equals(content)) {
                    from = (int) json.currentTokenLocation().getByteOffset();
                    json.skipChildren();
                    json.finishToken();
                    to = (int) json.currentLocation().getByteOffset();
                } else if (name.equals("aud")) {
                    audience = Audience.read(json);
                } else {
                    keep(name, value);
                }
            }
            return json.nextToken() == null && to > from ? claims() : Optional.empty();
        }

        private void keep(String name, JsonToken value) {
            if (value == JsonToken.VALUE_STRING && json.getStringLength() <= LONGEST) {
                texts.put(name, json.getString());
            } else if (value == JsonToken.VALUE_NUMBER_INT && json.getStringLength() <= 18) {
                new JsonNumber(json.getString()).whole().ifPresent(number -> numbers.put(name, number));
            } else {
                json.skipChildren();
            }
        }

        private Optional<ClaimsReading> claims() {
            Optional<Oin> iss = text("iss").filter(Oin::isOne).map(Oin::new);
            Optional<String> jti = text("jti").filter(id -> !id.isBlank());
            Optional<Instant> iat = moment("iat");
            Optional<Instant> exp = moment("exp");
            boolean complete =
                    iss.isPresent() && !audience.isEmpty() && jti.isPresent() && iat.isPresent() && exp.isPresent();
            if (!complete || (seen.contains("req") && text("req").isEmpty())) {
                return Optional.empty();
            }
            return Optional.of(new ClaimsReading(
                    new JwtClaims(iss.get(), audience, iat.get(), exp.get(), jti.get(), text("req")), from, to));
        }

        private Optional<String> text(String name) {
            return Optional.ofNullable(texts.get(name));
        }

        private Optional<Instant> moment(String name) {
            try {
                return Optional.ofNullable(numbers.get(name)).map(Instant::ofEpochSecond);
            } catch (DateTimeException tooFar) {
                return Optional.empty();
            }
        }
    }
}
