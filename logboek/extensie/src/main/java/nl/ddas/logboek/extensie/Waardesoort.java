// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a value of a key looks like.
enum Waardesoort {
    UUID("een UUID, zoals 7f0c2c34-1b1a-4a5e-9a0e-0a6b7c8d9e0f"),
    DATE("een datum als JJJJ-MM-DD"),
    INTEGER("een geheel getal"),
    URI("een absolute URI, zoals urn:... of https://..."),
    URL("een absolute URL, zoals https://..."),
    ENUM("een van de waarden uit enum"),
    TEXT("tekst"),
    DIGEST("een digest, zoals SHA-256= en dan base64");

    private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d{0,30})");
    private static final Pattern SUM = Pattern.compile("[A-Za-z0-9-]+=[A-Za-z0-9+/]+={0,2}");

    private final String omschrijving;

    Waardesoort(String omschrijving) {
        this.omschrijving = omschrijving;
    }

    String omschrijving() {
        return omschrijving;
    }

    /// The word in a definition.
    String woord() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String[] woorden() {
        return Arrays.stream(values()).map(Waardesoort::woord).toArray(String[]::new);
    }

    /// Empty when the definition names none.
    static Optional<Waardesoort> of(String woord) {
        return Arrays.stream(values())
                .filter(soort -> soort.woord().equals(woord))
                .findFirst();
    }

    /// Whether this is a value of this kind. Which words an `enum` has, is for who knows the key.
    boolean accepts(String waarde) {
        return switch (this) {
            case UUID -> IDENTIFIER.matcher(waarde).matches();
            case DATE -> isDate(waarde);
            case INTEGER -> WHOLE.matcher(waarde).matches();
            case URI -> uri(waarde).isPresent();
            case URL -> uri(waarde).filter(uri -> uri.getHost() != null).isPresent();
            case ENUM, TEXT -> true;
            case DIGEST -> SUM.matcher(waarde).matches();
        };
    }

    private static boolean isDate(String waarde) {
        try {
            return LocalDate.parse(waarde).toString().equals(waarde);
        } catch (DateTimeParseException other) {
            return false;
        }
    }

    private static Optional<URI> uri(String waarde) {
        try {
            return Optional.of(new URI(waarde)).filter(adres -> adres.isAbsolute());
        } catch (URISyntaxException other) {
            return Optional.empty();
        }
    }
}
