// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Reads the small values of a document; what cannot be read is a fault with what was expected.
final class Waarden {

    private Waarden() {}

    static Optional<UUID> uuid(Kaart kaart, String naam) {
        return kaart.value(naam, "een UUID, zoals 7d92245f-a5c7-5dbe-966c-cb0f4aecb803", Activiteitadres::id);
    }

    static Optional<Instant> moment(Kaart kaart, String naam) {
        return kaart.value(naam, "een moment tot op de milliseconde, zoals 2026-01-01T00:00:00Z", text -> moment(text));
    }

    /// A moment as RFC 3339 writes it, in whole milliseconds; empty for anything else.
    static Optional<Instant> moment(String text) {
        try {
            Instant moment = OffsetDateTime.parse(text).toInstant();
            boolean isWhole = moment.truncatedTo(ChronoUnit.MILLIS).equals(moment);
            // Lines count milliseconds in 64 bits, and PostgreSQL knows years up to this one.
            boolean isNear = moment.isAfter(Instant.EPOCH) && moment.isBefore(Instant.parse("9999-01-01T00:00:00Z"));
            return isWhole && isNear ? Optional.of(moment) : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    static Optional<Period> period(Kaart kaart, String naam) {
        return kaart.value(naam, "een termijn in jaren, maanden, weken of dagen, zoals P5Y of P18M", Waarden::period);
    }

    private static Optional<Period> period(String text) {
        try {
            Period period = Period.parse(text);
            boolean isPositive = !period.isNegative() && !period.isZero();
            return isPositive ? Optional.of(period) : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    static Optional<URI> uri(Kaart kaart, String naam) {
        return kaart.value(naam, "een volledige URI, zoals https://... of urn:...", Waarden::uri);
    }

    static List<URI> uris(Kaart kaart, String naam) {
        return kaart.values(naam, "een volledige URI, zoals https://... of urn:...", Waarden::uri);
    }

    static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text)).filter(URI::isAbsolute);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    static <E extends Enum<E> & Begrip> Optional<E> word(Kaart kaart, String naam, Class<E> soort) {
        return kaart.value(naam, oneOf(soort), text -> Begrip.of(soort, text));
    }

    static <E extends Enum<E> & Begrip> List<E> words(Kaart kaart, String naam, Class<E> soort) {
        return kaart.values(naam, oneOf(soort), text -> Begrip.of(soort, text));
    }

    private static <E extends Enum<E> & Begrip> String oneOf(Class<E> soort) {
        return "een van " + String.join(", ", Begrip.words(soort));
    }
}
