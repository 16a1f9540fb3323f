// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a line names when it names an activity: its URI, with or without a version, in the spelling of our API
/// or of the draft, or as a `urn:uuid` (LDV-R4). Spellings that RFC 3986 (6.2.2, 6.2.3) calls the same are the same.
///
/// @param versie the version that is named; usually none, because the moment of the line decides
record Activiteitadres(UUID id, OptionalInt versie) {

    /// Between the address of the register and the id.
    static final String PAD = "/processing-activities/";

    private static final String URN = "urn:uuid:";
    private static final String UUID_VORM = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Pattern VORM =
            Pattern.compile("/processing[-_]activities/(" + UUID_VORM + ")(?:/versions/([1-9]\\d{0,8}))?/?");
    private static final Pattern ID = Pattern.compile(UUID_VORM);
    private static final Pattern GECODEERD = Pattern.compile("%([0-9a-fA-F]{2})");
    private static final Pattern VRIJ = Pattern.compile("[A-Za-z0-9._~-]");

    /// Reads a URI; empty for one of another register.
    static Optional<Activiteitadres> of(URI base, String uri) {
        if (uri.toLowerCase(Locale.ROOT).startsWith(URN)) {
            return id(uri.substring(URN.length())).map(id -> new Activiteitadres(id, OptionalInt.empty()));
        }
        return below(base.toString(), uri)
                // As nearly all lines have it; the other ways cost more, and this is asked for each line.
                .or(() -> plain(base.toString()).flatMap(here -> plain(uri).flatMap(text -> below(here, text))))
                .map(found -> new Activiteitadres(
                        UUID.fromString(found.group(1)),
                        Optional.ofNullable(found.group(2))
                                .map(number -> OptionalInt.of(Integer.parseInt(number)))
                                .orElse(OptionalInt.empty())));
    }

    private static Optional<Matcher> below(String base, String uri) {
        return Optional.of(uri)
                .filter(text -> text.startsWith(base))
                .map(text -> VORM.matcher(text.substring(base.length())))
                .filter(Matcher::matches);
    }

    /// Tells of what stands in a line whether it names this activity, so that the moment of the line says by which
    /// version. A line that names a version itself is not meant: no other version ever concerns it.
    static Predicate<String> noemt(URI base, UUID id) {
        return uri -> of(base, uri)
                .filter(one -> one.id().equals(id) && one.versie().isEmpty())
                .isPresent();
    }

    /// The one spelling of an address: small letters in scheme and host, no port that goes without saying, no `..`, and
    /// no escapes that need not be. Empty for what is no address of a place, or has more than a path.
    static Optional<String> plain(String text) {
        try {
            URI uri = new URI(text).normalize();
            boolean isPlace = uri.getScheme() != null
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            return isPlace
                    ? Optional.of(lower(uri.getScheme()) + "://" + lower(uri.getHost()) + port(uri)
                            + decoded(uri.getRawPath()))
                    : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static String port(URI uri) {
        int usual =
                switch (lower(uri.getScheme())) {
                    case "https" -> 443;
                    case "http" -> 80;
                    default -> -1;
                };
        return uri.getPort() == -1 || uri.getPort() == usual ? "" : ":" + uri.getPort();
    }

    private static String decoded(String path) {
        return GECODEERD.matcher(path).replaceAll(found -> {
            String one = String.valueOf((char) Integer.parseInt(found.group(1), 16));
            return Matcher.quoteReplacement(
                    VRIJ.matcher(one).matches() ? one : found.group().toUpperCase(Locale.ROOT));
        });
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /// A UUID in its usual form; empty for anything else. `UUID.fromString` alone takes `1-1-1-1-1` too.
    static Optional<UUID> id(String text) {
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
