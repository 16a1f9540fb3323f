// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;

/// Fetches access tokens from suppliers that want one (S42, S74), and keeps each until shortly before its end. Who we
/// are follows from the certificate of the connection (RFC 8705). Safe for many threads.
final class Tokenhaler {

    private static final byte[] FORMULIER =
            "grant_type=client_credentials&scope=read".getBytes(StandardCharsets.US_ASCII);
    private static final Headers SOORT =
            Headers.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json");

    /// So long before its end a token is not used any more: a request takes time to arrive.
    private static final Duration MARGE = Duration.ofSeconds(30);

    private static final int GROOTSTE_ANTWOORD = 64 * 1024;
    private static final int LANGSTE_TOKEN = 16 * 1024;
    private static final long LANGSTE_DUUR = 24L * 60 * 60;

    private final ConcurrentMap<URI, Token> bewaard = new ConcurrentHashMap<>();
    private final Clock clock;

    Tokenhaler(Clock clock) {
        this.clock = clock;
    }

    private record Token(String tekst, Instant tot) {
        /// Without the token.
        @Override
        public String toString() {
            return "Token[" + tot + "]";
        }
    }

    /// Value of `Authorization` for a supplier; empty when it wants none.
    ///
    /// @throws GeenToken when the supplier gives none
    /// @throws IOException when the connection breaks
    Optional<String> voor(Leverancier leverancier, Verbindingen verbindingen) throws IOException {
        if (!leverancier.token()) {
            return Optional.empty();
        }
        URI adres = leverancier.tokenadres();
        Token token = bewaard.get(adres);
        if (token == null || !clock.instant().isBefore(token.tot())) {
            token = haal(leverancier, verbindingen);
            bewaard.put(adres, token);
        }
        return Optional.of("Bearer " + token.tekst());
    }

    /// Uses the token of a supplier no more: it was refused.
    void vergeet(Leverancier leverancier) {
        bewaard.remove(leverancier.tokenadres());
    }

    private Token haal(Leverancier leverancier, Verbindingen verbindingen) throws IOException {
        Headers headers = leverancier.headers();
        for (Headers.Line regel : SOORT.lines()) {
            headers = headers.with(regel.name(), regel.value());
        }
        HttpClient.Call vraag = new HttpClient.Call("POST", leverancier.tokenadres(), headers, FORMULIER);
        try (HttpClient.Answer antwoord = verbindingen.stuur(vraag);
                InputStream body = antwoord.body()) {
            byte[] inhoud = body.readNBytes(GROOTSTE_ANTWOORD);
            JsonObject gelezen =
                    JsonReading.of(inhoud) instanceof JsonReading.Read(JsonObject object) ? object : JsonObject.EMPTY;
            return antwoord.status() == 200 ? token(gelezen) : geweigerd(antwoord.status(), gelezen);
        }
    }

    private Token token(JsonObject antwoord) throws GeenToken {
        Optional<String> tekst = antwoord.text("access_token")
                .filter(token -> token.length() <= LANGSTE_TOKEN && token.matches("[A-Za-z0-9._~+/-]+=*"));
        boolean bearer = antwoord.text("token_type")
                .filter(soort -> soort.toLowerCase(Locale.ROOT).equals("bearer"))
                .isPresent();
        if (tekst.isEmpty() || !bearer) {
            throw new GeenToken(Reden.TOKEN_ANTWOORD_ONLEESBAAR.code(), false);
        }
        long duur = Math.clamp(antwoord.whole("expires_in").orElse(0L), 0, LANGSTE_DUUR);
        return new Token(tekst.get(), clock.instant().plusSeconds(duur).minus(MARGE));
    }

    private static Token geweigerd(int status, JsonObject antwoord) throws GeenToken {
        String reden = antwoord.text("error")
                .filter(fout -> fout.matches("[a-z_]{1,40}"))
                .map(fout -> fout.replace('_', '-'))
                .orElse("http-" + status);
        throw new GeenToken("token-" + reden, status == 429 || status == 408 || status >= 500);
    }
}
