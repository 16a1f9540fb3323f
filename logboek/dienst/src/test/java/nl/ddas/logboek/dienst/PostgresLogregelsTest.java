// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.ddas.basis.Database;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The contract in a real PostgreSQL.
class PostgresLogregelsTest extends LogregelsContract {

    private static final Clock CLOCK = Clock.fixed(Regels.BEGIN, ZoneOffset.UTC);

    @TempDir
    private static Path data;

    private static Database database;
    private static PostgresLogregels store;

    @BeforeAll
    static void start() {
        database = Database.embedded(data, new SecureRandom());
        store = PostgresLogregels.open(database, CLOCK);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void empty() {
        database.jdbi("logboek").useHandle(db -> db.execute("truncate logregel"));
    }

    @Override
    Logregels store() {
        return store;
    }

    @Test
    void nearDaysHaveAPartitionAndInventedOnesDoNot() {
        store.add(List.of(
                new Inboeking(CBS, Regels.at(1, Regels.BEGIN)),
                new Inboeking(CBS, Regels.at(2, Regels.BEGIN.minusSeconds(86_400L * 31))),
                new Inboeking(CBS, Regels.at(3, Regels.BEGIN.minusSeconds(86_400L * 400)))));

        List<String> partitions = database.jdbi("logboek")
                .withHandle(db -> db.createQuery("select distinct tableoid::regclass::text from logregel order by 1")
                        .mapTo(String.class)
                        .list());
        assertThat(partitions).containsExactly("logregel_20261022", "logregel_20261122", "logregel_laat");
    }

    /// Lines that lie in the last partition before their day comes near stay there, and the day goes on.
    @Test
    void aDayThatCameTooEarlyStaysWhereItIs() {
        Inboeking early = new Inboeking(CBS, Regels.at(1, Regels.BEGIN.plusSeconds(86_400L * 9)));
        Inboeking later = new Inboeking(CBS, Regels.at(2, Regels.BEGIN.plusSeconds(86_400L * 9)));
        store.add(List.of(early));

        PostgresLogregels then =
                PostgresLogregels.open(database, Clock.fixed(Regels.BEGIN.plusSeconds(86_400L * 9), ZoneOffset.UTC));
        assertThat(then.add(List.of(early, later)))
                .isEqualTo(new Boeking.Geboekt(List.of(Opslag.HERHALING, Opslag.NIEUW)));
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
}
