// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.ddas.basis.PlainText;
import nl.ddas.basis.Settings;
import nl.ddas.trust.Environment;

/// What an authority decides once, when it begins.
///
/// @param name of the organisation that runs it, `O` of both authorities
/// @param environment its word stands in the names of both authorities, unless it is production
/// @param policies arc of object identifiers of its own; `.1`, `.2` and `.3` below it are TLS, signing and
///     encryption
/// @param published web address below which lists and certificates of the authority are found, in every certificate
/// @param domains DNS names below which TLS certificates may lie; empty for any
public record CaSettings(
        String name,
        Environment environment,
        String policies,
        URI published,
        CaSignature signature,
        List<String> domains) {

    private static final Pattern ARC = Pattern.compile("[0-2](\\.(0|[1-9][0-9]{0,18})){2,18}");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final int LONGEST_NAME = 64;

    public CaSettings {
        domains = List.copyOf(domains);
        if (!isName(name)) {
            throw new IllegalArgumentException("CaSettings: expected a name of 1 to 64 plain characters");
        }
        if (!isArc(policies) || !isPublished(published) || !domains.stream().allMatch(CaSettings::isDomain)) {
            throw new IllegalArgumentException("CaSettings: expected an arc of numbers, an http address, DNS names");
        }
    }

    /// @throws nl.ddas.basis.SettingsFault when something is missing or does not fit
    static CaSettings read(Settings settings) {
        CaSettings read = new CaSettings(
                settings.required("naam"),
                needed(settings, "omgeving", "demo, test of productie", CaSettings::environment),
                needed(settings, "beleid", "een reeks van getallen met punten", text -> Optional.of(text)
                        .filter(CaSettings::isArc)),
                needed(settings, "adres", "een webadres dat begint met http://", CaSettings::published),
                needed(settings, "handtekening", "pss of rsa", CaSignature::of),
                settings.texts("domeinen"));
        settings.rejectUnknown();
        return read;
    }

    private static <T> T needed(Settings settings, String key, String expected, Function<String, Optional<T>> maker) {
        String _ = settings.required(key);
        return settings.value(key, expected, maker).orElseThrow();
    }

    /// As a settings file. The journal holds this text too, and each start compares the two: other bytes for
    /// the same settings would make every authority that was begun look changed.
    String toYaml() {
        StringBuilder yaml = new StringBuilder("# Vastgelegd bij het begin van deze uitgever; verander dit niet.\n");
        line(yaml, "naam", name);
        line(yaml, "omgeving", environment.name().toLowerCase(Locale.ROOT));
        line(yaml, "beleid", policies);
        line(yaml, "adres", published.toString());
        line(yaml, "handtekening", signature.word());
        yaml.append("domeinen: [")
                .append(String.join(
                        ", ",
                        domains.stream().map(domain -> "\"" + domain + "\"").toList()))
                .append("]\n");
        return yaml.toString();
    }

    private static void line(StringBuilder yaml, String key, String value) {
        yaml.append(key).append(": \"").append(value).append("\"\n");
    }

    /// The environment with this word, in small letters.
    public static Optional<Environment> environment(String word) {
        return Arrays.stream(Environment.values())
                .filter(environment -> environment.name().equalsIgnoreCase(word))
                .findFirst();
    }

    /// A web address, when it is one.
    public static Optional<URI> published(String text) {
        try {
            return Optional.of(URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text))
                    .filter(CaSettings::isPublished);
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /// Whether a text is an arc of object identifiers.
    public static boolean isArc(String text) {
        return ARC.matcher(text).matches();
    }

    /// Whether a text is a DNS name without wildcard, in small letters.
    public static boolean isDomain(String text) {
        return text.length() <= 253 && DOMAIN.matcher(text).matches();
    }

    /// Lists are fetched before any connection is trusted, so by plain HTTP (RFC 5280, section 8).
    private static boolean isPublished(URI address) {
        return List.of("http", "https").contains(String.valueOf(address.getScheme()))
                && address.getHost() != null
                && address.getQuery() == null
                && address.getFragment() == null;
    }

    /// Whether a text can be the name of an organisation: 1 to 64 plain characters.
    public static boolean isName(String text) {
        return !text.isBlank() && text.length() <= LONGEST_NAME && isPlain(text);
    }

    /// No characters that steer a terminal, a file or a name in a certificate, and none by which a name reads
    /// as another: what is not seen, blanks at the ends, and other blanks than the one on the keyboard.
    private static boolean isPlain(String text) {
        return PlainText.isPlain(text)
                && text.equals(text.strip())
                && text.codePoints().noneMatch(c -> c == '"' || c == '\\' || (c != ' ' && Character.isSpaceChar(c)));
    }

    /// For a name: the word of the environment, unless it is production.
    String practice() {
        return environment == Environment.PRODUCTIE ? "" : environment + " ";
    }

    /// Where a file of the authority is found.
    String at(String file) {
        return published + "/" + file;
    }
}
