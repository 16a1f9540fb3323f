// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Revocation;
import nl.ddas.basis.Tls;
import nl.ddas.levering.bron.Proefstelsel.Antwoord;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.verkeer.Beschikbaarheid;
import nl.ddas.levering.verkeer.Beschikbaarheid.Uren;
import nl.ddas.levering.verkeer.Beschikbaarheid.Venster;
import nl.ddas.testkit.Requirement;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the API does when time passes, the source fails, or it is started again.
class BewakingTest {

    private static final Proefstelsel STELSEL = Proefstelsel.gedeeld();

    @TempDir
    private Path map;

    private final TestClock clock = TestClock.at("2026-11-20T09:00:00Z");
    private final Proefbron gegevens = new Proefbron().met("Gemeente Voorbeeldstad", "GM0518", 0, 3);
    private Beschikbaarheid beschikbaarheid = Beschikbaarheid.ALTIJD;
    private HttpClient cbs;

    @BeforeEach
    void open() {
        cbs = STELSEL.client(STELSEL.cbs);
    }

    @AfterEach
    void sluit() {
        cbs.close();
    }

    @Test
    @Requirement("S66")
    void aNewDayGivesANewSnapshot() throws IOException {
        try (BronServer bron = start()) {
            assertThat(Antwoorden.trajecten(vraag(bron).tekst())).hasSize(3);
            gegevens.met("Gemeente Elders", "GM0363", 3, 2);
            clock.advance(Duration.ofHours(17));
            bron.tik();
            assertThat(Antwoorden.trajecten(vraag(bron).tekst())).hasSize(3);
            clock.advance(Duration.ofHours(1));
            bron.tik();
            assertThat(Antwoorden.trajecten(vraag(bron).tekst())).hasSize(5);
            assertThat(vraag(bron).tekst()).contains("\"aanleverdatumEnTijd\":\"2026-11-21T04:00:00+01:00\"");
        }
    }

    @Test
    @Requirement("S66")
    void aFailedRefreshKeepsTheOldSnapshotSaysHowOldItIsAndStopsAtTheMaximumAge() throws IOException {
        try (BronServer bron = start()) {
            byte[] eerst = vraag(bron).inhoud();
            gegevens.stuk = true;
            clock.advance(Duration.ofHours(24));
            bron.tik();

            Antwoord oud = vraag(bron);
            assertThat(oud.inhoud()).isEqualTo(eerst);
            assertThat(oud.header("DDAS-Momentopname")).endsWith("; leeftijd=86400");
            assertThat(beheer(bron, "/health").tekst())
                    .contains("\"status\":\"verouderd\"", "\"leeftijdSeconden\":86400", "\"reden\":\"onleesbaar\"");
            assertThat(beheer(bron, "/metrics").tekst())
                    .contains("ddas_bron_momentopname_leeftijd_seconden 86400", "ddas_bron_verversen_mislukt 1");

            clock.advance(Duration.ofHours(24).plusSeconds(1));
            bron.tik();
            Antwoord teOud = vraag(bron);
            assertThat(teOud.status()).isEqualTo(503);
            assertThat(teOud.tekst()).contains("/momentopname-te-oud");
            assertThat(teOud.header("Retry-After")).isEqualTo("900");
            assertThat(beheer(bron, "/health").status()).isEqualTo(503);

            gegevens.stuk = false;
            clock.advance(Duration.ofMinutes(15));
            bron.tik();
            assertThat(vraag(bron).status()).isEqualTo(200);
            assertThat(beheer(bron, "/health").tekst()).contains("\"status\":\"goed\"");
        }
    }

    @Test
    void formErrorsKeepTheOldSnapshotAndAreListed() throws IOException {
        try (BronServer bron = start()) {
            assertThat(vraag(bron).status()).isEqualTo(200);
            gegevens.met("Gemeente Elders", "GM0363", 3, 2);
            for (int i = 1; i <= 30; i++) {
                gegevens.fouten.add(
                        new Bronfout("levering.json", "regel " + i, "verwacht een datum, gekregen een getal"));
            }
            assertThat(bron.ververs()).hasSize(20);
            Antwoord uitleg = stuurBeheer(bron, "POST", "/ververs");
            assertThat(uitleg.status()).isEqualTo(409);
            assertThat(uitleg.tekst())
                    .contains("Aantal fouten: 30", "levering.json, regel 1: verwacht een datum, gekregen een getal");
            assertThat(Antwoorden.trajecten(vraag(bron).tekst())).hasSize(3);

            gegevens.fouten.clear();
            assertThat(stuurBeheer(bron, "POST", "/ververs").tekst()).contains("5 trajecten");
            assertThat(Antwoorden.trajecten(vraag(bron).tekst())).hasSize(5);
        }
    }

    @Test
    void namesTheFolderThatIsNotThere() throws IOException {
        BronConfig config = STELSEL.config(map, beschikbaarheid, 100_000);
        Path weg = map.resolve("geen-leveringen");
        try (BronServer bron =
                BronServer.start(config, new MapBron(weg, BerichtLezer.metEigenSchemas()), STELSEL.onderdelen(clock))) {
            assertThat(bron.ververs()).singleElement().asString().contains(weg.toString());
        }
    }

    @Test
    void sayingThatThereIsNothingNeedsNoCount() throws IOException {
        try (BronServer bron = BronServer.start(
                STELSEL.config(map, beschikbaarheid, 100_000), new Proefbron(), STELSEL.onderdelen(clock))) {
            assertThat(stuurBeheer(bron, "POST", "/ververs").tekst())
                    .contains("geen levering over het laatste afgesloten halfjaar")
                    .doesNotContain("Aantal fouten");
        }
    }

    @Test
    void withoutAnySnapshotItSays503AndNotEveryRequestTriesAgain() throws IOException {
        gegevens.stuk = true;
        try (BronServer bron = start()) {
            Antwoord antwoord = vraag(bron);
            assertThat(antwoord.status()).isEqualTo(503);
            assertThat(antwoord.tekst()).contains("/geen-momentopname");
            int gelezen = gegevens.gelezen;
            vraag(bron);
            assertThat(gegevens.gelezen).isEqualTo(gelezen);
            assertThat(beheer(bron, "/health").tekst()).contains("\"status\":\"geen-momentopname\"");
        }
    }

    @Test
    @Requirement("S66")
    void startedAgainItGoesOnWithTheLastWholeSnapshotAndItsReadyPages() throws IOException {
        byte[] eerst;
        String handtekening;
        try (BronServer bron = start()) {
            eerst = vraag(bron).inhoud();
            handtekening = vraag(bron).header("nlgov-adr-payload-sig");
        }
        Path opslag = map.resolve("opslag/momentopnamen");
        // What a kill in the middle of a refresh leaves: trajecten without index.
        Path half = opslag.resolve("2026-01-01_2026-06-30_009999999999999.trajecten");
        Files.writeString(half, "half");
        gegevens.stuk = true;
        try (BronServer bron = start()) {
            Antwoord weer = vraag(bron);
            assertThat(weer.inhoud()).isEqualTo(eerst);
            assertThat(weer.header("nlgov-adr-payload-sig")).isEqualTo(handtekening);
            assertThat(half).doesNotExist();
        }
    }

    @Test
    void aSnapshotWhoseFileWasCutIsNotUsed() throws IOException {
        try (BronServer bron = start()) {
            vraag(bron);
        }
        try (Stream<Path> bestanden = Files.list(map.resolve("opslag/momentopnamen"))) {
            Path trajecten = bestanden
                    .filter(bestand -> bestand.toString().endsWith(".trajecten"))
                    .findFirst()
                    .orElseThrow();
            byte[] inhoud = Files.readAllBytes(trajecten);
            Files.write(trajecten, Arrays.copyOf(inhoud, inhoud.length / 2));
        }
        gegevens.met("Gemeente Elders", "GM0363", 3, 2);
        try (BronServer bron = start()) {
            assertThat(Antwoorden.trajecten(vraag(bron).tekst())).hasSize(5);
        }
    }

    @Test
    void nothingReadableOfPersonsLiesOnTheDisk() throws IOException {
        try (BronServer bron = start()) {
            vraag(bron);
        }
        try (Stream<Path> bestanden = Files.walk(map)) {
            for (Path bestand : bestanden.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(bestand), StandardCharsets.ISO_8859_1))
                        .as(bestand.getFileName().toString())
                        .doesNotContain("omschrijving", "Voorbeeldstad");
            }
        }
    }

    @Test
    void aReadyPageIsSignedAnewWhenItsSignatureGrowsOld() throws IOException {
        try (BronServer bron = start()) {
            Antwoord eerst = vraag(bron);
            gegevens.stuk = true;
            clock.advance(Duration.ofHours(24).plusSeconds(1));
            Antwoord later = vraag(bron);
            assertThat(later.inhoud()).isEqualTo(eerst.inhoud());
            assertThat(later.header("nlgov-adr-payload-sig")).isNotEqualTo(eerst.header("nlgov-adr-payload-sig"));
        }
    }

    @Test
    @Requirement("S64")
    void outsideTheAgreedHoursItSaysWhenItOpens() throws IOException {
        beschikbaarheid = new Beschikbaarheid(
                List.of(new Venster(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), new Uren(7 * 60, 19 * 60))),
                Map.of());
        try (BronServer bron = start()) {
            assertThat(vraag(bron).status()).isEqualTo(200);
            clock.advance(Duration.ofHours(10));
            Antwoord dicht = vraag(bron);
            assertThat(dicht.status()).isEqualTo(503);
            assertThat(dicht.tekst()).contains("/buiten-venster");
            assertThat(dicht.header("Retry-After")).isEqualTo(Long.toString(59 * 3600));
        }
    }

    @Test
    void whoAsksTooOftenGets429() throws IOException {
        try (BronServer bron =
                BronServer.start(STELSEL.config(map, Beschikbaarheid.ALTIJD, 2), gegevens, STELSEL.onderdelen(clock))) {
            vraag(bron);
            vraag(bron);
            Antwoord teVaak = vraag(bron);
            assertThat(teVaak.status()).isEqualTo(429);
            assertThat(teVaak.tekst()).contains("/te-veel-verzoeken");
            assertThat(teVaak.header("Retry-After")).isEqualTo("30");
            assertThat(teVaak.header("nlgov-adr-payload-sig")).isNotEmpty();
            assertThat(teVaak.header("API-Version")).isEqualTo("1.0.0");
        }
    }

    /// Each refusal is signed, so whoever has a certificate could keep our key busy.
    @ParameterizedTest
    @CsvSource({
        "POST, /v1/nergens,                 404",
        "GET,  /v1/gegevens,                405",
        "POST, /v1/gegevens?access_token=x, 400",
    })
    void whoKeepsAskingForWhatIsNotThereGets429Too(String methode, String pad, int status) throws IOException {
        try (BronServer bron =
                BronServer.start(STELSEL.config(map, Beschikbaarheid.ALTIJD, 1), gegevens, STELSEL.onderdelen(clock))) {
            String adres = "https://127.0.0.1:" + bron.poort() + pad;
            assertThat(Proefstelsel.stuur(cbs, methode, adres, Headers.NONE, "").status())
                    .isEqualTo(status);
            assertThat(Proefstelsel.stuur(cbs, methode, adres, Headers.NONE, "").status())
                    .isEqualTo(429);
        }
    }

    @Test
    @Requirement({"S69", "S70", "S71", "S68"})
    void countsRequestsByDateSenderOutcomeAndKindOfParametersOverARestart() throws IOException {
        try (BronServer bron = start()) {
            vraag(bron);
            stuur(bron, "{\"aanleverende_organisatie\": \"Jan de Vries\", \"pageSize\": 10}");
            stuur(bron, "{\"page\": 0}");
        }
        clock.advance(Duration.ofDays(1));
        try (BronServer bron = start()) {
            vraag(bron);
            assertThat(beheer(bron, "/tellingen.csv").tekst()).isEqualTo("""
                            datum,afzender,uitkomst,parameters,aantal
                            2026-11-20,00000099000000001000,geleverd,geen,1
                            2026-11-20,00000099000000001000,ongeldig-verzoek,onbekend,1
                            2026-11-20,00000099000000001000,organisatie-onbekend,organisatie+pagina,1
                            2026-11-21,00000099000000001000,geleverd,geen,1
                            """);
            assertThat(beheer(bron, "/metrics").tekst())
                    .contains("ddas_bron_verzoeken_total{afzender=\"00000099000000001000\",parameters=\"geen\","
                            + "uitkomst=\"geleverd\"} 1");
        }
    }

    @Test
    void healthTellsThatRevokedCertificatesAreLetIn() throws IOException {
        BronOnderdelen delen = STELSEL.onderdelen(clock);
        Tls tls = delen.sleutels().tls().get();
        Tls zorgeloos = new Tls(tls.key(), tls.chain(), tls.anchors(), new Revocation.Unchecked("a test"));
        BronOnderdelen anders = BronOnderdelen.van(
                delen.network(),
                () -> zorgeloos,
                delen.sleutels().ondertekenaar(),
                delen.sleutels().verificateur(),
                delen.afzenders(),
                delen.lezer(),
                clock,
                delen.willekeur());
        try (BronServer bron = BronServer.start(STELSEL.config(map, beschikbaarheid, 100_000), gegevens, anders)) {
            assertThat(beheer(bron, "/health").tekst())
                    .contains("\"verbinding\":\"van certificaten wordt niet nagegaan of ze zijn ingetrokken\"");
        }
        try (BronServer bron = start()) {
            assertThat(beheer(bron, "/health").tekst()).doesNotContain("verbinding");
        }
    }

    @Test
    void goesOnWithTheCountsThatCanBeReadAndSetsTheFileAside() throws IOException {
        Path tellingen = Files.createDirectories(map.resolve("opslag")).resolve("tellingen.csv");
        String inhoud = """
                datum,afzender,uitkomst,parameters,aantal
                2026-11-19,00000099000000001000,geleverd,geen,7
                2026-11-31,00000099000000001000,geleverd,geen,1
                2026-11-19,00000099000000001000,geleverd
                2026-11-19,00000099000000001000,geleverd,geen,veel
                """;
        Files.write(tellingen, (inhoud + "\u00ff").getBytes(StandardCharsets.ISO_8859_1));
        try (BronServer bron = start()) {
            assertThat(beheer(bron, "/tellingen.csv").tekst()).isEqualTo("""
                    datum,afzender,uitkomst,parameters,aantal
                    2026-11-19,00000099000000001000,geleverd,geen,7
                    """);
        }
        Path opzij = map.resolve("opslag/tellingen.csv.onleesbaar-" + clock.millis());
        assertThat(opzij).hasBinaryContent((inhoud + "\u00ff").getBytes(StandardCharsets.ISO_8859_1));

        Files.copy(opzij, tellingen, StandardCopyOption.REPLACE_EXISTING);
        Verzoektelling telling = Verzoektelling.open(tellingen, new Metrics(), clock);
        assertThat(telling.terzijde()).contains(new Verzoektelling.Terzijde(opzij, List.of(3, 4, 5, 6)));
        assertThat(Verzoektelling.open(tellingen, new Metrics(), clock).terzijde())
                .isEmpty();
    }

    private BronServer start() throws IOException {
        return BronServer.start(STELSEL.config(map, beschikbaarheid, 100_000), gegevens, STELSEL.onderdelen(clock));
    }

    private Antwoord vraag(BronServer bron) throws IOException {
        return stuur(bron, "");
    }

    private Antwoord stuur(BronServer bron, String inhoud) throws IOException {
        return Proefstelsel.stuur(
                cbs,
                "POST",
                "https://127.0.0.1:" + bron.poort() + "/v1/gegevens",
                Proefstelsel.getekend(STELSEL.cbs, inhoud),
                inhoud);
    }

    private static Antwoord beheer(BronServer bron, String pad) throws IOException {
        return stuurBeheer(bron, "GET", pad);
    }

    private static Antwoord stuurBeheer(BronServer bron, String methode, String pad) throws IOException {
        return Proefstelsel.beheer(bron, methode, pad, Headers.NONE);
    }
}
