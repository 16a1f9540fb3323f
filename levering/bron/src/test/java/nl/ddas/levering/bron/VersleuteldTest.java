// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.levering.bron.BronConfig.Versleuteling;
import nl.ddas.levering.bron.Proefstelsel.Antwoord;
import nl.ddas.levering.bron.Proefstelsel.Partij;
import nl.ddas.levering.verkeer.Beschikbaarheid;
import nl.ddas.levering.verkeer.Versleutelafspraak;
import nl.ddas.levering.verkeer.Versleutelmodus;
import nl.ddas.testkit.Requirement;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Authority;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Freshness;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Identity;
import nl.ddas.trust.JwtSigner;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Purpose;
import nl.ddas.trust.jose.Jwks;
import nl.ddas.trust.jose.NestedJwtReader;
import nl.ddas.trust.jose.NestedJwtWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Profile `seed-2024-07` over a real connection with mutual TLS, beside v1.0 and from the same snapshot.
@Requirement({"S16", "S46", "S59"})
class VersleuteldTest {

    private static final String PERIODE = "\"startdatum\":\"2026-01-01\",\"einddatum\":\"2026-06-30\"";
    private static final Headers JOSE = Headers.of("Content-Type", "application/jose", "Accept", "application/jose");
    private static final SecureRandom TOEVAL = new SecureRandom();

    @TempDir
    private static Path map;

    private static Proefstelsel stelsel;
    private static final Map<Versleutelmodus, BronServer> BRONNEN = new HashMap<>();
    private static BronServer krap;
    private static BronServer zonderOntvanger;
    private static HttpClient cbs;

    @BeforeAll
    static void start() throws IOException {
        stelsel = Proefstelsel.gedeeld();
        String jwks = jwks("cbs.json", stelsel.cbs.encryption());
        for (Versleutelmodus modus : Versleutelmodus.values()) {
            BRONNEN.put(modus, bron(modus.tekst(), modus, 1 << 20, jwks));
        }
        krap = bron("krap", Versleutelmodus.VEREIST, 1_000, jwks);
        Authority ander = Authority.create(Environment.TEST, new KeyMaker(2048, TOEVAL), Clock.systemUTC());
        Identity onbekend = ander.issue(Purpose.ENCRYPTION, new Holder("CBS", new Oin(stelsel.cbs.oin()), List.of()));
        zonderOntvanger = bron("zonder", Versleutelmodus.VEREIST, 1 << 20, jwks("vreemd.json", onbekend));
        cbs = stelsel.client(stelsel.cbs);
    }

    private static String jwks(String naam, Identity sleutel) throws IOException {
        Jwks document = new Jwks(List.of(new Jwks.Entry(Jwks.Use.ENC, sleutel.chain())));
        return Files.write(map.resolve(naam), document.write()).toString();
    }

    private static BronServer bron(String naam, Versleutelmodus modus, long grootste, String certificaat)
            throws IOException {
        Map<String, Versleutelafspraak> afspraken = modus == Versleutelmodus.UIT
                ? Map.of()
                : Map.of(stelsel.cbs.oin(), new Versleutelafspraak(modus, "DPIA 3.0, besluit 4", certificaat));
        Proefbron gegevens =
                new Proefbron().met("Gemeente Voorbeeldstad", "GM0518", 0, 7).met("Gemeente Elders", "0363", 7, 5);
        return BronServer.start(
                stelsel.config(map.resolve(naam), Beschikbaarheid.ALTIJD, 100_000)
                        .met(new Versleuteling(afspraken, grootste)),
                gegevens,
                stelsel.onderdelen(new TestClock(Clock.systemUTC().instant())).met(stelsel.eigen(stelsel.leverancier)));
    }

    private static BronServer draaiend(Versleutelmodus modus) {
        return Objects.requireNonNull(BRONNEN.get(modus));
    }

    @AfterAll
    static void stop() {
        cbs.close();
        BRONNEN.values().forEach(BronServer::close);
        krap.close();
        zonderOntvanger.close();
    }

    @Test
    @Requirement({"S44", "S53", "S60"})
    void theAnswerHoldsThePageOfV1SignedAndEncryptedForWhoAsked() throws IOException {
        Gevraagd vraag = gevraagd(stelsel.cbs, "{" + PERIODE + ",\"pageSize\":5,\"page\":2}");
        Antwoord antwoord = stuur(draaiend(Versleutelmodus.TOEGESTAAN), JOSE, vraag.bericht());
        assertThat(antwoord.status()).isEqualTo(200);
        assertThat(antwoord.header("Content-Type")).isEqualTo("application/jose");
        assertThat(antwoord.header("API-Version")).isEqualTo("1.0.0");
        assertThat(antwoord.header("DDAS-Momentopname")).isNotEmpty();
        assertThat(antwoord.headers().first("nlgov-adr-payload-sig")).isEmpty();
        assertThat(antwoord.tekst()).matches("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+){4}");
        NestedJwtReader.Outcome.Opened geopend = open(antwoord);
        assertThat(geopend.signature().oin()).isEqualTo(stelsel.leverancier.oin());
        assertThat(geopend.answers()).contains(vraag.hash());
        assertThat(geopend.content().bytes())
                .isEqualTo(openlijk(
                                draaiend(Versleutelmodus.TOEGESTAAN),
                                "{\"aanleverperiodeStartdatum\":\"2026-01-01\",\"aanleverperiodeEinddatum\":"
                                        + "\"2026-06-30\",\"pageSize\":5,\"page\":2}")
                        .inhoud());
        assertThat(Antwoorden.trajecten(tekst(geopend))).containsExactly(5, 6, 7, 8, 9);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "startdatum":"2026-01-01","einddatum":"2026-06-30"                                              | 12
            "aanleverperiodeStartdatum":"2026-01-01","aanleverperiodeEinddatum":"2026-06-30"                | 12
            "startdatum":"2026-01-01","aanleverperiodeEinddatum":"2026-06-30","gemeente":"GM0363"           | 5
            "startdatum":"2026-01-01","einddatum":"2026-06-30","gemeente":"Gemeente Voorbeeldstad"          | 7
            "startdatum":"2026-01-01","einddatum":"2026-06-30","aanleverende_organisatie":"0518"            | 7
            "startdatum":"2026-01-01","einddatum":"2026-06-30","gemeente":""                                | 12
            "einddatum":"2026-06-30"                                                                        | 12
            """)
    @Requirement({"S54", "S55", "S56", "S57"})
    void parametersGoByTheNamesOfTheTextAndOfTheOpenapiFile(String parameters, int trajecten) throws IOException {
        Antwoord antwoord = vraag(Versleutelmodus.VEREIST, "{" + parameters + "}");
        assertThat(antwoord.status()).as(antwoord.tekst()).isEqualTo(200);
        assertThat(Antwoorden.trajecten(tekst(open(antwoord)))).hasSize(trajecten);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"start":"2026-01-01"}                                                  | ongeldig-verzoek   | /start
            {"startdatum":"1 januari"}                                              | ongeldig-verzoek   | /startdatum
            {"startdatum":"2026-01-01","aanleverperiodeStartdatum":"2026-01-01"}    | ongeldig-verzoek   | /aanleverperiodeStartdatum
            {"gemeente":"GM0363","aanleverende_organisatie":"GM0363"}               | ongeldig-verzoek   | /aanleverende_organisatie
            {"pageSize":25001}                                                      | ongeldig-verzoek   | /pageSize
            []                                                                      | ongeldig-verzoek   | ''
            {"startdatum":"2026-06-30","einddatum":"2026-01-01"}                    | periode-onmogelijk | ''
            {"startdatum":"2026-01-01","einddatum":"2026-06-30","gemeente":"Niets"} | organisatie-onbekend | ''
            """)
    void faultsInTheRequestAreToldAsInV1(String inhoud, String code, String plek) throws IOException {
        Antwoord antwoord = vraag(Versleutelmodus.VEREIST, inhoud);
        assertThat(antwoord.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(antwoord.tekst()).contains("/problemen/" + code + "\"").contains("\"" + plek);
    }

    /// The switch of the DPIA: what is agreed against what comes in.
    @ParameterizedTest
    @CsvSource({
        "UIT,        json, 200, ''",
        "UIT,        jose, 400, encryptie-niet-verwacht",
        "TOEGESTAAN, json, 200, ''",
        "TOEGESTAAN, jose, 200, ''",
        "VEREIST,    json, 400, encryptie-vereist",
        "VEREIST,    jose, 200, ''",
        "VEREIST,    jws,  400, encryptie-vereist",
        "TOEGESTAAN, jws,  400, encryptie-vereist",
    })
    @Requirement({"S31", "S45"})
    void theAgreementDecidesWhatMayComeIn(Versleutelmodus modus, String soort, int status, String code)
            throws IOException {
        Antwoord antwoord =
                switch (soort) {
                    case "json" ->
                        openlijk(
                                draaiend(modus),
                                "{\"aanleverperiodeStartdatum\":\"2026-01-01\",\"aanleverperiodeEinddatum\":"
                                        + "\"2026-06-30\"}");
                    case "jose" -> vraag(modus, "{" + PERIODE + "}");
                    default ->
                        stuur(
                                draaiend(modus),
                                JOSE,
                                new JwtSigner(stelsel.cbs.signing(), "JWT")
                                        .sign("{}".getBytes(StandardCharsets.UTF_8)));
                };
        assertThat(antwoord.status()).isEqualTo(status);
        assertThat(antwoord.tekst()).contains(code);
        if (status == 400) {
            assertThat(antwoord.tekst()).doesNotContain("omschrijving");
        }
    }

    @Test
    void bothNamesOfTheKindOfContentAreTaken() throws IOException {
        for (String soort : List.of("application/jose", "application/jose+json", "Application/JOSE")) {
            Antwoord antwoord = stuur(
                    draaiend(Versleutelmodus.VEREIST),
                    Headers.of("Content-Type", soort),
                    gevraagd(stelsel.cbs, "{" + PERIODE + "}").bericht());
            assertThat(antwoord.status()).as(soort).isEqualTo(200);
        }
    }

    @Test
    void whoWantsJsonBackGetsNothing() throws IOException {
        Antwoord antwoord = stuur(
                draaiend(Versleutelmodus.VEREIST),
                Headers.of("Content-Type", "application/jose", "Accept", "application/json"),
                gevraagd(stelsel.cbs, "{}").bericht());
        assertThat(antwoord.status()).isEqualTo(406);
    }

    @Test
    void aRequestIsGoodOnce() throws IOException {
        byte[] bericht = gevraagd(stelsel.cbs, "{" + PERIODE + "}").bericht();
        assertThat(stuur(draaiend(Versleutelmodus.VEREIST), JOSE, bericht).status())
                .isEqualTo(200);
        assertThat(stuur(draaiend(Versleutelmodus.VEREIST), JOSE, bericht).tekst())
                .contains("handtekening-herhaald");
    }

    @Test
    void whoSignsMustBeWhoCallsAndBeLetIn() throws IOException {
        Antwoord ander = stuur(
                draaiend(Versleutelmodus.VEREIST),
                JOSE,
                gevraagd(stelsel.vreemde, "{}").bericht());
        assertThat(ander.status()).isEqualTo(403);
        assertThat(ander.tekst()).contains("identiteit-afwijking");
        try (HttpClient vreemde = stelsel.client(stelsel.vreemde)) {
            Antwoord geweigerd = Proefstelsel.stuur(
                    vreemde,
                    "POST",
                    adres(draaiend(Versleutelmodus.VEREIST)),
                    JOSE,
                    new String(gevraagd(stelsel.vreemde, "{}").bericht(), StandardCharsets.US_ASCII));
            assertThat(geweigerd.status()).isEqualTo(403);
            assertThat(geweigerd.tekst()).contains("toegang-geweigerd");
        }
    }

    @Test
    void aMessageForAnotherSupplierIsRefused() throws IOException {
        byte[] bericht = schrijf(
                stelsel.eigen(stelsel.cbs)
                        .schrijver(Clock.systemUTC(), TOEVAL)
                        .to(stelsel.ontvanger(stelsel.vreemde), NestedJwtWriter.REQUEST),
                "{}");
        assertThat(stuur(draaiend(Versleutelmodus.VEREIST), JOSE, bericht).tekst())
                .contains("encryptie-ongeldig");
    }

    @Test
    void aRequestThatIsTooLargeIsRefused() throws IOException {
        byte[] bericht = gevraagd(stelsel.cbs, "{\"gemeente\":\"" + "a".repeat(64 * 1024) + "\"}")
                .bericht();
        assertThat(stuur(draaiend(Versleutelmodus.VEREIST), JOSE, bericht).status())
                .isEqualTo(413);
    }

    @Test
    void aPageThatIsTooLargeToEncryptIsRefusedWithAdvice() throws IOException {
        Antwoord antwoord =
                stuur(krap, JOSE, gevraagd(stelsel.cbs, "{" + PERIODE + "}").bericht());
        assertThat(antwoord.status()).isEqualTo(422);
        assertThat(antwoord.tekst()).contains("pagina-te-groot").contains("lagere pageSize");
        Antwoord klein = stuur(
                krap,
                JOSE,
                gevraagd(stelsel.cbs, "{" + PERIODE + ",\"pageSize\":1}").bericht());
        assertThat(klein.status()).isEqualTo(200);
    }

    @Test
    void nothingIsEncryptedToACertificateThatIsNotTrusted() throws IOException {
        Antwoord antwoord = stuur(
                zonderOntvanger,
                JOSE,
                gevraagd(stelsel.cbs, "{" + PERIODE + "}").bericht());
        assertThat(antwoord.status()).isEqualTo(503);
        assertThat(antwoord.tekst())
                .contains("versleutelen-niet-mogelijk")
                .contains("van een uitgever die hier niet wordt vertrouwd")
                .doesNotContain("omschrijving");
    }

    @Test
    @Requirement("S48")
    void theKeysAndTheDocumentAreThereForWhoWantsToEncrypt() throws IOException {
        BronServer bron = draaiend(Versleutelmodus.VEREIST);
        String basis = "https://127.0.0.1:" + bron.poort();
        Antwoord document = Proefstelsel.stuur(cbs, "GET", basis + "/seed-2024-07/openapi.json", Headers.NONE, "");
        assertThat(document.status()).isEqualTo(200);
        assertThat(document.tekst()).contains("haalGegevensVersleuteldOp");
        Antwoord sleutels = Proefstelsel.stuur(cbs, "GET", basis + "/.well-known/jwks.json", Headers.NONE, "");
        Jwks jwks = Jwks.read(sleutels.inhoud()).orElseThrow();
        assertThat(jwks.keys()).extracting(Jwks.Entry::use).containsExactly(Jwks.Use.SIG, Jwks.Use.ENC);
        assertThat(jwks.keys().get(1).chain())
                .isEqualTo(stelsel.leverancier.encryption().chain());
    }

    @Test
    void nothingOfAnExchangeLiesInTheClearOnDisk() throws IOException {
        assertThat(vraag(Versleutelmodus.VEREIST, "{" + PERIODE + "}").status()).isEqualTo(200);
        try (Stream<Path> bestanden = Files.walk(map.resolve("vereist"))) {
            assertThat(bestanden.filter(Files::isRegularFile).map(VersleuteldTest::bytes))
                    .isNotEmpty()
                    .noneMatch(tekst -> tekst.contains("Voorbeeldstad") || tekst.contains("omschrijving"));
        }
    }

    private static String bytes(Path bestand) {
        try {
            return Files.readString(bestand, StandardCharsets.ISO_8859_1);
        } catch (IOException stuk) {
            throw new UncheckedIOException(stuk);
        }
    }

    /// A request as it is sent, and the hash by which the answer names it.
    private record Gevraagd(byte[] bericht, String hash) {}

    private static Gevraagd gevraagd(Partij wie, String inhoud) throws IOException {
        ByteArrayOutputStream uit = new ByteArrayOutputStream();
        String hash = stelsel.eigen(wie)
                .schrijver(Clock.systemUTC(), TOEVAL)
                .to(stelsel.ontvanger(stelsel.leverancier), NestedJwtWriter.REQUEST)
                .writeTo(uit, naar -> naar.write(inhoud.getBytes(StandardCharsets.UTF_8)));
        return new Gevraagd(uit.toByteArray(), hash);
    }

    private static byte[] schrijf(NestedJwtWriter.Letter brief, String inhoud) throws IOException {
        ByteArrayOutputStream uit = new ByteArrayOutputStream();
        brief.writeTo(uit, naar -> naar.write(inhoud.getBytes(StandardCharsets.UTF_8)));
        return uit.toByteArray();
    }

    private static Antwoord vraag(Versleutelmodus modus, String inhoud) throws IOException {
        return stuur(draaiend(modus), JOSE, gevraagd(stelsel.cbs, inhoud).bericht());
    }

    private static Antwoord openlijk(BronServer bron, String inhoud) throws IOException {
        return Proefstelsel.stuur(cbs, "POST", adres(bron), Proefstelsel.getekend(stelsel.cbs, inhoud), inhoud);
    }

    private static Antwoord stuur(BronServer bron, Headers headers, byte[] bericht) throws IOException {
        return Proefstelsel.stuur(cbs, "POST", adres(bron), headers, new String(bericht, StandardCharsets.US_ASCII));
    }

    private static String adres(BronServer bron) {
        return "https://127.0.0.1:" + bron.poort() + "/v1/gegevens";
    }

    private static NestedJwtReader.Outcome.Opened open(Antwoord antwoord) {
        NestedJwtReader lezer = stelsel.eigen(stelsel.cbs).lezer(new Freshness.Answer(), Clock.systemUTC(), TOEVAL);
        return (NestedJwtReader.Outcome.Opened) lezer.read(antwoord.inhoud());
    }

    private static String tekst(NestedJwtReader.Outcome.Opened geopend) {
        return new String(geopend.content().bytes(), StandardCharsets.UTF_8);
    }
}
