// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import nl.ddas.basis.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Partitions are made beside the writing, not in its way. Each statement gives up rather than wait, so a lock
/// that is in the way shows.
class DagenTest {

    private static final Houder CBS = LogregelsContract.CBS;

    @TempDir
    private static Path data;

    private static Database database;
    private static PostgresLogregels store;

    @BeforeAll
    static void start() {
        database = Database.embedded(data, new SecureRandom());
        store = PostgresLogregels.open(database, Clock.fixed(Regels.BEGIN, ZoneOffset.UTC), new SecureRandom());
    }

    @AfterAll
    static void stop() {
        store.close();
        database.close();
    }

    private static Jdbi jdbi() {
        return database.jdbi("logboek");
    }

    @Test
    void theDaysAroundTodayAreThereBeforeTheirFirstLine() {
        assertThat(partitions()).contains("logregel_20261115", "logregel_20261122", "logregel_20261124");
    }

    @Test
    void aPartitionIsMadeWhileOthersWrite() {
        try (Handle writer = jdbi().open()) {
            writer.begin();
            writer.execute("insert into logregel (dag, houder, trace_id, span_id, start_nanos, nummer)"
                    + " values ('2026-11-22', 999, gen_random_uuid(), 1, 1, 0)");
            jdbi().useHandle(db -> db.execute("select maak_dag('2026-12-24')"));
            writer.rollback();
        }
        assertThat(partitions()).contains("logregel_20261224");
    }

    @Test
    void othersWriteAndReadWhileAPartitionIsMade() {
        try (Handle maker = jdbi().open()) {
            maker.begin();
            maker.execute("select maak_dag('2026-12-25')");

            assertThat(store.add(List.of(new Inboeking(CBS, Regels.line(1)))))
                    .isEqualTo(new Boeking.Geboekt(List.of(Opslag.NIEUW)));
            long today = Regels.BEGIN.toEpochMilli();
            Zoekvraag vraag = new Zoekvraag(
                    LogregelsContract.ALLES.activiteit(),
                    LogregelsContract.ALLES.betrokkene(),
                    today,
                    today + 1_000,
                    LogregelsContract.ALLES.na(),
                    10);
            assertThat(store.search(CBS, vraag).regels()).containsExactly(Regels.line(1));
            maker.rollback();
        }
        assertThat(partitions()).doesNotContain("logregel_20261225");
    }

    /// A reader of the last partition is in the way: the maker gives up, and the next round succeeds.
    @Test
    void aMakerThatWouldHaveToWaitGivesUpAndTriesAgain() {
        try (Handle reader = jdbi().open()) {
            reader.begin();
            reader.execute("select count(*) from logregel_laat");
            try (PostgresLogregels later = PostgresLogregels.open(
                    database, Clock.fixed(Regels.BEGIN.plusSeconds(86_400), ZoneOffset.UTC), new SecureRandom())) {
                assertThat(partitions()).doesNotContain("logregel_20261125");
                reader.rollback();
                later.prepare();
                assertThat(partitions()).contains("logregel_20261125");
            }
        }
    }

    private static List<String> partitions() {
        return jdbi().withHandle(db -> db.createQuery(
                        "select inhrelid::regclass::text from pg_inherits where inhparent = 'logregel'::regclass")
                .mapTo(String.class)
                .list());
    }
}
