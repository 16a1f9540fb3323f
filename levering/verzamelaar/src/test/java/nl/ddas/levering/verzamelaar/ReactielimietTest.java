// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.TlsProfile;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Goedkeuring;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Luisteren;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A supplier may not keep the collector busy with questions.
class ReactielimietTest {

    private static final String BESLUIT = "/v1/verwerkingsverslagen/a1";

    @RegisterExtension
    static final Proefopstelling op = new Proefopstelling();

    private final TestClock klok = new TestClock(Clock.systemUTC().instant());

    private Verzamelaar start(int perMinuut) throws IOException {
        VerzamelaarConfig gewoon = op.config(new Goedkeuring.Handmatig());
        VerzamelaarConfig config = new VerzamelaarConfig(
                gewoon.naam(),
                gewoon.oin(),
                gewoon.opslag(),
                gewoon.leveranciers(),
                gewoon.goedkeuring(),
                gewoon.ophalen(),
                gewoon.kalender(),
                gewoon.bsnmodus(),
                new Luisteren("127.0.0.1", 0, OptionalInt.of(0), TlsProfile.DIGIKOPPELING, perMinuut),
                gewoon.probleemBasis());
        return op.start(config, op.beide(), klok, Onderbreker.GEEN);
    }

    private record Antwoord(int status, Headers headers, String tekst) {}

    private static Antwoord vraag(HttpClient client, String methode, String adres) throws IOException {
        try (HttpClient.Answer antwoord =
                client.send(new HttpClient.Call(methode, URI.create(adres), Headers.NONE, new byte[0]))) {
            return new Antwoord(
                    antwoord.status(),
                    antwoord.headers(),
                    new String(antwoord.body().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void whoAsksTooOftenGets429UntilATokenIsBackAndNobodyElseDoes() throws Exception {
        try (Verzamelaar verzamelaar = start(2);
                HttpClient een = op.client(op.een.partij);
                HttpClient twee = op.client(op.twee.partij)) {
            String adres = "https://127.0.0.1:" + verzamelaar.poort();
            assertThat(vraag(een, "GET", adres + "/health").status()).isEqualTo(200);
            assertThat(vraag(een, "POST", adres + BESLUIT).status()).isEqualTo(400);

            Antwoord teVaak = vraag(een, "POST", adres + BESLUIT);
            assertThat(teVaak.status()).isEqualTo(429);
            assertThat(teVaak.tekst()).contains("/te-veel-verzoeken", "Retry-After");
            assertThat(teVaak.headers().first("Content-Type")).contains("application/problem+json");
            assertThat(teVaak.headers().first("Retry-After")).contains("30");
            assertThat(teVaak.headers().first("API-Version")).contains(Reacties.VERSIE);
            assertThat(teVaak.headers().first("nlgov-adr-payload-sig")).isPresent();

            assertThat(vraag(twee, "GET", adres + "/v1/openapi.json").status()).isEqualTo(200);
            klok.advance(Duration.ofSeconds(30));
            assertThat(vraag(een, "GET", adres + "/health").status()).isEqualTo(200);
            assertThat(vraag(een, "GET", adres + "/health").status()).isEqualTo(429);
        }
    }

    /// Each refusal is signed, so whoever has a certificate could keep our key busy.
    @ParameterizedTest
    @CsvSource({"POST, /v1/nergens, 404", "GET, " + BESLUIT + ", 405", "POST, /health, 405"})
    void whoKeepsAskingForWhatIsNotThereIsHeldBackToo(String methode, String pad, int status) throws Exception {
        try (Verzamelaar verzamelaar = start(1);
                HttpClient een = op.client(op.een.partij)) {
            String adres = "https://127.0.0.1:" + verzamelaar.poort() + pad;
            assertThat(vraag(een, methode, adres).status()).isEqualTo(status);
            assertThat(vraag(een, methode, adres).status()).isEqualTo(429);
        }
    }

    @Test
    void theDescriptionTellsThatAnAnswerMayBeForLater() {
        JsonObject document = JsonReading.of(Bundled.bytes(Reacties.class, "openapi.json"))
                        instanceof JsonReading.Read(JsonObject gelezen)
                ? gelezen
                : JsonObject.EMPTY;
        JsonObject antwoorden = op(document, "paths", "/verwerkingsverslagen/{id}", "post", "responses");
        for (String status : List.of("429", "503")) {
            assertThat(op(antwoorden, status).text("$ref")).contains("#/components/responses/Later");
        }
        assertThat(op(document, "components", "responses", "Later", "headers").object("Retry-After"))
                .isPresent();
    }

    private static JsonObject op(JsonObject begin, String... stappen) {
        JsonObject nu = begin;
        for (String stap : stappen) {
            nu = nu.object(stap).orElseThrow(() -> new AssertionError(stap));
        }
        return nu;
    }

    /// The administrator of the machine looks elsewhere, and as often as he likes.
    @Test
    void theMachineItselfIsNotHeldBack() throws Exception {
        HttpClient.Config kaal =
                new HttpClient.Config(Optional.empty(), Duration.ofSeconds(10), Duration.ofSeconds(20));
        try (Verzamelaar verzamelaar = start(1);
                HttpClient beheerder = HttpClient.open(op.stelsel.network, kaal)) {
            String adres = "http://127.0.0.1:" + verzamelaar.beheerPoort().orElseThrow() + "/health";
            for (int i = 0; i < 3; i++) {
                assertThat(vraag(beheerder, "GET", adres).status()).isEqualTo(200);
            }
        }
    }
}
