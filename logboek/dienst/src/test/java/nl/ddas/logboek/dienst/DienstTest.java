// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import nl.ddas.basis.Database;
import nl.ddas.basis.DatabaseChoice;
import nl.ddas.basis.Network;
import nl.ddas.basis.Response;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsProfile;
import nl.ddas.logboek.model.Naamruimten;
import nl.ddas.logboek.model.OtlpSchrijver;
import nl.ddas.logboek.model.Toetsbeleid;
import nl.ddas.logboek.model.Verwerkingsactiviteiten;
import nl.ddas.testkit.Requirement;
import nl.ddas.testkit.TestClock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A whole log, on a real database.
class DienstTest {

    @TempDir
    private Path data;

    private static DienstConfig config(Database database) {
        return new DienstConfig(
                new LogboekServer.Luisteren("127.0.0.1", 0, OptionalInt.empty(), TlsProfile.DIGIKOPPELING),
                0,
                Map.of(),
                Optional.of(LogregelsContract.CBS),
                new DatabaseChoice.Opened(database),
                false,
                Wachtruimte.STANDAARD,
                128 << 20,
                new DienstConfig.Quarantaine(new Quarantainegrens(1, 100_000), Duration.ofDays(90)),
                Toetsbeleid.STRIKT);
    }

    private static LogboekDienst start(Network network, Database database, Dienstonderdelen.Bijdelen bijdelen) {
        return start(network, database, Optional.empty(), Stand.CLOCK, bijdelen);
    }

    private static LogboekDienst start(
            Network network, Database database, Dienstonderdelen.Bijdelen bijdelen, Clock clock) {
        return start(network, database, Optional.empty(), clock, bijdelen);
    }

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType")
    private static LogboekDienst start(
            Network network,
            Database database,
            Optional<Supplier<Tls>> tls,
            Clock clock,
            Dienstonderdelen.Bijdelen bijdelen) {
        return LogboekDienst.start(
                config(database),
                database,
                new Dienstonderdelen(
                        network,
                        tls,
                        _ -> Optional.of(LogregelsContract.CBS),
                        Naamruimten.GEEN,
                        Verwerkingsactiviteiten.ONBEKEND,
                        bijdelen,
                        clock,
                        new SecureRandom()));
    }

    private static HttpResponse<String> ask(HttpClient client, int port, String path, byte[] body) {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        return Stand.send(
                client,
                body.length == 0
                        ? HttpRequest.newBuilder(uri)
                        : HttpRequest.newBuilder(uri)
                                .header("Content-Type", "application/x-protobuf")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    @Test
    @Requirement({"LDV-L3", "OTLP-5"})
    void whileTheDatabaseIsAwayNothingIsConfirmedAndHealthSaysSo() {
        AtomicInteger booked = new AtomicInteger();
        Database database = Database.embedded(data, new SecureRandom());
        try (Network network = Network.open();
                LogboekDienst dienst = start(network, database, kern -> {
                    kern.haken().opmerking(() -> Optional.of("de boom loopt achter"));
                    kern.haken().bijBoeking(booked::incrementAndGet);
                    return List.of(new Deel("/boom", _ -> Response.text(200, "text/plain", "boom")));
                });
                HttpClient client = HttpClient.newHttpClient()) {
            byte[] line = OtlpSchrijver.write(List.of(Regels.line(1)));
            byte[] other = OtlpSchrijver.write(List.of(Regels.named(Regels.line(1), "Anders")));
            assertThat(ask(client, dienst.poort(), "/v1/traces", line).statusCode())
                    .isEqualTo(200);
            assertThat(booked).hasPositiveValue();
            assertThat(ask(client, dienst.poort(), "/boom/x?y", new byte[0]).body())
                    .isEqualTo("boom");
            HttpResponse<String> nergens = ask(client, dienst.poort(), "/bo", new byte[0]);
            assertThat(nergens.statusCode()).isEqualTo(404);
            assertThat(nergens.body()).contains("nothing is served at this address, only at /v1/traces, /boom");
            assertThat(ask(client, dienst.poort(), "/v1/traces", other).body()).contains("CONFLICT");
            assertThat(ask(client, dienst.beheerPoort(), "/health/ready", new byte[0])
                            .body())
                    .contains("\"ready\"", "de boom loopt achter", "voor 100 % vol");

            database.close();

            assertThat(ask(client, dienst.poort(), "/v1/traces", line).statusCode())
                    .isEqualTo(503);
            HttpResponse<String> health = ask(client, dienst.beheerPoort(), "/health/ready", new byte[0]);
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body()).contains("de database is niet te bereiken");
            assertThat(health.body()).doesNotContain("Exception");
        }
    }

    @Test
    void healthAndAFigureTellWhenItsCertificateEnds() {
        Tls tls = Certificaten.in(data.resolve("ca")).of(Certificaten.SERVER);
        Instant end = tls.chain().getFirst().getNotAfter().toInstant();
        Clock soon = Clock.fixed(end.minus(Duration.ofDays(5)), ZoneOffset.UTC);
        try (Network network = Network.open();
                Database database = Database.embedded(data.resolve("database"), new SecureRandom());
                LogboekDienst dienst =
                        start(network, database, Optional.of(() -> tls), soon, Dienstonderdelen.Bijdelen.GEEN);
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(ask(client, dienst.beheerPoort(), "/health/ready", new byte[0])
                            .body())
                    .contains("\"ready\"", "het certificaat voor verbindingen loopt af binnen 7 dagen");
            assertThat(ask(client, dienst.beheerPoort(), "/metrics", new byte[0])
                            .body())
                    .contains("logbook_certificate_days_left 5.0");
        }
    }

    /// A reader of the last partition is in the way.
    @Test
    void healthAndAFigureTellThatPartitionsCannotBeMade() {
        Clock yesterday = Clock.offset(Stand.CLOCK, Duration.ofDays(-1));
        try (Network network = Network.open();
                Database database = Database.embedded(data, new SecureRandom());
                HttpClient client = HttpClient.newHttpClient()) {
            PostgresLogregels.open(database, yesterday, new SecureRandom()).close();
            try (Handle reader = database.jdbi("logboek").open()) {
                reader.begin();
                reader.execute("select count(*) from logregel_laat");
                try (LogboekDienst dienst = start(network, database, Dienstonderdelen.Bijdelen.GEEN)) {
                    reader.rollback();
                    assertThat(ask(client, dienst.beheerPoort(), "/health/ready", new byte[0])
                                    .body())
                            .contains("\"ready\"", "dit lukt niet: de tabellen voor de komende dagen maken");
                    assertThat(ask(client, dienst.beheerPoort(), "/metrics", new byte[0])
                                    .body())
                            .contains("logbook_chores_failing 1.0");
                }
            }
        }
    }

    /// The database answers everybody, and still no line gets in: somebody holds what a writer needs.
    @Test
    @Requirement({"LDV-L3", "OTLP-5"})
    void whileNothingIsStoredHealthSaysSo() throws Exception {
        TestClock clock = new TestClock(Stand.CLOCK.instant());
        try (Database database = Database.embedded(data, new SecureRandom());
                Network network = Network.open();
                LogboekDienst dienst = start(network, database, Dienstonderdelen.Bijdelen.GEEN, clock);
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
                HttpClient client = HttpClient.newHttpClient()) {
            byte[] line = OtlpSchrijver.write(List.of(Regels.line(1)));
            byte[] other = OtlpSchrijver.write(List.of(Regels.line(2)));
            assertThat(ask(client, dienst.poort(), "/v1/traces", line).statusCode())
                    .isEqualTo(200);
            Jdbi jdbi = database.jdbi("logboek");
            try (Handle holder = jdbi.open()) {
                holder.begin();
                Schrijfslag.begin(holder, List.of(1));
                Future<HttpResponse<String>> answer =
                        senders.submit(() -> ask(client, dienst.poort(), "/v1/traces", other));
                while (waiters(holder) == 0) {
                    Thread.onSpinWait();
                }
                clock.advance(Schrijfgang.TE_LANG);
                HttpResponse<String> health = ask(client, dienst.beheerPoort(), "/health/ready", new byte[0]);
                assertThat(health.statusCode()).isEqualTo(503);
                assertThat(health.body()).contains("al 15 seconden is er geen enkele vastgelegd");
                assertThat(ask(client, dienst.beheerPoort(), "/metrics", new byte[0])
                                .body())
                        .contains("logbook_standstill_seconds 15.0", "logbook_chores_failing 0.0");
                holder.rollback();
                assertThat(answer.get().statusCode()).isEqualTo(200);
            }
            assertThat(ask(client, dienst.beheerPoort(), "/health/ready", new byte[0])
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static int waiters(Handle db) {
        return db.createQuery("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                .mapTo(Integer.class)
                .one();
    }

    @ParameterizedTest
    @CsvSource({
        "/boom, true",
        "/boom/, true",
        "/boom/a/b?c=d, true",
        "/boom?c=d, true",
        "/bo, false",
        "/boomgaard, false",
        "/x/boom, false"
    })
    void aPartKnowsWhatIsBelowItsPath(String path, boolean isKnown) {
        assertThat(new Deel("/boom", _ -> Response.text(200, "text/plain", "")).knows(path))
                .isEqualTo(isKnown);
    }

    @ParameterizedTest
    @CsvSource({"boom", "/boom/", "/"})
    void aPathThatIsNoneIsRefused(String path) {
        assertThatThrownBy(() -> new Deel(path, _ -> Response.text(200, "text/plain", "")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
