// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import nl.ddas.basis.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How long an answer asks to wait before the next attempt (`Retry-After`, RFC 9110, 10.2.3).
final class Wachttijd {

    private static final Logger LOG = LoggerFactory.getLogger(Wachttijd.class);

    /// Longest that is believed: no signature stands over it, and a proxy on the way may have said it.
    static final Duration LANGSTE = Duration.ofDays(7);

    private Wachttijd() {}

    /// Reads it, in seconds or as a date.
    ///
    /// @return from zero to [#LANGSTE]; empty when it is not there or says nothing
    static Optional<Duration> lees(Headers headers, Instant nu) {
        return headers.first("Retry-After")
                .flatMap(tekst -> gevraagd(tekst, nu))
                .map(Wachttijd::begrensd);
    }

    private static Optional<Duration> gevraagd(String tekst, Instant nu) {
        if (tekst.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(tekst)));
        }
        try {
            Instant moment = ZonedDateTime.parse(tekst, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(nu, moment));
        } catch (DateTimeException onzin) {
            return Optional.empty();
        }
    }

    private static Duration begrensd(Duration wacht) {
        if (wacht.compareTo(LANGSTE) > 0) {
            LOG.warn("an answer asks to wait for {} days; tried again after {}", wacht.toDays(), LANGSTE.toDays());
            return LANGSTE;
        }
        return wacht.isNegative() ? Duration.ZERO : wacht;
    }
}
