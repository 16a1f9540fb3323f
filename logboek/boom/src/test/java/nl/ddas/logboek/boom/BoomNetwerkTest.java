// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.ddas.basis.Database;
import nl.ddas.basis.Handler;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Network;
import nl.ddas.basis.Request;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A supplier's log and CBS as its witness, over HTTP and PostgreSQL.
class BoomNetwerkTest {

    private static final TestClock CLOCK = new TestClock(Instant.parse("2026-11-22T17:00:00Z"));

    @TempDir
    private static Path data;

    private static Database database;
    private static Network network;
    private static HttpClient client;
    private static PostgresBomen bomen;

    private final Bladeren bladeren = new Bladeren();
    private final NoteSigner cbs = NoteSigner.draw("logboek.cbs.voorbeeld.nl/getuige", new SecureRandom());
    private String log = "";
    private NoteSigner signer = NoteSigner.draw("x", new SecureRandom());

    /// Leaves in memory, of one log; somebody may change them.
    private final class Bladeren implements Bladbron {
        private final List<byte[]> all = new ArrayList<>();

        synchronized void add(int many) {
            for (int i = 0; i < many; i++) {
                all.add(Proefboom.entry(all.size()));
            }
        }

        @Override
        public List<String> logs() {
            return List.of(log);
        }

        @Override
        public synchronized byte[] read(String of, long from, int count) {
            ByteArrayOutputStream row = new ByteArrayOutputStream();
            if (of.equals(log)) {
                all.stream().skip(from).limit(count).forEach(row::writeBytes);
            }
            return row.toByteArray();
        }
    }

    @BeforeAll
    static void start() {
        database = Database.embedded(data, new SecureRandom());
        bomen = PostgresBomen.open(database);
        network = Network.open();
        client = HttpClient.open(
                network, new HttpClient.Config(Optional.empty(), Duration.ofSeconds(5), Duration.ofSeconds(20)));
    }

    @AfterAll
    static void stop() {
        client.close();
        network.close();
        database.close();
    }

    @BeforeEach
    void anotherLog() {
        log = "een/ander logboek " + bomen.logs().size();
        signer = NoteSigner.draw("logboek.voorbeeld.nl/boom/" + Boomweg.code(log), new SecureRandom());
    }

    private HttpServer server(Handler handler) {
        return HttpServer.start(
                network,
                new HttpServer.Config("127.0.0.1", 0, Optional.empty(), 1 << 20, Duration.ofMinutes(1)),
                handler);
    }

    private HttpServer logboek() {
        return server(new Boomweg("/boom", bomen, bladeren));
    }

    private HttpServer getuige(Getuigenstand stand) {
        return server(new Getuigeweg("/getuige", new Getuige(cbs, List.of(signer.verifier()), stand, CLOCK)));
    }

    private Boomgroei groei() {
        return new Boomgroei(bladeren, bomen, _ -> new Logsleutels(signer), CLOCK);
    }

    private Getuigenronde ronde(HttpServer getuige) {
        URI adres = URI.create("http://127.0.0.1:" + getuige.port() + "/getuige");
        return new Getuigenronde(
                bomen, List.of(new Getuigenronde.Adres(cbs.witness(), new Webgetuige(client, adres))), CLOCK);
    }

    private Boomadres adres(HttpServer server) {
        return new Boomadres(client, URI.create("http://127.0.0.1:" + server.port() + "/boom/" + Boomweg.code(log)));
    }

    private Optional<Getuigestatus> stand(Getuigenronde ronde) {
        return Optional.ofNullable(ronde.standen().get("logboek.cbs.voorbeeld.nl/getuige / " + log));
    }

    private static List<String> found(Boomuitslag uitslag) {
        return uitslag.bevindingen().stream()
                .map(one -> one.soort() + (one.nummer() < 0 ? "" : " " + one.nummer()))
                .toList();
    }

    @Test
    void aTreeOnTheWebIsCheckedWithItsWitnessAndAnOlderCheckpoint() throws IOException {
        try (HttpServer logboek = logboek();
                HttpServer getuige = getuige(new Geheugenstand())) {
            bladeren.add(300);
            groei().grow(log);
            SignedNote kept = bomen.checkpoint(log).orElseThrow();
            Getuigenronde ronde = ronde(getuige);
            ronde.run();
            assertThat(stand(ronde)).contains(new Getuigestatus.Getekend(300, CLOCK.instant()));
            bladeren.add(70_000);
            while (groei().grow(log) > 0) {
                // Until nothing is left.
            }
            Houvast houvast = new Houvast(List.of(signer.verifier()), List.of(cbs.witness()), Optional.of(kept));
            Boomuitslag uitslag = new Webcontrole(houvast, adres(logboek)).check();
            assertThat(found(uitslag)).isEmpty();
            assertThat(uitslag.telling().bladeren()).isEqualTo(70_300);
            assertThat(uitslag.bewezen()).hasSize(6);
            ronde.run();
            assertThat(stand(ronde)).contains(new Getuigestatus.Getekend(70_300, CLOCK.instant()));
        }
    }

    @Test
    void whatSomebodyChangedInTheDatabaseShowsOnTheWeb() throws IOException {
        try (HttpServer logboek = logboek()) {
            bladeren.add(700);
            groei().grow(log);
            bladeren.all.set(5, Proefboom.entry(6));
            bladeren.all.set(6, Proefboom.entry(5));
            bladeren.all.set(300, Proefboom.entry(-1));
            Houvast houvast = new Houvast(List.of(signer.verifier()), List.of(), Optional.empty());
            assertThat(found(new Webcontrole(houvast, adres(logboek)).check()))
                    .containsExactlyInAnyOrder("VERPLAATST 5", "VERPLAATST 6", "GEWIJZIGD 300");
        }
    }

    @Test
    void pathsAndHeadersAreThoseOfTheSpecification() throws IOException {
        try (HttpServer logboek = logboek()) {
            bladeren.add(300);
            groei().grow(log);
            HttpClient.Answer checkpoint = get(logboek, "checkpoint");
            assertThat(checkpoint.headers().first("Content-Type")).contains("text/plain; charset=utf-8");
            assertThat(checkpoint.headers().first("Cache-Control")).contains("private, max-age=1");
            HttpClient.Answer full = get(logboek, "tile/0/000");
            assertThat(full.headers().first("Content-Type")).contains("application/octet-stream");
            assertThat(full.headers().first("Cache-Control")).contains("private, max-age=31536000, immutable");
            assertThat(full.body().readAllBytes()).hasSize(8192);
            assertThat(get(logboek, "tile/entries/001.p/44").body().readAllBytes())
                    .hasSize(44 * 34);
            for (String none :
                    List.of("tile/0/001", "tile/0/001.p/45", "tile/entries/001", "getuigd", "proof/300", "x")) {
                assertThat(get(logboek, none).status()).as(none).isEqualTo(404);
            }
            String proof = new String(get(logboek, "proof/299").body().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(Bewijs.read(proof).orElseThrow().proves(Proefboom.entry(299)))
                    .isTrue();
        }
    }

    private HttpClient.Answer get(HttpServer server, String pad) throws IOException {
        return client.send(
                new HttpClient.Call("GET", URI.create(adres(server).adres() + "/" + pad), Headers.NONE, new byte[0]));
    }

    @Test
    void aWitnessThatIsAwayStopsNothingAndCatchesUp() {
        Geheugenstand stand = new Geheugenstand();
        HttpServer gone = getuige(stand);
        Getuigenronde ronde = ronde(gone);
        gone.close();
        bladeren.add(10);
        groei().grow(log);
        ronde.run();
        assertThat(stand(ronde)).containsInstanceOf(Getuigestatus.Afwezig.class);
        bladeren.add(10);
        assertThat(groei().grow(log)).isEqualTo(10);
        try (HttpServer back = getuige(stand)) {
            Getuigenronde again = ronde(back);
            again.run();
            assertThat(stand(again)).contains(new Getuigestatus.Getekend(20, CLOCK.instant()));
        }
    }

    @Test
    void aWitnessThatSawAnotherHistoryRaisesAnAlarm() {
        Geheugenstand stand = new Geheugenstand();
        Getuige before = new Getuige(cbs, List.of(signer.verifier()), stand, CLOCK);
        Proefboom shown = Proefboom.of(9);
        shown.add(Proefboom.entry(77));
        String origin = signer.verifier().naam();
        before.add(new Aanbod(0, List.of(), signer.sign(shown.checkpoint(origin).text())).bytes());
        HttpServer getuige = getuige(stand);
        Getuigenronde ronde = ronde(getuige);
        bladeren.add(10);
        groei().grow(log);
        ronde.run();
        assertThat(stand(ronde)).containsInstanceOf(Getuigestatus.Alarm.class);
        bladeren.add(1);
        groei().grow(log);
        ronde.run();
        assertThat(stand(ronde)).containsInstanceOf(Getuigestatus.Alarm.class);
        assertThat(stand.refused).hasSize(2);
        getuige.close();
        ronde.run();
        assertThat(stand(ronde)).as("being away does not make it good").containsInstanceOf(Getuigestatus.Alarm.class);
    }

    @Test
    void aTreeThatIsShorterThanTheWitnessSawRaisesAnAlarm() {
        Geheugenstand stand = new Geheugenstand();
        Getuige before = new Getuige(cbs, List.of(signer.verifier()), stand, CLOCK);
        String origin = signer.verifier().naam();
        before.add(new Aanbod(
                        0,
                        List.of(),
                        signer.sign(Proefboom.of(30).checkpoint(origin).text()))
                .bytes());
        try (HttpServer getuige = getuige(stand)) {
            Getuigenronde ronde = ronde(getuige);
            bladeren.add(20);
            groei().grow(log);
            ronde.run();
            assertThat(stand(ronde)).containsInstanceOf(Getuigestatus.Alarm.class);
            bladeren.add(20);
            groei().grow(log);
            ronde.run();
            assertThat(stand(ronde)).contains(new Getuigestatus.Getekend(40, CLOCK.instant()));
        }
    }

    @Test
    void aWokenLoopSignsNewLeavesWithoutWaiting() throws InterruptedException {
        CountDownLatch signed = new CountDownLatch(2);
        Boomgroei groei = new Boomgroei(
                bladeren,
                bomen,
                _ -> {
                    signed.countDown();
                    return new Logsleutels(signer);
                },
                CLOCK);
        Boomloop.Tempo slow = new Boomloop.Tempo(Duration.ofHours(1), Duration.ofHours(1));
        try (Boomloop loop = Boomloop.start(bladeren, groei, new Getuigenronde(bomen, List.of(), CLOCK), slow)) {
            bladeren.add(5);
            loop.wake();
            assertThat(signed.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(loop.fouten()).isEmpty();
        }
        assertThat(bomen.checkpoint(log)).isPresent();
    }

    /// An `Error` of one round ends nothing; it shows until it is over.
    @Test
    void whateverBreaksARoundTheLoopGoesOn() {
        AtomicBoolean isBroken = new AtomicBoolean(true);
        Boomgroei groei = new Boomgroei(
                bladeren,
                bomen,
                _ -> {
                    if (isBroken.get()) {
                        throw new OutOfMemoryError("for now");
                    }
                    return new Logsleutels(signer);
                },
                CLOCK);
        bladeren.add(5);
        Boomloop.Tempo fast = new Boomloop.Tempo(Duration.ofMillis(1), Duration.ofHours(1));
        try (Boomloop loop = Boomloop.start(bladeren, groei, new Getuigenronde(bomen, List.of(), CLOCK), fast)) {
            while (loop.fouten().isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(loop.fouten()).containsEntry(log, "de boom kan nu niet groeien (OutOfMemoryError)");
            isBroken.set(false);
            while (!loop.fouten().isEmpty()) {
                Thread.onSpinWait();
            }
        }
        assertThat(bomen.checkpoint(log)).isPresent();
    }

    /// Escapes that are broken, or hold what no name has.
    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%00b", "%0A", "%7F", "%", "%2", "%zz", "%C3", "%FF", "%u0041", "\u0000", ""})
    void aNameThatNoLogHasIsNotThere(String code) throws IOException {
        Boomweg weg = new Boomweg("/boom", bomen, bladeren);
        for (String what : List.of("checkpoint", "getuigd", "proof/0", "tile/0/000", "tile/entries/000")) {
            Request request = new Request(
                    "GET", "/boom/" + code + "/" + what, Headers.NONE, List.of(), InputStream.nullInputStream());
            assertThat(weg.handle(request).status()).as(what).isEqualTo(404);
        }
    }

    @Test
    void aWitnessOnTheWebAnswersAsTheSpecificationSays() throws IOException {
        try (HttpServer getuige = getuige(new Geheugenstand())) {
            Webgetuige web = new Webgetuige(client, URI.create("http://127.0.0.1:" + getuige.port() + "/getuige"));
            String origin = signer.verifier().naam();
            SignedNote ten = signer.sign(Proefboom.of(10).checkpoint(origin).text());
            NoteSigner other = NoteSigner.draw(origin, new SecureRandom());
            SignedNote forged = other.sign(ten.text());
            SignedNote strange = other.sign(Proefboom.of(10).checkpoint("x.nl").text());
            assertThat(web.post("x".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(400);
            assertThat(web.post(new Aanbod(0, List.of(), forged).bytes()).status())
                    .isEqualTo(403);
            assertThat(web.post(new Aanbod(0, List.of(), strange).bytes()).status())
                    .isEqualTo(404);
            assertThat(web.post(new Aanbod(0, List.of(), ten).bytes()).status()).isEqualTo(200);
            Getuigenpost.Antwoord behind = web.post(new Aanbod(0, List.of(), ten).bytes());
            assertThat(behind.status()).isEqualTo(409);
            assertThat(behind.contentType()).isEqualTo("text/x.tlog.size");
            assertThat(behind.body()).asString(StandardCharsets.UTF_8).isEqualTo("10\n");
            SignedNote twenty = signer.sign(Proefboom.of(20).checkpoint(origin).text());
            assertThat(web.post(new Aanbod(10, List.of(), twenty).bytes()).status())
                    .isEqualTo(422);
        }
    }
}
