// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.levering.bron.BronConfig.Tokens;
import nl.ddas.levering.bron.Proefstelsel.Partij;
import nl.ddas.levering.verkeer.Beschikbaarheid;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The alarm for who may ask nothing here, whatever it is that stops the request first.
class OnverwachteAfzenderTest {

    private static final Beschikbaarheid DICHT =
            new Beschikbaarheid(List.of(), Map.of(LocalDate.parse("2026-11-21"), List.of()));

    @TempDir
    private Path map;

    private final Proefstelsel stelsel = Proefstelsel.gedeeld();

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/gegevens,                  application/json,                  401",
        "POST, /v1/gegevens?access_token=x,   application/json,                  400",
        "POST, /v1/verwerkingsverslagen,      application/json,                  401",
        "POST, /oauth/token,                  application/x-www-form-urlencoded, 401",
        "GET,  /v1/gegevens,                  application/json,                  405",
        "POST, /v2/gegevens,                  application/json,                  404",
    })
    void ringsForAStrangerWithoutAToken(String methode, String pad, String soort, int status) throws IOException {
        BronConfig config = stelsel.config(map, Beschikbaarheid.ALTIJD, 100)
                .met(new Tokens(Tokenmodus.VERPLICHT, Duration.ofMinutes(5), "https://bron.example"));
        Headers headers = Headers.of("Content-Type", soort);
        String inhoud = "grant_type=client_credentials";
        try (BronServer bron = bron(config)) {
            assertThat(stuur(bron, stelsel.vreemde, methode, pad, headers, inhoud))
                    .isEqualTo(status);
            assertThat(alarm(bron)).isEqualTo("1.0");
            stuur(bron, stelsel.cbs, methode, pad, headers, inhoud);
            assertThat(alarm(bron)).as("who is expected may be wrong").isEqualTo("1.0");
        }
    }

    @Test
    void ringsForAStrangerOutsideTheHoursToo() throws IOException {
        try (BronServer bron = bron(stelsel.config(map, DICHT, 100))) {
            Headers headers = Proefstelsel.getekend(stelsel.vreemde, "{}");
            assertThat(stuur(bron, stelsel.vreemde, "POST", "/v1/gegevens", headers, "{}"))
                    .isEqualTo(503);
            assertThat(alarm(bron)).isEqualTo("1.0");
            stuur(bron, stelsel.cbs, "POST", "/v1/gegevens", Proefstelsel.getekend(stelsel.cbs, "{}"), "{}");
            assertThat(alarm(bron)).as("who is expected may be early").isEqualTo("1.0");
        }
    }

    @Test
    void ringsForAStrangerWhoAsksTooOften() throws IOException {
        try (BronServer bron = bron(stelsel.config(map, Beschikbaarheid.ALTIJD, 1))) {
            Headers headers = Proefstelsel.getekend(stelsel.vreemde, "{}");
            assertThat(stuur(bron, stelsel.vreemde, "POST", "/v1/gegevens", headers, "{}"))
                    .isEqualTo(403);
            assertThat(stuur(bron, stelsel.vreemde, "POST", "/v1/gegevens", headers, "{}"))
                    .isEqualTo(429);
            assertThat(alarm(bron)).isEqualTo("2.0");
        }
    }

    @Test
    void keepsSilentAboutWhatEverybodyMaySee() throws IOException {
        try (BronServer bron = bron(stelsel.config(map, Beschikbaarheid.ALTIJD, 100))) {
            for (String pad : List.of("/health", "/v1/openapi.json")) {
                assertThat(stuur(bron, stelsel.vreemde, "GET", pad, Headers.NONE, ""))
                        .isEqualTo(200);
            }
            assertThat(alarm(bron)).isEqualTo("0.0");
        }
    }

    /// Whoever has a certificate of an anchor may look whether we are there, and learns nothing else.
    @Test
    void tellsAStrangerOneWordOfItsHealth() throws IOException {
        BronConfig config = stelsel.config(map, Beschikbaarheid.ALTIJD, 100);
        Proefbron gegevens = gegevens();
        try (HttpClient client = stelsel.client(stelsel.vreemde)) {
            BronServer open;
            // Nothing can be read meanwhile, so that there is nothing to give yet.
            synchronized (gegevens) {
                open = leeg(config, gegevens);
                Proefstelsel.Antwoord dicht = gezond(client, open);
                assertThat(dicht.status()).isEqualTo(503);
                assertThat(dicht.tekst()).contains("/geen-momentopname\"").doesNotContain("verslagen", "logboek");
            }
            try (BronServer bron = open) {
                bron.ververs();
                assertThat(gezond(client, bron).tekst()).isEqualTo("{\"status\":\"goed\"}");
                assertThat(alarm(bron)).isEqualTo("0.0");
                assertThat(Proefstelsel.beheer(bron, "GET", "/health", Headers.NONE)
                                .tekst())
                        .contains("\"verslagen\"", "\"momentopname\"");
            }
        }
    }

    private static Proefstelsel.Antwoord gezond(HttpClient client, BronServer bron) throws IOException {
        return Proefstelsel.stuur(client, "GET", "https://127.0.0.1:" + bron.poort() + "/health", Headers.NONE, "");
    }

    /// Before anybody looked at who signed.
    @Test
    void whoCannotBeToldHearsThatAndNotSomethingAboutASigner() throws IOException {
        TestClock klok = TestClock.at("2026-11-21T09:00:00Z");
        BronOnderdelen gewoon = stelsel.onderdelen(klok);
        BronOnderdelen zonderNummer = new BronOnderdelen(
                gewoon.network(),
                gewoon.sleutels(),
                _ -> Optional.empty(),
                gewoon.lezer(),
                klok,
                gewoon.willekeur(),
                gewoon.beslissing(),
                gewoon.logboek());
        try (BronServer bron = BronServer.start(
                        stelsel.config(map, Beschikbaarheid.ALTIJD, 100), new Proefbron(), zonderNummer);
                HttpClient client = stelsel.client(stelsel.cbs)) {
            Proefstelsel.Antwoord antwoord = Proefstelsel.stuur(
                    client,
                    "POST",
                    "https://127.0.0.1:" + bron.poort() + "/v1/gegevens",
                    Proefstelsel.getekend(stelsel.cbs, "{}"),
                    "{}");
            assertThat(antwoord.status()).isEqualTo(403);
            assertThat(antwoord.tekst())
                    .contains("/identiteit-afwijking", "serialNumber")
                    .doesNotContain("ondertekenaar");
        }
    }

    private BronServer bron(BronConfig config) throws IOException {
        BronServer bron = leeg(config, gegevens());
        bron.ververs(); // health is good once there is something to give
        return bron;
    }

    private static Proefbron gegevens() {
        return new Proefbron().met("Gemeente Voorbeeldstad", "GM0518", 0, 1);
    }

    private BronServer leeg(BronConfig config, Proefbron gegevens) throws IOException {
        return BronServer.start(
                config,
                gegevens,
                stelsel.onderdelen(TestClock.at("2026-11-21T09:00:00Z")).met(stelsel.eigen(stelsel.leverancier)));
    }

    private int stuur(BronServer bron, Partij wie, String methode, String pad, Headers headers, String inhoud)
            throws IOException {
        try (HttpClient client = stelsel.client(wie)) {
            String adres = "https://127.0.0.1:" + bron.poort() + pad;
            return Proefstelsel.stuur(client, methode, adres, headers, inhoud).status();
        }
    }

    private static String alarm(BronServer bron) throws IOException {
        String naam = "ddas_bron_onverwachte_afzender_total ";
        return Proefstelsel.beheer(bron, "GET", "/metrics", Headers.NONE)
                .tekst()
                .lines()
                .filter(regel -> regel.startsWith(naam))
                .map(regel -> regel.substring(naam.length()))
                .findFirst()
                .orElseThrow();
    }
}
