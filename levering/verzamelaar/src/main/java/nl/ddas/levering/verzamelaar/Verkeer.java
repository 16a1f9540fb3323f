// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Tempo;
import nl.ddas.trust.PayloadSigner;

/// Sends signed requests to suppliers and watches how fast the answers come.
record Verkeer(
        Verbindingen verbindingen, PayloadSigner ondertekenaar, Leveranciers leveranciers, Tempo tempo, Clock clock) {

    /// Takes in an answer.
    @FunctionalInterface
    interface Antwoordlezer<T> {
        /// @param body of the answer; reading it fails with [TeTraag] when it comes too slowly
        T neem(HttpClient.Answer antwoord, InputStream body) throws IOException;
    }

    /// Posts JSON to a resource below `/v1/`.
    ///
    /// @throws TeTraag when the answer comes too slowly
    /// @throws IOException when the connection breaks, or `lezer` throws it
    <T> T post(Leverancier leverancier, String resource, byte[] inhoud, Antwoordlezer<T> lezer) throws IOException {
        Headers eigen = ondertekenaar
                .sign(inhoud)
                .addTo(Headers.of("Content-Type", "application/json", "Accept", "application/json"));
        return verstuur(leverancier, resource, eigen, inhoud, lezer);
    }

    /// Posts a message that needs no signature beside it to a resource below `/v1/`.
    ///
    /// @param eigen headers of this message, besides those of the supplier
    /// @throws TeTraag when the answer comes too slowly
    /// @throws IOException when the connection breaks, or `lezer` throws it
    <T> T verstuur(
            Leverancier leverancier, String resource, Headers eigen, byte[] inhoud, Antwoordlezer<T> lezer)
            throws IOException {
        Headers headers = leverancier.headers();
        for (Headers.Line regel : eigen.lines()) {
            headers = headers.with(regel.name(), regel.value());
        }
        Leestempo pas = new Leestempo(tempo, clock);
        HttpClient.Call vraag = new HttpClient.Call("POST", leverancier.adres(resource), headers, inhoud);
        try (HttpClient.Answer antwoord = verbindingen.stuur(vraag)) {
            return lezer.neem(antwoord, pas.over(antwoord.body()));
        }
    }

    /// Why an answer is of no use: what refused on the way, else the status.
    String reden(HttpClient.Answer antwoord) {
        return leveranciers.weigeringOnderweg(antwoord.headers()).orElse("http-" + antwoord.status());
    }

    /// Reads `Retry-After`, in seconds or as a date; empty when it is not there or says nothing (RFC 9110, 10.2.3).
    Optional<Duration> wacht(Headers headers) {
        return headers.first("Retry-After").flatMap(tekst -> {
            if (tekst.matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(tekst)));
            }
            try {
                Instant moment = ZonedDateTime.parse(tekst, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
                Duration wacht = Duration.between(clock.instant(), moment);
                return Optional.of(wacht.isNegative() ? Duration.ZERO : wacht);
            } catch (DateTimeException onzin) {
                return Optional.empty();
            }
        });
    }
}
