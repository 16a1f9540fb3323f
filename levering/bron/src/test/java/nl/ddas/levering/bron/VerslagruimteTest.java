// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Problem;
import nl.ddas.basis.Request;
import nl.ddas.levering.bron.Proefstelsel.Antwoord;
import nl.ddas.levering.bron.VerslagenArchief.Verslag;
import nl.ddas.levering.verkeer.Afzenderbepaling;
import nl.ddas.levering.verkeer.Beschikbaarheid;
import nl.ddas.levering.verkeer.Ontvangst;
import nl.ddas.levering.verkeer.Problemen;
import nl.ddas.levering.verkeer.Sleutelsterkte;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Freshness;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.PayloadVerifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may put a report in the archive, how much fits in it, and how long it stays.
class VerslagruimteTest {

    private static final Proefstelsel STELSEL = Proefstelsel.gedeeld();

    @TempDir
    private Path map;

    private final TestClock clock = TestClock.at("2026-11-21T09:00:00Z");
    private final Proefbron gegevens = new Proefbron().met("x", "GM0518", 0, 1);
    private BronConfig config;
    private HttpClient cbs;

    @BeforeEach
    void open() {
        config = STELSEL.config(
                map, Beschikbaarheid.ALTIJD, 100_000, new BronConfig.Bewaring(100, Duration.ofDays(400)));
        cbs = STELSEL.client(STELSEL.cbs);
    }

    @AfterEach
    void sluit() {
        cbs.close();
    }

    @Test
    void readsNothingOfAReportFromWhoMayNotSendIt() throws IOException {
        VerslagenArchief archief = VerslagenArchief.open(config.opslag(), clock, new SecureRandom());
        Ontvangst ontvangst = new Ontvangst(
                new PayloadVerifier(STELSEL.ca.trust(), new Freshness.Request(), Clock.systemUTC()),
                Afzenderbepaling.uitTls(),
                config.toegang().toegestaan()::containsKey,
                Sleutelsterkte.meld(new Metrics(), "bron", Map.of()));
        Verslagenweg weg = new Verslagenweg(
                ontvangst,
                archief,
                Verslagvoorraad.open(archief, config.opslag().verslagen(), 50, clock),
                50,
                new Problemen(
                        "https://ddas.example",
                        new PayloadSigner(STELSEL.leverancier.signing(), Clock.systemUTC()),
                        new SecureRandom(),
                        Problem::toJson,
                        clock),
                new Bronregels(Optional.empty(), Afzenderbepaling.uitTls(), Optional.empty(), "proef"));
        Request verzoek = new Request(
                "POST",
                "/v1/verwerkingsverslagen",
                Proefstelsel.getekend(STELSEL.vreemde, "{\"id\":\"a\"}"),
                STELSEL.vreemde.tls().chain(),
                new Ongelezen());

        assertThat(weg.bewandel(verzoek)).isInstanceOfSatisfying(Uitslag.Geweigerd.class, geweigerd -> assertThat(
                        geweigerd.weigering().code())
                .isEqualTo("toegang-geweigerd"));
    }

    /// Fails the test when it is read.
    private static final class Ongelezen extends InputStream {
        @Override
        public int read() {
            throw new AssertionError("the body was read");
        }

        @Override
        public int read(byte[] stuk, int begin, int lengte) {
            return read();
        }
    }

    @Test
    void aFullArchiveTakesNothingNewKeepsWhatItHasAndSaysSo() throws IOException {
        try (BronServer bron = start()) {
            assertThat(lever(bron, verslag("a", 60)).status()).isEqualTo(201);

            Antwoord vol = lever(bron, verslag("b", 41));
            assertThat(vol.status()).isEqualTo(507);
            assertThat(vol.tekst()).contains("/archief-vol", "blijft bewaard");
            assertThat(vol.header("Retry-After")).isEqualTo("3600");
            assertThat(ids()).containsExactly("a");
            assertThat(beheer(bron, "/health"))
                    .contains("\"verslagen\":{\"aantal\":1,\"bytes\":60,\"hoogstensBytes\":100,\"vol\":true}");
            assertThat(beheer(bron, "/metrics"))
                    .contains("ddas_bron_verslagen 1", "ddas_bron_verslagen_bytes 60")
                    .contains("ddas_bron_verslagen_hoogstens_bytes 100");
            assertThat(beheer(bron, "/tellingen.csv")).contains(",archief-vol,verslag,1");

            assertThat(lever(bron, verslag("c", 40)).status()).isEqualTo(201);
            assertThat(ids()).containsExactlyInAnyOrder("a", "c");
        }
    }

    @Test
    void aReportStaysUntilItsTimeIsOverAndThenMakesRoomAlsoAfterARestart() throws IOException {
        try (BronServer bron = start()) {
            assertThat(lever(bron, verslag("a", 60)).status()).isEqualTo(201);
        }
        clock.advance(Duration.ofDays(400).minusSeconds(1));
        try (BronServer bron = start()) {
            bron.tik();
            assertThat(ids()).containsExactly("a");
            assertThat(lever(bron, verslag("b", 60)).status()).isEqualTo(507);

            clock.advance(Duration.ofSeconds(1));
            bron.tik();
            assertThat(ids()).isEmpty();
            assertThat(lever(bron, verslag("b", 60)).status()).isEqualTo(201);
        }
    }

    @Test
    void whatIsRefusedTakesNoRoom() throws IOException {
        try (BronServer bron = start()) {
            assertThat(lever(bron, "{\"geen\":\"" + "x".repeat(50) + "\"}").status())
                    .isEqualTo(400);
            assertThat(lever(bron, verslag("a", 60)).status()).isEqualTo(201);
            assertThat(beheer(bron, "/health")).contains("\"bytes\":60,");
        }
    }

    @Test
    void aDamagedReportStopsNothing() throws IOException {
        try (BronServer bron = start()) {
            lever(bron, verslag("a", 30));
            lever(bron, verslag("b", 30));
        }
        Path beschadigd = map.resolve("opslag/verslagen/a.verslag");
        byte[] inhoud = Files.readAllBytes(beschadigd);
        inhoud[inhoud.length - 20] ^= 1;
        Files.write(beschadigd, inhoud);
        try (BronServer bron = start()) {
            assertThat(ids()).containsExactly("b");
            assertThat(beheer(bron, "/health")).contains("\"aantal\":1,");
        }
    }

    /// Its archive may be what the first is writing in.
    @Test
    void aSecondOneOnTheSameStorageIsRefusedBeforeItClearsAnythingAway() throws IOException {
        try (BronServer bron = start()) {
            Path bezig = Files.writeString(map.resolve("opslag/verslagen/9.binnen"), "half");
            Path traject = Files.writeString(map.resolve("opslag/momentopnamen/x.trajecten"), "half");

            assertThatThrownBy(this::start).isInstanceOf(IOException.class).hasMessageContaining("locked");
            assertThat(bezig).exists();
            assertThat(traject).exists();
            assertThat(lever(bron, verslag("a", 60)).status()).isEqualTo(201);
        }
        try (BronServer _ = start()) {
            assertThat(ids()).containsExactly("a");
            assertThat(map.resolve("opslag/verslagen/9.binnen")).doesNotExist();
            assertThat(map.resolve("opslag/momentopnamen/x.trajecten")).doesNotExist();
        }
    }

    private BronServer start() throws IOException {
        return BronServer.start(config, gegevens, STELSEL.onderdelen(clock));
    }

    /// A report of so many bytes.
    private static String verslag(String id, int bytes) {
        String leeg = "{\"id\":\"" + id + "\",\"x\":\"\"}";
        return leeg.replace(":\"\"", ":\"" + "x".repeat(bytes - leeg.length()) + "\"");
    }

    private List<String> ids() throws IOException {
        try (Stream<Verslag> lijst =
                VerslagenArchief.open(config.opslag(), clock, new SecureRandom()).lijst().stream()) {
            return lijst.map(Verslag::id).toList();
        }
    }

    private Antwoord lever(BronServer bron, String inhoud) throws IOException {
        return Proefstelsel.stuur(
                cbs,
                "POST",
                "https://127.0.0.1:" + bron.poort() + "/v1/verwerkingsverslagen",
                Proefstelsel.getekend(STELSEL.cbs, inhoud),
                inhoud);
    }

    private static String beheer(BronServer bron, String pad) throws IOException {
        return Proefstelsel.beheer(bron, "GET", pad, Headers.NONE).tekst();
    }
}
