// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.TimelyStream;
import nl.ddas.levering.verkeer.Antwoordkeuring;
import nl.ddas.levering.verkeer.Inhoudscodering;
import nl.ddas.levering.verzamelaar.Leverancier.Tokenbewijs;
import nl.ddas.trust.JwtSigner;
import nl.ddas.trust.Oin;
import nl.ddas.trust.jose.ClientAssertions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches access tokens from suppliers that want one (S42, S74), and keeps each until shortly before its end. Who
/// we are follows from the certificate of the connection (RFC 8705), and from a JWT of ours besides where the
/// supplier asks for it (`private_key_jwt`, RFC 7523). Safe for many threads.
final class Tokenhaler {

    private static final Logger LOG = LoggerFactory.getLogger(Tokenhaler.class);

    private static final String FORMULIER = "grant_type=client_credentials&scope=read";
    private static final Headers SOORT = Inhoudscodering.zonder(
            Headers.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"));

    /// So long before its end a token is not used any more: a request takes time to arrive.
    private static final Duration MARGE = Duration.ofSeconds(30);

    /// So long an answer may take from the question to its last byte: a few hundred bytes.
    private static final Duration LANGSTE = Duration.ofSeconds(30);

    private static final int GROOTSTE_ANTWOORD = 64 * 1024;
    private static final int LANGSTE_TOKEN = 16 * 1024;
    private static final long LANGSTE_DUUR = 24L * 60 * 60;

    /// A number that nobody guesses and that never comes back (Dutch OAuth profile: 128 bits).
    private static final int KENMERK = 16;

    private final ConcurrentMap<Houder, Token> bewaard = new ConcurrentHashMap<>();
    private final Supplier<JwtSigner> ondertekenaar;
    private final Clock clock;
    private final SecureRandom toeval;

    /// @param ondertekenaar of type `JWT`, with our signing key; asked each time
    /// @param toeval used by several threads at once
    Tokenhaler(Supplier<JwtSigner> ondertekenaar, Clock clock, SecureRandom toeval) {
        this.ondertekenaar = ondertekenaar;
        this.clock = clock;
        this.toeval = toeval;
    }

    /// Whose token it is. The address alone does not tell: a gateway may hold several suppliers, told apart by a
    /// header.
    private record Houder(URI adres, Oin oin, Headers headers) {
        static Houder van(Leverancier leverancier) {
            return new Houder(leverancier.tokenadres(), leverancier.oin(), leverancier.headers());
        }
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
    /// @throws TeTraag when its answer takes longer than 30 seconds
    /// @throws IOException when the connection breaks
    Optional<String> voor(Leverancier leverancier, Verbindingen verbindingen) throws IOException {
        if (leverancier.token().isEmpty()) {
            return Optional.empty();
        }
        Houder houder = Houder.van(leverancier);
        Token token = bewaard.get(houder);
        if (token == null || !clock.instant().isBefore(token.tot())) {
            token = haal(leverancier, verbindingen);
            bewaard.put(houder, token);
        }
        return Optional.of("Bearer " + token.tekst());
    }

    /// Uses the token of a supplier no more: it was refused.
    void vergeet(Leverancier leverancier) {
        bewaard.remove(Houder.van(leverancier));
    }

    private Token haal(Leverancier leverancier, Verbindingen verbindingen) throws IOException {
        Headers headers = leverancier.headers();
        for (Headers.Line regel : SOORT.lines()) {
            headers = headers.with(regel.name(), regel.value());
        }
        HttpClient.Call vraag = new HttpClient.Call("POST", leverancier.tokenadres(), headers, formulier(leverancier));
        Instant einde = clock.instant().plus(LANGSTE);
        try (HttpClient.Answer antwoord = verbindingen.stuur(vraag);
                InputStream body = new TimelyStream(antwoord.body(), einde, clock)) {
            Optional<String> ongelezen = Verkeer.ongelezen(leverancier, antwoord);
            if (ongelezen.isPresent()) {
                throw geweigerd(antwoord.status(), ongelezen.get());
            }
            byte[] inhoud = body.readNBytes(GROOTSTE_ANTWOORD);
            JsonObject gelezen =
                    JsonReading.of(inhoud) instanceof JsonReading.Read(JsonObject object) ? object : JsonObject.EMPTY;
            if (antwoord.status() != 200) {
                throw geweigerd(antwoord.status(), reden(antwoord.status(), gelezen));
            }
            return token(gelezen);
        } catch (TimelyStream.TooSlow druppel) {
            throw new TeTraag(Reden.ANTWOORD_DUURT_TE_LANG);
        }
    }

    private byte[] formulier(Leverancier leverancier) throws GeenToken {
        Tokenbewijs bewijs = leverancier.token().map(Leverancier.Token::bewijs).orElse(Tokenbewijs.CERTIFICAAT);
        String tekst =
                switch (bewijs) {
                    case CERTIFICAAT -> FORMULIER;
                    case PRIVATE_KEY_JWT ->
                        FORMULIER + "&client_assertion_type="
                                + URLEncoder.encode(ClientAssertions.TYPE, StandardCharsets.UTF_8)
                                + "&client_assertion=" + bewijs(leverancier);
                };
        return tekst.getBytes(StandardCharsets.US_ASCII);
    }

    /// Letters, digits, hyphens, underscores and dots only: nothing to encode.
    private String bewijs(Leverancier leverancier) throws GeenToken {
        byte[] kenmerk = new byte[KENMERK];
        toeval.nextBytes(kenmerk);
        try {
            JwtSigner nu = ondertekenaar.get();
            Oin wij = Oin.of(nu.certificate())
                    .orElseThrow(() -> new IllegalStateException("the signing certificate holds no OIN"));
            return ClientAssertions.make(nu, wij, leverancier.tokenpubliek(), kenmerk, clock.instant());
        } catch (IllegalStateException geenSleutel) {
            LOG.warn("no proof could be signed for a token", geenSleutel);
            throw new GeenToken(Reden.TOKEN_NIET_ONDERTEKEND.code(), true);
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

    private static String reden(int status, JsonObject antwoord) {
        return antwoord.text("error")
                .filter(fout -> fout.matches("[a-z_]{1,40}"))
                .map(fout -> fout.replace('_', '-'))
                .orElse("http-" + status);
    }

    private static GeenToken geweigerd(int status, String reden) {
        return new GeenToken("token-" + reden, Antwoordkeuring.kanLater(status));
    }
}
