// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.levering.bron.Proefstelsel.Antwoord;
import nl.ddas.levering.verkeer.Beschikbaarheid;
import nl.ddas.testkit.Requirement;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Freshness;
import nl.ddas.trust.PayloadVerifier;
import nl.ddas.trust.PayloadVerifier.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `POST /v1/gegevens` over a real connection with mutual TLS.
@Requirement({"S12", "S50"})
class GegevensTest {

    @TempDir
    private static Path map;

    private static Proefstelsel stelsel;
    private static BronServer bron;
    private static HttpClient cbs;

    @BeforeAll
    static void start() throws IOException {
        stelsel = Proefstelsel.gedeeld();
        Proefbron gegevens = new Proefbron()
                .met("Gemeente Voorbeeldstad", "GM0518", 0, 7)
                .met("Kredietbank Zonder Trajecten", "GM0599", 0, 0)
                .met("Gemeente Elders", "0363", 7, 5);
        bron = BronServer.start(
                stelsel.config(map, Beschikbaarheid.ALTIJD, 100_000),
                gegevens,
                stelsel.onderdelen(TestClock.at("2026-11-21T09:00:00Z")));
        cbs = stelsel.client(stelsel.cbs);
    }

    @AfterAll
    static void stop() {
        cbs.close();
        bron.close();
    }

    @ParameterizedTest
    @CsvSource({"''", "{}"})
    @Requirement({"S51", "S54", "S55", "S57", "S58", "S60", "S61"})
    void anEmptyRequestGivesTheLastClosedHalfYear(String inhoud) throws IOException {
        Antwoord antwoord = vraag(inhoud);
        assertThat(antwoord.status()).isEqualTo(200);
        assertThat(antwoord.header("Content-Type")).isEqualTo("application/json");
        assertThat(antwoord.header("API-Version")).isEqualTo("1.0.0");
        assertThat(antwoord.header("DDAS-Momentopname")).isEqualTo("2026-11-21T10:00:00+01:00; leeftijd=0");
        assertThat(antwoord.tekst())
                .startsWith("{\"gegevens\":{\"startdatumLevering\":\"2026-01-01\",\"einddatumLevering\":\"2026-06-30\","
                        + "\"aanleverdatumEnTijd\":\"2026-11-21T10:00:00+01:00\","
                        + "\"codeGegevensleverancier\":\"Proefpakket 1.0\",\"leveringen\":[{\"teller\":1,");
        assertThat(Antwoorden.trajecten(antwoord.tekst()))
                .isEqualTo(IntStream.range(0, 12).boxed().toList());
        assertThat(Antwoorden.leveringen(antwoord.tekst()))
                .containsExactly("Gemeente Voorbeeldstad", "Kredietbank Zonder Trajecten", "Gemeente Elders");
        assertThat(Antwoorden.paginering(antwoord.tekst())).isEmpty();
    }

    @Test
    @Requirement("S61")
    void theAnswerIsSignedOverItsExactBytes() throws IOException {
        Antwoord antwoord = vraag("{}");
        Verdict verdict = new PayloadVerifier(stelsel.ca.trust(), new Freshness.Answer(), Clock.systemUTC())
                .verify(antwoord.headers(), antwoord.inhoud());
        assertThat(verdict).isInstanceOf(Verdict.Verified.class);
        assertThat(((Verdict.Verified) verdict).oin()).isEqualTo(stelsel.leverancier.oin());
        assertThat(antwoord.header("Digest")).matches("SHA-256=[A-Za-z0-9+/=]{44}");
    }

    @Test
    void theSameRequestTwiceGivesTheSameBytesAndSignature() throws IOException {
        Antwoord een = vraag("{\"pageSize\": 5, \"page\": 2}");
        Antwoord ander = vraag("{\"page\": 2, \"pageSize\": 5}");
        assertThat(ander.inhoud()).isEqualTo(een.inhoud());
        assertThat(ander.header("nlgov-adr-payload-sig")).isEqualTo(een.header("nlgov-adr-payload-sig"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"pageSize": 5}              | 0-4   | {"pageSize":5,"currentPage":1,"totalPages":3,"totalRecords":12}
            {"pageSize": 5, "page": 2}   | 5-9   | {"pageSize":5,"currentPage":2,"totalPages":3,"totalRecords":12}
            {"pageSize": 5, "page": 3}   | 10-11 | {"pageSize":5,"currentPage":3,"totalPages":3,"totalRecords":12}
            {"pageSize": 5, "page": 4}   | 0-4   | {"pageSize":5,"currentPage":1,"totalPages":3,"totalRecords":12}
            {"pageSize": 12}             | 0-11  | {"pageSize":12,"currentPage":1,"totalPages":1,"totalRecords":12}
            {"page": 1}                  | 0-11  | ''
            {"page": 2}                  | 0-11  | {"pageSize":25000,"currentPage":1,"totalPages":1,"totalRecords":12}
            {"pageSize": 25000}          | 0-11  | {"pageSize":25000,"currentPage":1,"totalPages":1,"totalRecords":12}
            """)
    @Requirement("S22")
    void cutsPagesAndTellsSoOnlyWhenNeededOrAsked(String inhoud, String nummers, String paginering) throws IOException {
        Antwoord antwoord = vraag(inhoud);
        String[] grenzen = nummers.split("-");
        assertThat(Antwoorden.trajecten(antwoord.tekst()))
                .isEqualTo(IntStream.rangeClosed(Integer.parseInt(grenzen[0]), Integer.parseInt(grenzen[1]))
                        .boxed()
                        .toList());
        assertThat(Antwoorden.paginering(antwoord.tekst())).isEqualTo(paginering);
    }

    @Test
    @Requirement("S22")
    void repeatsTheHeaderOfALeveringOnEachOfItsPages() throws IOException {
        List<String> koppen = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            String tekst = vraag("{\"pageSize\": 3, \"page\": " + page + "}").tekst();
            koppen.add(String.join(" + ", Antwoorden.leveringen(tekst)) + " "
                    + tekst.replaceAll("(?s).*?\"teller\":(\\d).*", "$1"));
        }
        assertThat(koppen)
                .containsExactly(
                        "Gemeente Voorbeeldstad 1",
                        "Gemeente Voorbeeldstad 1",
                        "Gemeente Voorbeeldstad + Kredietbank Zonder Trajecten + Gemeente Elders 1",
                        "Gemeente Elders 3");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            gemeente elders,              5
            GM363,                        5
            0363,                         5
            Kredietbank Zonder Trajecten, 0
            """)
    @Requirement("S56")
    void givesOneOrganisation(String organisatie, int aantal) throws IOException {
        Antwoord antwoord = vraag("{\"aanleverende_organisatie\": \"" + organisatie + "\"}");
        assertThat(antwoord.status()).isEqualTo(200);
        assertThat(Antwoorden.trajecten(antwoord.tekst())).hasSize(aantal);
        assertThat(Antwoorden.leveringen(antwoord.tekst())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"aanleverende_organisatie": "Gemeente Nergens"}                                              | organisatie-onbekend
            {"aanleverperiodeStartdatum": "2026-03-01", "aanleverperiodeEinddatum": "2026-02-01"}          | periode-onmogelijk
            {"aanleverperiodeStartdatum": "2019-01-01", "aanleverperiodeEinddatum": "2019-06-30"}          | geen-gegevens
            """)
    void aRequestThatIsRightButCannotBeServedGets422(String inhoud, String soort) throws IOException {
        controleerProbleem(vraag(inhoud), 422, soort);
    }

    @Test
    @Requirement({"S57", "S62"})
    void tellsAllFaultsOfARequestAtOnce() throws IOException {
        Antwoord antwoord = vraag("{\"page\": 0, \"pageSize\": 25001, \"gemeente\": \"GM0518\"}");
        controleerProbleem(antwoord, 400, "ongeldig-verzoek");
        assertThat(antwoord.tekst()).contains("\"/page\"", "\"/pageSize\"", "\"/gemeente\"");
    }

    @Test
    void parametersInTheAddressAreRefusedRatherThanIgnored() throws IOException {
        Headers headers = Proefstelsel.getekend(stelsel.cbs, "{}");
        controleerProbleem(stuur("POST", "/v1/gegevens?page=2", headers, "{}"), 400, "ongeldig-verzoek");
    }

    @Test
    void anotherPeriodGetsItsOwnTrajecten() throws IOException {
        Antwoord voor =
                vraag("{\"aanleverperiodeStartdatum\": \"2026-01-01\", \"aanleverperiodeEinddatum\": \"2026-01-31\"}");
        assertThat(Antwoorden.trajecten(voor.tekst())).isEmpty();
        assertThat(voor.tekst()).contains("\"einddatumLevering\":\"2026-01-31\"");
        Antwoord tot =
                vraag("{\"aanleverperiodeStartdatum\": \"2026-01-01\", \"aanleverperiodeEinddatum\": \"2026-02-01\"}");
        assertThat(Antwoorden.trajecten(tot.tekst())).hasSize(12);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /v1/gegevens             | 405 | methode-niet-toegestaan | POST
            PUT    | /v1/gegevens             | 405 | methode-niet-toegestaan | POST
            DELETE | /v1/verwerkingsverslagen | 405 | methode-niet-toegestaan | POST
            POST   | /v1/openapi.json         | 405 | methode-niet-toegestaan | GET, HEAD
            POST   | /v1/gegevens/            | 404 | niet-gevonden           | ''
            POST   | /v1/Gegevens             | 404 | niet-gevonden           | ''
            GET    | /metrics                 | 404 | niet-gevonden           | ''
            GET    | /                        | 404 | niet-gevonden           | ''
            """)
    @Requirement({"S8", "S51", "S52", "S62"})
    void knowsItsAddressesAndMethodsOnly(String methode, String pad, int status, String soort, String allow)
            throws IOException {
        Antwoord antwoord = stuur(methode, pad, Headers.NONE, "");
        controleerProbleem(antwoord, status, soort);
        assertThat(antwoord.header("Allow")).isEqualTo(allow);
        assertThat(antwoord.headers().first("Location")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Content-Type     | text/plain                          | 415 | inhoudssoort
            Content-Type     | application/json; charset=utf-16    | 415 | inhoudssoort
            Content-Type     | ''                                  | 415 | inhoudssoort
            Content-Encoding | gzip                                | 415 | inhoudssoort
            Accept           | text/html                           | 406 | antwoordsoort
            Accept           | application/json;q=0                | 406 | antwoordsoort
            Accept           | text/html, application/json;q=0.1   | 200 | ''
            Accept           | */*                                 | 200 | ''
            Content-Type     | application/json;charset=UTF-8      | 200 | ''
            """)
    @Requirement("S8")
    void speaksJsonOnly(String header, String waarde, int status, String soort) throws IOException {
        Headers getekend = Proefstelsel.getekend(stelsel.cbs, "{}");
        List<Headers.Line> regels = new ArrayList<>(getekend.lines());
        regels.removeIf(regel -> regel.name().equals(header));
        if (!waarde.isEmpty()) {
            regels.add(new Headers.Line(header, waarde));
        }
        Antwoord antwoord = stuur("POST", "/v1/gegevens", new Headers(regels), "{}");
        assertThat(antwoord.status()).isEqualTo(status);
        if (status != 200) {
            controleerProbleem(antwoord, status, soort);
        }
    }

    @Test
    void refusesARequestThatIsTooLarge() throws IOException {
        String inhoud = "{\"aanleverende_organisatie\": \"" + "x".repeat(70_000) + "\"}";
        controleerProbleem(vraag(inhoud), 413, "bericht-te-groot");
    }

    @Test
    @Requirement("S53")
    void refusesARequestWithoutSignature() throws IOException {
        Headers headers = Headers.of("Content-Type", "application/json");
        controleerProbleem(stuur("POST", "/v1/gegevens", headers, "{}"), 400, "handtekening-ontbreekt");
    }

    @Test
    @Requirement("S53")
    void refusesASignatureOverAnotherBody() throws IOException {
        Headers headers = Proefstelsel.getekend(stelsel.cbs, "{}");
        controleerProbleem(stuur("POST", "/v1/gegevens", headers, "{ }"), 400, "digest-afwijking");
    }

    @Test
    void refusesTheSameSignatureTwice() throws IOException {
        Headers headers = Proefstelsel.getekend(stelsel.cbs, "{}");
        assertThat(stuur("POST", "/v1/gegevens", headers, "{}").status()).isEqualTo(200);
        controleerProbleem(stuur("POST", "/v1/gegevens", headers, "{}"), 400, "handtekening-herhaald");
    }

    @Test
    @Requirement("S38")
    void refusesAPartyThatIsNotInTheListWithABodyThatIsBothProblemAndFscError() throws IOException {
        try (HttpClient vreemde = stelsel.client(stelsel.vreemde)) {
            Antwoord antwoord = Proefstelsel.stuur(
                    vreemde, "POST", adres("/v1/gegevens"), Proefstelsel.getekend(stelsel.vreemde, "{}"), "{}");
            controleerProbleem(antwoord, 403, "toegang-geweigerd");
            assertThat(antwoord.tekst())
                    .contains(
                            "\"code\":\"ERROR_CODE_ACCESS_DENIED\"",
                            "\"domain\":\"ERROR_DOMAIN_INWAY\"",
                            "\"message\":");
            assertThat(antwoord.headers().first("Fsc-Error-Code")).isEmpty();
        }
    }

    @Test
    @Requirement("S38")
    void refusesASignatureOfAnotherPartyThanTheCaller() throws IOException {
        Antwoord antwoord = Proefstelsel.stuur(
                cbs, "POST", adres("/v1/gegevens"), Proefstelsel.getekend(stelsel.vreemde, "{}"), "{}");
        controleerProbleem(antwoord, 403, "identiteit-afwijking");
    }

    @Test
    void aStrangerMayNotEvenPassOnWhatAnotherSigned() throws IOException {
        try (HttpClient vreemde = stelsel.client(stelsel.vreemde)) {
            Antwoord antwoord = Proefstelsel.stuur(
                    vreemde, "POST", adres("/v1/gegevens"), Proefstelsel.getekend(stelsel.cbs, "{}"), "{}");
            controleerProbleem(antwoord, 403, "toegang-geweigerd");
        }
    }

    @Test
    @Requirement({"S1", "S48"})
    void anyoneMayReadWhatTheApiCanDo() throws IOException {
        Antwoord antwoord = stuur("GET", "/v1/openapi.json", Headers.NONE, "");
        assertThat(antwoord.status()).isEqualTo(200);
        assertThat(antwoord.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(antwoord.header("API-Version")).isEqualTo("1.0.0");
        assertThat(vraag("{}").headers().first("Access-Control-Allow-Origin")).isEmpty();
        assertThat(stuur("HEAD", "/v1/openapi.json", Headers.NONE, "").inhoud()).isEmpty();
    }

    @Test
    void aPageThatTheDiskDoesNotTakeIsForLaterAndPagesThatAreReadyStay() throws IOException {
        assertThat(vraag("{\"pageSize\":4}").status()).isEqualTo(200);
        Path schijf = map.resolve("opslag").resolve("momentopnamen");
        Path elders = map.resolve("elders");
        Files.move(schijf, elders);
        // Where the folder was is now something that takes no files.
        Files.createFile(schijf);
        try {
            Antwoord antwoord = vraag("{\"pageSize\":3}");

            controleerProbleem(antwoord, 503, "schijf-stuk");
            assertThat(antwoord.header("Retry-After")).isEqualTo("3600");
        } finally {
            Files.delete(schijf);
            Files.move(elders, schijf);
        }
        assertThat(vraag("{\"pageSize\":4}").status()).isEqualTo(200);
        assertThat(vraag("{\"pageSize\":3}").status()).isEqualTo(200);
    }

    private static Antwoord vraag(String inhoud) throws IOException {
        return stuur("POST", "/v1/gegevens", Proefstelsel.getekend(stelsel.cbs, inhoud), inhoud);
    }

    private static Antwoord stuur(String methode, String pad, Headers headers, String inhoud) throws IOException {
        return Proefstelsel.stuur(cbs, methode, adres(pad), headers, inhoud);
    }

    private static String adres(String pad) {
        return "https://127.0.0.1:" + bron.poort() + pad;
    }

    private static void controleerProbleem(Antwoord antwoord, int status, String soort) {
        assertThat(antwoord.status()).isEqualTo(status);
        assertThat(antwoord.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(antwoord.header("API-Version")).isEqualTo("1.0.0");
        assertThat(antwoord.header("Cache-Control")).isEqualTo("no-store");
        assertThat(new String(antwoord.inhoud(), StandardCharsets.UTF_8))
                .contains(
                        "\"type\":\"https://ddas.example/problemen/" + soort + "\"",
                        "\"title\":",
                        "\"status\":" + status,
                        "\"detail\":",
                        "\"instance\":\"urn:uuid:");
    }
}
