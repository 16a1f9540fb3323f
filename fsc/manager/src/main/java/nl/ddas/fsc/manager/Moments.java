// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;

/// Moments in our own interfaces: RFC 3339, in UTC.
final class Moments {

    private Moments() {}

    static String text(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /// With a member in seconds since 1970 spelled out.
    static JsonObject spelled(JsonObject json, String member) {
        return json.whole(member)
                .map(seconds -> json.with(member, text(Instant.ofEpochSecond(seconds))))
                .orElse(json);
    }

    /// Reads a moment; nothing when the member is missing.
    static Optional<Instant> read(JsonObject json, String member) {
        return json.text(member).map(text -> {
            try {
                return Instant.parse(text).truncatedTo(ChronoUnit.SECONDS);
            } catch (DateTimeParseException other) {
                throw new BadForm(member + ": verwacht werd een moment zoals 2026-12-31T23:00:00Z.");
            }
        });
    }
}
