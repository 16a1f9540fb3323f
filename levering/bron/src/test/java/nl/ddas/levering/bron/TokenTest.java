// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.levering.bron.BronConfig.Tokens;
import nl.ddas.levering.bron.Proefstelsel.Antwoord;
import nl.ddas.levering.bron.Proefstelsel.Partij;
import nl.ddas.levering.verkeer.Beschikbaarheid;
import nl.ddas.levering.verkeer.Eigensleutels;
import nl.ddas.testkit.Requirement;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Environment;
import nl.ddas.trust.JwtSigner;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Trust;
import nl.ddas.trust.jose.ClientAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Access tokens by the Dutch OAuth profile, over a real connection with mutual TLS.
@Requirement({"S33", "S42", "S74"})
class TokenTest {

    private static final String UITGEVER = "https://bron.example";
    private static final String GRANT = "grant_type=client_credentials";
    private static final String PERIODE =
            "{\"aanleverperiodeStartdatum\":\"2026-01-01\",\"aanleverperiodeEinddatum\":\"2026-06-30\"}";

    @TempDir
    private static Path map;

    private static Proefstelsel stelsel;
    private static TestClock klok;
    private static final Map<Tokenmodus, BronServer> BRONNEN = new HashMap<>();
    private static HttpClient cbs;
    private static HttpClient vreemde;

    @BeforeAll
    static void start() throws IOException {
        klok = new TestClock(Clock.systemUTC().instant());
        stelsel = Proefstelsel.gedeeld();
        for (Tokenmodus modus : Tokenmodus.values()) {
            BRONNEN.put(
                    modus,
                    BronServer.start(
                            stelsel.config(map.resolve(modus.tekst()), Beschikbaarheid.ALTIJD, 100_000)
                                    .met(new Tokens(modus, Duration.ofMinutes(5), UITGEVER)),
                            new Proefbron().met("Gemeente Voorbeeldstad", "GM0518", 0, 2),
                            stelsel.onderdelen(klok).met(stelsel.eigen(stelsel.leverancier))));
        }
        cbs = stelsel.client(stelsel.cbs);
        vreemde = stelsel.client(stelsel.vreemde);
    }

    private static BronServer draaiend(Tokenmodus modus) {
        return Objects.requireNonNull(BRONNEN.get(modus));
    }

    @AfterAll
    static void stop() {
        cbs.close();
        vreemde.close();
        BRONNEN.values().forEach(BronServer::close);
    }

    @Test
    void aTokenIsGivenOnTheCertificateAndLetsInUntilItEnds() throws IOException {
        Antwoord gegeven = vraagToken(GRANT + "&scope=read");
        assertThat(gegeven.status()).isEqualTo(200);
        assertThat(gegeven.header("Content-Type")).isEqualTo("application/json");
        assertThat(gegeven.header("Cache-Control")).isEqualTo("no-store");
        JsonObject antwoord = json(gegeven);
        assertThat(antwoord.text("token_type")).contains("Bearer");
        assertThat(antwoord.whole("expires_in")).contains(300L);
        assertThat(antwoord.text("scope")).contains("read");
        String token = antwoord.text("access_token").orElseThrow();

        assertThat(vraag(Tokenmodus.VERPLICHT, "Bearer " + token).status()).isEqualTo(200);
        assertThat(vraag(Tokenmodus.VERPLICHT, "bearer " + token).status()).isEqualTo(200);
        klok.advance(Duration.ofMinutes(5));
        Antwoord verlopen = vraag(Tokenmodus.VERPLICHT, "Bearer " + token);
        assertThat(verlopen.status()).isEqualTo(401);
        assertThat(verlopen.header("WWW-Authenticate"))
                .isEqualTo("Bearer realm=\"ddas\", error=\"invalid_token\","
                        + " error_description=\"dit token is verlopen\"");
        assertThat(verlopen.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(verlopen.tekst()).contains("/problemen/token-ongeldig").doesNotContain(token);
    }

    @ParameterizedTest
    @CsvSource({
        "UIT,        geen,  200, ''",
        "UIT,        onzin, 200, ''",
        "TOEGESTAAN, geen,  200, ''",
        "TOEGESTAAN, onzin, 401, token-ongeldig",
        "TOEGESTAAN, goed,  200, ''",
        "VERPLICHT,  geen,  401, token-ontbreekt",
        "VERPLICHT,  onzin, 401, token-ongeldig",
        "VERPLICHT,  goed,  200, ''",
        "VERPLICHT,  basic, 401, token-ongeldig",
    })
    void theSettingDecidesWhetherATokenIsNeeded(Tokenmodus modus, String soort, int status, String code)
            throws IOException {
        String header =
                switch (soort) {
                    case "geen" -> "";
                    case "onzin" -> "Bearer a.b.c";
                    case "basic" -> "Basic YTpi";
                    default -> "Bearer " + token(modus);
                };
        Antwoord antwoord = vraag(modus, header);
        assertThat(antwoord.status()).as(antwoord.tekst()).isEqualTo(status);
        assertThat(antwoord.tekst()).contains(code);
        assertThat(antwoord.headers().first("WWW-Authenticate").isPresent()).isEqualTo(status == 401);
    }

    @Test
    void reportsNeedATokenToo() throws IOException {
        String adres = "https://127.0.0.1:" + draaiend(Tokenmodus.VERPLICHT).poort() + "/v1/verwerkingsverslagen";
        String verslag = "{\"id\":\"abc\"}";
        Headers headers = Proefstelsel.getekend(stelsel.cbs, verslag);
        assertThat(Proefstelsel.stuur(cbs, "POST", adres, headers, verslag).status())
                .isEqualTo(401);
        Headers met = headers.with("Authorization", "Bearer " + token(Tokenmodus.VERPLICHT));
        assertThat(Proefstelsel.stuur(cbs, "POST", adres, met, verslag).status())
                .isEqualTo(201);
    }

    @Test
    void aTokenIsWorthNothingOnTheConnectionOfAnother() throws IOException {
        Headers headers = Proefstelsel.getekend(stelsel.vreemde, PERIODE)
                .with("Authorization", "Bearer " + token(Tokenmodus.VERPLICHT));
        Antwoord antwoord =
                Proefstelsel.stuur(vreemde, "POST", adres(Tokenmodus.VERPLICHT, "/v1/gegevens"), headers, PERIODE);
        assertThat(antwoord.status()).isEqualTo(401);
        assertThat(antwoord.header("WWW-Authenticate")).contains("invalid_token");
    }

    @Test
    void aTokenOfOneSupplierIsRefusedByAnother() throws IOException {
        String token = token(Tokenmodus.TOEGESTAAN);
        // The two share key and issuer here, so it is the same service; with another issuer it is not.
        assertThat(vraag(Tokenmodus.VERPLICHT, "Bearer " + token).status()).isEqualTo(200);
        try (BronServer ander = BronServer.start(
                stelsel.config(map.resolve("ander"), Beschikbaarheid.ALTIJD, 100_000)
                        .met(new Tokens(Tokenmodus.VERPLICHT, Duration.ofMinutes(5), "https://elders.example")),
                new Proefbron().met("Gemeente Elders", "GM0363", 0, 1),
                stelsel.onderdelen(klok).met(stelsel.eigen(stelsel.leverancier)))) {
            Headers headers = Proefstelsel.getekend(stelsel.cbs, PERIODE).with("Authorization", "Bearer " + token);
            Antwoord antwoord = Proefstelsel.stuur(
                    cbs, "POST", "https://127.0.0.1:" + ander.poort() + "/v1/gegevens", headers, PERIODE);
            assertThat(antwoord.status()).isEqualTo(401);
            assertThat(antwoord.header("WWW-Authenticate")).contains("een andere dienst");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/gegevens?access_token=zzgeheim",
                "/v1/gegevens?a=b&ACCESS_TOKEN=zzgeheim",
                "/oauth/token?token=zzgeheim"
            })
    void aTokenInTheAddressIsRefused(String pad) throws IOException {
        for (Tokenmodus modus : new Tokenmodus[] {Tokenmodus.TOEGESTAAN, Tokenmodus.VERPLICHT}) {
            Antwoord antwoord = Proefstelsel.stuur(
                    cbs, "POST", adres(modus, pad), Proefstelsel.getekend(stelsel.cbs, PERIODE), PERIODE);
            assertThat(antwoord.status()).isEqualTo(400);
            assertThat(antwoord.tekst()).contains("token-in-adres").doesNotContain("zzgeheim");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            grant_type=client_credentials                                                | 200 | read
            grant_type=client_credentials&scope=read_gegevens                            | 200 | read_gegevens
            grant_type=client_credentials&scope=read+read_gegevens                       | 200 | read read_gegevens
            grant_type=client_credentials&client_id=00000099000000001000                 | 200 | read
            grant_type=client_credentials&onbekend=1                                     | 200 | read
            grant_type=client_credentials&client_id=00000099000000003000                 | 401 | invalid_client
            grant_type=client_credentials&client_secret=geheim                           | 401 | invalid_client
            grant_type=client_credentials&client_assertion=a.b.c                         | 401 | invalid_client
            grant_type=client_credentials&client_assertion_type=urn:x&client_assertion=a | 401 | invalid_client
            grant_type=client_credentials&scope=write                                    | 400 | invalid_scope
            grant_type=client_credentials&scope=read++read                               | 400 | invalid_scope
            grant_type=authorization_code&code=a                                         | 400 | unsupported_grant_type
            grant_type=refresh_token&refresh_token=a                                     | 400 | unsupported_grant_type
            grant_type=password&username=a&password=b                                    | 400 | unsupported_grant_type
            grant_type=                                                                  | 400 | invalid_request
            scope=read                                                                   | 400 | invalid_request
            grant_type=client_credentials&grant_type=client_credentials                  | 400 | invalid_request
            grant_type=client_credentials&scope=%zz                                      | 400 | invalid_request
            {"grant_type":"client_credentials"}                                          | 400 | invalid_request
            """)
    void formsAreJudgedByRfc6749(String formulier, int status, String uitkomst) throws IOException {
        Antwoord antwoord = vraagToken(formulier);
        assertThat(antwoord.status()).as(antwoord.tekst()).isEqualTo(status);
        assertThat(json(antwoord).text(status == 200 ? "scope" : "error")).contains(uitkomst);
        assertThat(antwoord.header("Cache-Control")).isEqualTo("no-store");
        if (status != 200) {
            assertThat(json(antwoord).text("error_description").orElseThrow()).matches("[ -~&&[^\"\\\\]]+");
        }
    }

    @Test
    void aBodyThatIsNoFormIsRefused() throws IOException {
        Antwoord antwoord = Proefstelsel.stuur(
                cbs,
                "POST",
                adres(Tokenmodus.VERPLICHT, "/oauth/token"),
                Headers.of("Content-Type", "application/json"),
                GRANT);
        assertThat(antwoord.status()).isEqualTo(415);
        assertThat(json(antwoord).text("error")).contains("invalid_request");
        assertThat(vraagToken(GRANT + "&x=" + "a".repeat(40_000)).status()).isEqualTo(413);
        assertThat(Proefstelsel.stuur(cbs, "GET", adres(Tokenmodus.VERPLICHT, "/oauth/token"), Headers.NONE, "")
                        .status())
                .isEqualTo(405);
    }

    @Test
    void whoTakesProblemsGetsTheErrorInThatForm() throws IOException {
        Antwoord antwoord = Proefstelsel.stuur(
                cbs,
                "POST",
                adres(Tokenmodus.VERPLICHT, "/oauth/token"),
                FORMULIER.with("Accept", "application/json, application/problem+json"),
                GRANT + "&scope=write");
        assertThat(antwoord.status()).isEqualTo(400);
        assertThat(antwoord.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(antwoord.tekst())
                .contains("/problemen/token-invalid-scope")
                .contains("Bekend zijn read en read_gegevens.");
    }

    @Test
    void whoMayNotAskGetsNoToken() throws IOException {
        Antwoord antwoord = vraagToken(vreemde, GRANT);
        assertThat(antwoord.status()).isEqualTo(401);
        assertThat(json(antwoord).text("error")).contains("invalid_client");
    }

    @Test
    void privateKeyJwtProvesWhoAsksToo() throws IOException {
        String bewijs = bewijs(stelsel.cbs, UITGEVER + "/oauth/token");
        String formulier = GRANT + "&client_assertion_type=" + ClientAssertions.TYPE + "&client_assertion=" + bewijs;
        assertThat(vraagToken(formulier).status()).isEqualTo(200);
        assertThat(vraagToken(formulier).status()).as("a second time").isEqualTo(401);
        String ander = GRANT + "&client_assertion_type=" + ClientAssertions.TYPE + "&client_assertion="
                + bewijs(stelsel.vreemde, UITGEVER);
        assertThat(vraagToken(ander).status()).as("of another organisation").isEqualTo(401);
        String elders = GRANT + "&client_assertion_type=" + ClientAssertions.TYPE + "&client_assertion="
                + bewijs(stelsel.cbs, "https://elders.example");
        assertThat(vraagToken(elders).status()).as("for another service").isEqualTo(401);
    }

    /// Who comes back in a minute may be let in: that is another thing than being refused.
    @Test
    void aProofWhoseRevocationIsUnknownIsNotRefusedForGood() throws IOException {
        Trust zonderLijsten = new Trust(stelsel.ca.trust().anchors(), List.of(), Environment.TEST);
        Eigensleutels eigen = stelsel.eigen(stelsel.leverancier);
        Eigensleutels onwetend = new Eigensleutels(
                eigen.oin(),
                eigen.ondertekening(),
                eigen.versleuteling(),
                () -> zonderLijsten,
                eigen.ontvangers(),
                eigen.opmerking());
        try (BronServer bron = BronServer.start(
                stelsel.config(map.resolve("onwetend"), Beschikbaarheid.ALTIJD, 100_000)
                        .met(new Tokens(Tokenmodus.VERPLICHT, Duration.ofMinutes(5), UITGEVER)),
                new Proefbron().met("Gemeente Elders", "GM0363", 0, 1),
                stelsel.onderdelen(klok).met(onwetend))) {
            Antwoord antwoord = Proefstelsel.stuur(
                    cbs,
                    "POST",
                    "https://127.0.0.1:" + bron.poort() + "/oauth/token",
                    FORMULIER,
                    GRANT + "&client_assertion_type=" + ClientAssertions.TYPE + "&client_assertion="
                            + bewijs(stelsel.cbs, UITGEVER));
            assertThat(antwoord.status()).isEqualTo(503);
            assertThat(antwoord.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(antwoord.header("Retry-After")).isEqualTo("60");
            assertThat(antwoord.tekst()).contains("/problemen/intrekkingsstatus-onbekend");
        }
    }

    private static String bewijs(Partij partij, String voor) {
        byte[] kenmerk = new byte[16];
        new SecureRandom().nextBytes(kenmerk);
        return ClientAssertions.make(
                new JwtSigner(partij.signing(), "JWT"), new Oin(partij.oin()), voor, kenmerk, klok.instant());
    }

    @Test
    void theServiceTellsWhatItCan() throws IOException {
        Antwoord antwoord = Proefstelsel.stuur(
                cbs, "GET", adres(Tokenmodus.VERPLICHT, "/.well-known/oauth-authorization-server"), Headers.NONE, "");
        assertThat(antwoord.status()).isEqualTo(200);
        JsonObject metadata = json(antwoord);
        assertThat(metadata.text("issuer")).contains(UITGEVER);
        assertThat(metadata.text("token_endpoint")).contains(UITGEVER + "/oauth/token");
        assertThat(metadata.text("jwks_uri")).contains(UITGEVER + "/.well-known/jwks.json");
        assertThat(metadata.bool("tls_client_certificate_bound_access_tokens")).contains(true);
        assertThat(Proefstelsel.stuur(
                                cbs,
                                "GET",
                                adres(Tokenmodus.UIT, "/.well-known/oauth-authorization-server"),
                                Headers.NONE,
                                "")
                        .status())
                .isEqualTo(404);
    }

    private static String token(Tokenmodus modus) throws IOException {
        Antwoord antwoord = Proefstelsel.stuur(cbs, "POST", adres(modus, "/oauth/token"), FORMULIER, GRANT);
        return json(antwoord).text("access_token").orElseThrow();
    }

    private static final Headers FORMULIER = Headers.of("Content-Type", "application/x-www-form-urlencoded");

    private static Antwoord vraagToken(String formulier) throws IOException {
        return vraagToken(cbs, formulier);
    }

    private static Antwoord vraagToken(HttpClient client, String formulier) throws IOException {
        return Proefstelsel.stuur(client, "POST", adres(Tokenmodus.VERPLICHT, "/oauth/token"), FORMULIER, formulier);
    }

    private static Antwoord vraag(Tokenmodus modus, String authorization) throws IOException {
        Headers headers = Proefstelsel.getekend(stelsel.cbs, PERIODE);
        return Proefstelsel.stuur(
                cbs,
                "POST",
                adres(modus, "/v1/gegevens"),
                authorization.isEmpty() ? headers : headers.with("Authorization", authorization),
                PERIODE);
    }

    private static String adres(Tokenmodus modus, String pad) {
        return "https://127.0.0.1:" + draaiend(modus).poort() + pad;
    }

    private static JsonObject json(Antwoord antwoord) {
        return JsonReading.of(antwoord.inhoud()) instanceof JsonReading.Read(JsonObject object)
                ? object
                : JsonObject.EMPTY;
    }
}
