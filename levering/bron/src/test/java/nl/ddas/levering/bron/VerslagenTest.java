// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.levering.bron.Proefstelsel.Antwoord;
import nl.ddas.levering.bron.VerslagenArchief.Verslag;
import nl.ddas.levering.verkeer.Beschikbaarheid;
import nl.ddas.testkit.Requirement;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Verwerkingsverslagen come in, are kept, and are answered.
class VerslagenTest {

    private static final Proefstelsel STELSEL = Proefstelsel.gedeeld();

    @TempDir
    private Path map;

    private final TestClock clock = TestClock.at("2026-11-21T09:00:00Z");
    private BronConfig config;
    private BronServer bron;
    private HttpClient cbs;

    @BeforeEach
    void start() throws IOException {
        config = STELSEL.config(map, Beschikbaarheid.ALTIJD, 100_000);
        bron = BronServer.start(config, new Proefbron().met("x", "GM0518", 0, 1), STELSEL.onderdelen(clock));
        cbs = STELSEL.client(STELSEL.cbs);
    }

    @AfterEach
    void stop() {
        cbs.close();
        bron.close();
    }

    @Test
    @Requirement("S78")
    void keepsAReportAsItCameAndListsIt() throws IOException {
        String verslag =
                "{ \"bevindingen\": [{\"id\": \"x\"}], \"id\": \"2026-h1-abc\", \"uitslag\": \"goedgekeurd\" }";
        Antwoord antwoord = lever(verslag);
        assertThat(antwoord.status()).isEqualTo(201);
        assertThat(antwoord.tekst()).isEqualTo("{\"id\":\"2026-h1-abc\"}");
        assertThat(antwoord.header("nlgov-adr-payload-sig")).isNotEmpty();

        VerslagenArchief archief = VerslagenArchief.open(config.opslag(), clock, new SecureRandom());
        assertThat(archief.lijst()).hasSize(1);
        Verslag bewaard = archief.lijst().getFirst();
        assertThat(bewaard.id()).isEqualTo("2026-h1-abc");
        assertThat(bewaard.afzender()).isEqualTo(Proefstelsel.CBS_OIN);
        assertThat(bewaard.ontvangen()).isEqualTo(clock.instant());
        assertThat(bewaard.grootte()).isEqualTo(verslag.length());
        assertThat(tekst(archief, "2026-h1-abc")).isEqualTo(verslag);
        assertThat(archief.kopieer("geen", new ByteArrayOutputStream())).isFalse();
        assertThat(archief.kopieer("../opslag", new ByteArrayOutputStream())).isFalse();
    }

    @Test
    void theSameReportAgainChangesNothingAndAnotherUnderItsIdIsRefused() throws IOException {
        String verslag = "{\"id\":\"a1\",\"n\":1}";
        assertThat(lever(verslag).status()).isEqualTo(201);
        assertThat(lever(verslag).status()).isEqualTo(200);
        Antwoord ander = lever("{\"id\":\"a1\",\"n\":2}");
        assertThat(ander.status()).isEqualTo(409);
        assertThat(ander.tekst()).contains("/verslag-bestaat-al");
        VerslagenArchief archief = VerslagenArchief.open(config.opslag(), clock, new SecureRandom());
        assertThat(archief.lijst()).hasSize(1);
        assertThat(tekst(archief, "a1")).isEqualTo(verslag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"id\":1}",
                "{\"id\":\"\"}",
                "{\"id\":\"../x\"}",
                "{\"id\":\"a\"",
                "{\"id\":\"a\"} 1",
                "{\"id\":\"a\",\"id\":\"b\"}",
                ""
            })
    void refusesWhatIsNoReport(String inhoud) throws IOException {
        assertThat(lever(inhoud).status()).isEqualTo(400);
        assertThat(VerslagenArchief.open(config.opslag(), clock, new SecureRandom())
                        .lijst())
                .isEmpty();
    }

    @Test
    void refusesAReportThatIsTooLargeOrNotSigned() throws IOException {
        assertThat(lever("{\"id\":\"a\",\"x\":\"" + "x".repeat(1024 * 1024) + "\"}")
                        .status())
                .isEqualTo(413);
        Headers zonder = Headers.of("Content-Type", "application/json");
        assertThat(Proefstelsel.stuur(cbs, "POST", adres(), zonder, "{\"id\":\"a\"}")
                        .status())
                .isEqualTo(400);
        assertThat(VerslagenArchief.open(config.opslag(), clock, new SecureRandom())
                        .lijst())
                .isEmpty();
    }

    private Antwoord lever(String inhoud) throws IOException {
        return Proefstelsel.stuur(cbs, "POST", adres(), Proefstelsel.getekend(STELSEL.cbs, inhoud), inhoud);
    }

    private String adres() {
        return "https://127.0.0.1:" + bron.poort() + "/v1/verwerkingsverslagen";
    }

    private static String tekst(VerslagenArchief archief, String id) throws IOException {
        ByteArrayOutputStream uit = new ByteArrayOutputStream();
        assertThat(archief.kopieer(id, uit)).isTrue();
        return uit.toString(StandardCharsets.UTF_8);
    }
}
