// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a line names when it names an activity: its URI, with or without a version, in the spelling of our API
/// or of the draft, or as a `urn:uuid` (LDV-R4).
///
/// @param versie the version that is named; usually none, because the moment of the line decides
record Activiteitadres(UUID id, OptionalInt versie) {

    /// Between the address of the register and the id.
    static final String PAD = "/processing-activities/";

    private static final String URN = "urn:uuid:";
    private static final String UUID_VORM = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Pattern VORM =
            Pattern.compile("/processing[-_]activities/(" + UUID_VORM + ")(?:/versions/([1-9]\\d{0,8}))?");
    private static final Pattern ID = Pattern.compile(UUID_VORM);

    /// Reads a URI; empty for one of another register.
    static Optional<Activiteitadres> of(URI base, String uri) {
        if (uri.toLowerCase(Locale.ROOT).startsWith(URN)) {
            return id(uri.substring(URN.length())).map(id -> new Activiteitadres(id, OptionalInt.empty()));
        }
        if (!uri.startsWith(base.toString())) {
            return Optional.empty();
        }
        Matcher found = VORM.matcher(uri.substring(base.toString().length()));
        return found.matches()
                ? Optional.of(new Activiteitadres(
                        UUID.fromString(found.group(1)),
                        Optional.ofNullable(found.group(2))
                                .map(number -> OptionalInt.of(Integer.parseInt(number)))
                                .orElse(OptionalInt.empty())))
                : Optional.empty();
    }

    /// A UUID in its usual form; empty for anything else. `UUID.fromString` alone takes `1-1-1-1-1` too.
    static Optional<UUID> id(String text) {
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
