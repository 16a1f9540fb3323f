// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.ddas.basis.Database;
import nl.ddas.logboek.boom.Verbintenis;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The contract in a real PostgreSQL.
class PostgresLogregelsTest extends LogregelsContract {

    private static final Clock CLOCK = Clock.fixed(Regels.BEGIN, ZoneOffset.UTC);

    @TempDir
    private static Path data;

    private static Database database;
    private static PostgresLogregels store;
    private static Bladen bladen;

    @BeforeAll
    static void start() {
        database = Database.embedded(data, new SecureRandom());
        store = PostgresLogregels.open(database, CLOCK, new SecureRandom());
        bladen = PostgresBladen.open(database);
    }

    @AfterAll
    static void stop() {
        store.close();
        database.close();
    }

    @BeforeEach
    void empty() {
        database.jdbi("logboek").useTransaction(db -> {
            // Leaves refuse to go, even to the owner of the tables.
            db.execute("set local session_replication_role to replica");
            db.execute("delete from logregel");
            db.execute("delete from bladbundel");
        });
    }

    @Override
    Logregels store() {
        return store;
    }

    @Override
    Bladen bladen() {
        return bladen;
    }

    @Test
    void nearDaysHaveAPartitionAndInventedOnesDoNot() {
        store.add(List.of(
                new Inboeking(CBS, Regels.at(1, Regels.BEGIN)),
                new Inboeking(CBS, Regels.at(2, Regels.BEGIN.minusSeconds(86_400L * 7))),
                new Inboeking(CBS, Regels.at(3, Regels.BEGIN.minusSeconds(86_400L * 400)))));

        List<String> partitions = database.jdbi("logboek")
                .withHandle(db -> db.createQuery("select distinct tableoid::regclass::text from logregel order by 1")
                        .mapTo(String.class)
                        .list());
        assertThat(partitions).containsExactly("logregel_20261115", "logregel_20261122", "logregel_laat");
    }

    /// Lines that lie in the last partition before their day comes near stay there, and the day goes on.
    @Test
    void aDayThatCameTooEarlyStaysWhereItIs() {
        Inboeking early = new Inboeking(CBS, Regels.at(1, Regels.BEGIN.plusSeconds(86_400L * 9)));
        Inboeking later = new Inboeking(CBS, Regels.at(2, Regels.BEGIN.plusSeconds(86_400L * 9)));
        store.add(List.of(early));

        Clock nineDaysLater = Clock.fixed(Regels.BEGIN.plusSeconds(86_400L * 9), ZoneOffset.UTC);
        try (PostgresLogregels then = PostgresLogregels.open(database, nineDaysLater, new SecureRandom())) {
            assertThat(then.add(List.of(early, later)))
                    .isEqualTo(new Boeking.Geboekt(List.of(Opslag.HERHALING, Opslag.NIEUW)));
        }
    }

    @Test
    @Requirement("OTLP-7")
    void sendersThatOfferTheSameLinesAtOnceStoreThemOnce() throws InterruptedException, ExecutionException {
        List<Inboeking> lines = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            lines.add(new Inboeking(CBS, Regels.line(i)));
        }
        List<Opslag> all = new ArrayList<>();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boeking>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                answers.add(senders.submit(() -> store.add(lines)));
            }
            for (Future<Boeking> answer : answers) {
                all.addAll(((Boeking.Geboekt) answer.get()).opslag());
            }
        }

        assertThat(all.stream().filter(Opslag.NIEUW::equals)).hasSize(200);
        assertThat(all.stream().filter(Opslag.HERHALING::equals)).hasSize(600);
    }

    /// A controller whose code no text of PostgreSQL can hold.
    @Test
    @Requirement("LDV-L3")
    void whatCannotBeStoredIsToldFromADatabaseThatIsAway() {
        List<Inboeking> poison = List.of(new Inboeking(new Houder("a\0b"), Regels.line(1)));
        assertThatThrownBy(() -> store.add(poison)).isInstanceOf(Onbewaarbaar.class);

        Database closed = Database.embedded(data, new Database.Patience(Duration.ofSeconds(1)), new SecureRandom());
        PostgresLogregels away = PostgresLogregels.open(closed, CLOCK, new SecureRandom());
        closed.close();
        assertThatThrownBy(() -> away.add(List.of(new Inboeking(new Houder("nieuw"), Regels.line(1)))))
                .isNotInstanceOf(Onbewaarbaar.class);
        away.close();
    }

    /// Whoever reads leaves while others write never sees one before those in front of it.
    @Test
    @Requirement("LDV-L21")
    void leavesOfManyWritersHaveNoGapsWhenever() throws InterruptedException, ExecutionException {
        // Each writer has a connection, and so does who reads.
        try (ExecutorService senders = Executors.newFixedThreadPool(3)) {
            List<Future<Boeking>> answers = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                int number = i;
                answers.add(senders.submit(() -> store.add(List.of(
                        new Inboeking(number % 2 == 0 ? CBS : KREDIETBANK, Regels.line(4 * number)),
                        new Inboeking(number % 2 == 0 ? KREDIETBANK : CBS, Regels.line(4 * number + 1)),
                        new Inboeking(CBS, Regels.line(number % 7))))));
            }
            byte[] before = new byte[0];
            while (!answers.stream().allMatch(Future::isDone)) {
                byte[] now = bladen.read(CBS.code(), 0, 10_000);
                assertThat(Arrays.mismatch(before, now)).isIn(-1, before.length);
                before = now;
            }
            for (Future<Boeking> answer : answers) {
                assertThat(answer.get()).isInstanceOf(Boeking.Geboekt.class);
            }
        }
        List<Blad> leaves = new ArrayList<>();
        bladen.export(CBS, Inboeking.dag(Regels.BEGIN), Inboeking.dag(Regels.BEGIN), leaves::add);
        for (int i = 0; i < leaves.size(); i++) {
            Blad.Regel one = (Blad.Regel) leaves.get(i);
            assertThat(one.nummer()).isEqualTo(i);
            assertThat(bladen.read(CBS.code(), i, 1)).isEqualTo(Verbintenis.of(one.zout(), one.vorm()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update bladbundel set van = van + 1",
                "delete from bladbundel",
                "truncate bladbundel",
                "delete from houder"
            })
    @Requirement("LDV-L11")
    void leavesAreNeverChangedOrRemovedByWhomeverAlso(String statement) {
        store.add(List.of(new Inboeking(CBS, Regels.line(1))));

        assertThatThrownBy(() -> database.jdbi("logboek").useHandle(db -> db.execute(statement)))
                .hasMessageContaining("are never changed or removed");
    }

    /// Reads by trace, subject and activity look in an index of each partition, and along no table.
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            (trace_id = gen_random_uuid() or vreemde_trace = gen_random_uuid()); 1
            betrokkene = '\\x00' and dag between '1970-01-01' and '2262-01-01' and start_nanos >= 0; 101
            activiteit = '\\x00' and dag between '2026-11-20' and '2026-11-22' and start_nanos >= 0; 101
            """)
    void readsGoByIndex(String condition, int limit) {
        List<String> plan = database.jdbi("logboek").inTransaction(db -> {
            db.execute("set local enable_seqscan to off");
            return db.createQuery("explain select vorm from logregel where houder = 1 and vorm is not null and "
                            + condition + " order by start_nanos, trace_id, span_id limit " + limit)
                    .mapTo(String.class)
                    .list();
        });
        assertThat(plan).anyMatch(line -> line.contains("Index")).noneMatch(line -> line.contains("Seq Scan"));
    }
}
