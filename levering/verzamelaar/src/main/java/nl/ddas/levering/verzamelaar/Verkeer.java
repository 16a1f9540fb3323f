// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.levering.verkeer.Inhoudscodering;
import nl.ddas.levering.verkeer.Sleutelsterkte;
import nl.ddas.levering.verkeer.Tracekoppen;
import nl.ddas.levering.verzamelaar.Paginavraag.Antwoord;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Tempo;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.PayloadVerifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends signed requests to suppliers and watches how fast the answers come.
///
/// @param verificateur for answers in profile v1.0
record Verkeer(
        Verbindingen verbindingen,
        PayloadSigner ondertekenaar,
        PayloadVerifier verificateur,
        Leveranciers leveranciers,
        Tokenhaler tokens,
        Tempo tempo,
        Sleutelsterkte sterkte,
        Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(Verkeer.class);
    private static final int GEEN_TOEGANG = 401;

    /// What is sent, besides what goes to a supplier with every message.
    record Bericht(Headers headers, byte[] inhoud) {}

    /// Makes a message; each time anew, for its signature is good once.
    @FunctionalInterface
    interface Berichtmaker {
        Bericht maak() throws IOException;
    }

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
        return verstuur(
                leverancier,
                resource,
                () -> new Bericht(
                        ondertekenaar
                                .sign(inhoud)
                                .addTo(Headers.of("Content-Type", "application/json", "Accept", "application/json")),
                        inhoud),
                lezer);
    }

    /// Posts a message to a resource below `/v1/`, with an access token when the supplier wants one. A token that is
    /// refused is replaced, once.
    ///
    /// @throws TeTraag when the answer comes too slowly
    /// @throws GeenToken when the supplier gives no token
    /// @throws IOException when the connection breaks, or `lezer` throws it
    <T> T verstuur(Leverancier leverancier, String resource, Berichtmaker maker, Antwoordlezer<T> lezer)
            throws IOException {
        for (boolean eerste = true; ; eerste = false) {
            Optional<String> token = tokens.voor(leverancier, verbindingen);
            HttpClient.Call vraag = vraag(leverancier, resource, token.orElse(""), maker.maak());
            Leestempo pas = new Leestempo(tempo, clock);
            try (HttpClient.Answer antwoord = verbindingen.stuur(vraag)) {
                sterkte.zie(antwoord.peer());
                if (!eerste || token.isEmpty() || antwoord.status() != GEEN_TOEGANG) {
                    return lezer.neem(antwoord, pas.over(antwoord.body()));
                }
            }
            tokens.vergeet(leverancier);
        }
    }

    /// @param token empty when none goes along
    private static HttpClient.Call vraag(Leverancier leverancier, String resource, String token, Bericht bericht) {
        Headers headers = leverancier.headers();
        for (Headers.Line regel : bericht.headers().lines()) {
            headers = headers.with(regel.name(), regel.value());
        }
        headers = token.isEmpty() ? headers : headers.with("Authorization", token);
        headers = Inhoudscodering.zonder(Tracekoppen.bij(headers));
        return new HttpClient.Call("POST", leverancier.adres(resource), headers, bericht.inhoud());
    }

    /// Whether the body of an answer may be read: it has no `Content-Encoding`. The signature is over what the
    /// supplier made, and a limit on what comes in says nothing of what is packed in it.
    static boolean isLeesbaar(HttpClient.Answer antwoord) {
        return Inhoudscodering.van(antwoord.headers()).isEmpty();
    }

    /// Why the body of an answer is not read, and tells the log what came; empty when it [may be][#isLeesbaar].
    static Optional<String> ongelezen(Leverancier leverancier, HttpClient.Answer antwoord) {
        return Inhoudscodering.van(antwoord.headers()).map(codering -> {
            LOG.warn(
                    "an answer of {} with status {} was not read: expected no Content-Encoding, got {}",
                    leverancier.naam(),
                    antwoord.status(),
                    codering);
            return Reden.ANTWOORD_GECOMPRIMEERD.code();
        });
    }

    /// Why an answer is of no use: what refused on the way, else that its body cannot be read as it came, else
    /// what the supplier says, else the status.
    ///
    /// @param body of the answer; read in part
    String reden(Leverancier leverancier, HttpClient.Answer antwoord, InputStream body) {
        return leveranciers
                .weigeringOnderweg(antwoord.headers())
                .or(() -> ongelezen(leverancier, antwoord))
                .or(() -> Weigerreden.lees(body))
                .orElse("http-" + antwoord.status());
    }

    /// An answer to the request for a page that is not the page.
    Antwoord.Geweigerd geweigerd(Leverancier leverancier, HttpClient.Answer antwoord, InputStream body) {
        return new Antwoord.Geweigerd(antwoord.status(), reden(leverancier, antwoord, body), wacht(antwoord.headers()));
    }

    /// How long the other side asks to wait; see [Wachttijd].
    Optional<Duration> wacht(Headers headers) {
        return Wachttijd.lees(headers, clock.instant());
    }
}
