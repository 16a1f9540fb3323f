// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.ddas.basis.Database;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.Cursor;
import nl.ddas.fsc.model.LogRecord;
import nl.ddas.fsc.model.Paging;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.SortOrder;
import nl.ddas.fsc.model.TransactionId;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogTableTest {

    @TempDir
    private static Path data;

    private static Database database;
    private static LogTable table;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        database = Database.embedded(data, new SecureRandom());
        table = LogTable.open(database);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void empty() {
        table.removeBefore(Records.NOW.plusSeconds(1_000_000));
    }

    private static Paging paging(int limit) {
        return new Paging(Optional.empty(), limit, SortOrder.DESCENDING);
    }

    private static LogQuery query(LogQuery like, Paging paging) {
        return new LogQuery(like.transactions(), like.grants(), like.services(), like.after(), like.before(), paging);
    }

    @Test
    void carriesRecordsFromFileToTableOnce() throws IOException {
        try (SegmentLog log = SegmentLog.open(folder, SegmentLog.Limits.DEFAULT)) {
            SegmentLoader loader = new SegmentLoader(log, table);
            log.append(Records.full()).toCompletableFuture().join();
            log.append(Records.number(1)).toCompletableFuture().join();

            assertThat(loader.load()).isEqualTo(2);
            assertThat(loader.load()).isZero();
            assertThat(Segments.open(folder).all()).isEmpty();
            assertThat(table.load(List.of(Records.full(), Records.number(2)))).isEqualTo(1);
        }
        assertThat(table.page(LogQuery.all(paging(10)), Records.A).records())
                .containsExactly(Records.full(), Records.number(2), Records.number(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3", "4"})
    void showsARecordToEveryPeerWithARole(String peer) {
        table.load(List.of(Records.full()));

        assertThat(table.page(LogQuery.all(paging(10)), new PeerId("0000009900000000000" + peer))
                        .records())
                .containsExactly(Records.full());
    }

    @Test
    void showsNothingToAnotherPeerWhateverItAsks() {
        table.load(List.of(Records.full(), Records.number(1)));

        assertThat(table.page(LogQuery.all(paging(10)), Records.X).records()).isEmpty();
        assertThat(table.page(LogQuery.of(List.of(Records.full().transaction())), Records.X)
                        .records())
                .isEmpty();
        assertThat(table.page(LogQuery.of(List.of(Records.full().transaction())), Records.C)
                        .records())
                .containsExactly(Records.full());
    }

    @ParameterizedTest
    @EnumSource(SortOrder.class)
    void pagesNeitherSkipNorRepeatAlsoWhenRecordsComeInBetween(SortOrder order) {
        List<LogRecord> all = IntStream.range(0, 25)
                .mapToObj(n -> Records.record(n, Records.GRANT, "parkeren", Records.NOW.plusSeconds(n / 4)))
                .toList();
        table.load(all);
        List<LogRecord> read = new ArrayList<>();
        Optional<Cursor> cursor = Optional.empty();
        int pages = 0;
        do {
            LogPage page = table.page(LogQuery.all(new Paging(cursor, 7, order)), Records.A);
            read.addAll(page.records());
            cursor = page.next().flatMap(next -> Cursor.read(next.text(), LogQuery.KEY_PARTS));
            int outside = order == SortOrder.DESCENDING ? 5_000 : -5_000;
            table.load(
                    List.of(Records.record(900 + pages, Records.GRANT, "parkeren", Records.NOW.plusSeconds(outside))));
            pages++;
        } while (cursor.isPresent());

        assertThat(pages).isEqualTo(4);
        assertThat(read).isEqualTo(order == SortOrder.DESCENDING ? all.reversed() : all);
    }

    @Test
    void filtersByGrantOrServiceAndByTimeExclusive() {
        LogRecord one = Records.record(1, Records.GRANT, "een", Records.NOW);
        LogRecord two = Records.record(2, Records.OTHER, "twee", Records.NOW.plusSeconds(1));
        LogRecord three = Records.record(3, Records.OTHER, "drie", Records.NOW.plusSeconds(2));
        table.load(List.of(one, two, three));
        LogQuery either = new LogQuery(
                List.of(), List.of(Records.GRANT), List.of("twee"), Optional.empty(), Optional.empty(), paging(9));
        LogQuery between = new LogQuery(
                List.of(),
                List.of(),
                List.of(),
                Optional.of(Records.NOW),
                Optional.of(Records.NOW.plusSeconds(2)),
                paging(9));

        assertThat(table.page(either, Records.A).records()).containsExactly(two, one);
        assertThat(table.page(between, Records.A).records()).containsExactly(two);
        assertThat(table.page(query(either, paging(1)), Records.A).next()).isPresent();
    }

    /// Whether the damage was there at the start or came later: what can be read is in the table, the rest is
    /// not lost.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDamagedSegmentIsLoadedAsFarAsItGoesAndStays(boolean before) throws IOException {
        byte[] damaged = Records.damaged();
        Path segment = folder.resolve("segment-000000000001.log");
        if (before) {
            Files.write(segment, damaged);
        }
        try (SegmentLog log = SegmentLog.open(folder, SegmentLog.Limits.DEFAULT)) {
            if (!before) {
                Files.write(segment, damaged);
            }
            SegmentLoader loader = new SegmentLoader(log, table);
            assertThat(loader.load()).isEqualTo(1);
            assertThat(log.unreadable()).containsExactly("segment-000000000001.log");
            assertThat(loader.load()).isZero();
        }
        assertThat(Files.readAllBytes(segment)).isEqualTo(damaged);
        assertThat(table.page(LogQuery.all(paging(9)), Records.A).records()).containsExactly(Records.number(1));
    }

    /// Peers may agree on properties of many levels; they come back as they went in.
    @Test
    void aRecordWithDeepPropertiesIsLoadedAndShown() throws IOException {
        LogRecord deep = Records.number(1).with(Records.deep(58));
        try (SegmentLog log = SegmentLog.open(folder, SegmentLog.Limits.DEFAULT)) {
            log.append(deep).toCompletableFuture().join();
            assertThat(new SegmentLoader(log, table).load()).isEqualTo(1);
        }
        assertThat(table.page(LogQuery.all(paging(9)), Records.A).records()).containsExactly(deep);
    }

    /// Its segment is gone by then.
    @Test
    void aRecordInTheTableIsStillAReplayAfterARestart() throws IOException {
        try (SegmentLog log = SegmentLog.open(folder, SegmentLog.Limits.DEFAULT)) {
            log.append(Records.number(1)).toCompletableFuture().join();
            assertThat(new SegmentLoader(log, table).load()).isEqualTo(1);
            assertThat(Segments.open(folder).all()).isEmpty();
        }
        try (SegmentLog log = SegmentLog.open(folder, SegmentLog.Limits.DEFAULT)) {
            assertThatThrownBy(() ->
                            log.append(Records.number(1)).toCompletableFuture().join())
                    .hasCauseInstanceOf(LogWriteFailed.class);
            log.append(Records.number(2)).toCompletableFuture().join();
        }
    }

    @Test
    void aSegmentThatTheTableRefusesKeepsNoOtherWaitingAndIsTold() throws IOException {
        Jdbi sql = database.jdbi("fsc_transactionlog");
        sql.useHandle(db -> db.execute("alter table log_record add constraint strange check (service_name <> 'x')"));
        try (SegmentLog log = SegmentLog.open(folder, SegmentLog.Limits.DEFAULT)) {
            log.append(Records.record(1, Records.GRANT, "x", Records.NOW))
                    .toCompletableFuture()
                    .join();
            log.endSegment().toCompletableFuture().join();
            log.append(Records.number(2)).toCompletableFuture().join();
            SegmentLoader loader = new SegmentLoader(log, table);

            assertThatThrownBy(loader::load).hasMessageContaining("segment-000000000001.log");
            assertThat(table.page(LogQuery.all(paging(9)), Records.A).records()).containsExactly(Records.number(2));

            sql.useHandle(db -> db.execute("alter table log_record drop constraint strange"));
            assertThat(loader.load()).isEqualTo(1);
        } finally {
            sql.useHandle(db -> db.execute("alter table log_record drop constraint if exists strange"));
        }
    }

    /// Each attempt would wait for a connection.
    @Test
    void asksADatabaseThatIsAwayOnceForAllSegments() throws IOException {
        LogTable away;
        try (Database elsewhere = database.emptyDatabase("elsewhere")) {
            away = LogTable.open(elsewhere);
        }
        try (SegmentLog log = SegmentLog.open(folder, SegmentLog.Limits.DEFAULT)) {
            for (int n = 1; n <= 2; n++) {
                log.append(Records.number(n)).toCompletableFuture().join();
                log.endSegment().toCompletableFuture().join();
            }

            assertThatThrownBy(new SegmentLoader(log, away)::load)
                    .hasMessageEndingWith("[segment-000000000001.log]")
                    .hasNoSuppressedExceptions();
            assertThat(new SegmentLoader(log, table).load()).isEqualTo(2);
        }
    }

    @Test
    void aSegmentWithSomethingStrangeKeepsNoOtherWaiting() throws IOException {
        try (SegmentLog log = SegmentLog.open(folder, SegmentLog.Limits.DEFAULT)) {
            Path strange = folder.resolve("segment-000000000001.log");
            Files.write(strange, Frames.frame(Records.number(1)));
            Files.write(strange, SegmentLogTest.strange(), StandardOpenOption.APPEND);
            log.append(Records.number(2)).toCompletableFuture().join();

            assertThat(new SegmentLoader(log, table).load()).isEqualTo(2);
            assertThat(log.unreadable()).containsExactly("segment-000000000001.log");
            assertThat(strange).exists();
        }
        assertThat(table.page(LogQuery.all(paging(9)), Records.A).records())
                .containsExactly(Records.number(2), Records.number(1));
    }

    private static LogRecord lengthy(int n, int bytes) {
        return Records.number(n).with(JsonObject.EMPTY.with("doel", "x".repeat(bytes)));
    }

    @ParameterizedTest
    @EnumSource(SortOrder.class)
    void aPageIsShorterWhenItsRecordsAreLong(SortOrder order) {
        List<LogRecord> all =
                IntStream.range(0, 100).mapToObj(n -> lengthy(n, 24_000)).toList();
        table.load(all);
        List<LogRecord> read = new ArrayList<>();
        List<Integer> lengths = new ArrayList<>();
        Optional<Cursor> cursor = Optional.empty();
        do {
            LogPage page = table.page(LogQuery.all(new Paging(cursor, 1_000, order)), Records.A);
            read.addAll(page.records());
            lengths.add(page.records().size());
            cursor = page.next();
        } while (cursor.isPresent());

        assertThat(lengths).containsExactly(33, 33, 33, 1);
        assertThat(read).isEqualTo(order == SortOrder.DESCENDING ? all.reversed() : all);
    }

    @Test
    void aRecordThatIsTooLongForAPageHasOneOfItsOwn() {
        LogRecord first = lengthy(1, 1_000_000);
        LogRecord second = lengthy(2, 1_000_000);
        table.load(List.of(first, second));

        LogPage page = table.page(LogQuery.all(paging(9)), Records.A);
        assertThat(page.records()).containsExactly(second);
        assertThat(table.page(LogQuery.all(new Paging(page.next(), 9, SortOrder.DESCENDING)), Records.A))
                .isEqualTo(new LogPage(List.of(first), Optional.empty()));
    }

    @Test
    void tellsThatTransactionsAreTooLongForOneAnswer() {
        List<LogRecord> all =
                IntStream.range(0, 40).mapToObj(n -> lengthy(n, 24_000)).toList();
        table.load(all);
        List<TransactionId> ids = all.stream().map(LogRecord::transaction).toList();

        assertThat(table.page(LogQuery.of(ids), Records.A).next()).isPresent();
        assertThat(table.page(LogQuery.of(ids.subList(0, 30)), Records.A))
                .isEqualTo(new LogPage(all.subList(0, 30).reversed(), Optional.empty()));
    }

    @Test
    void removesWhatIsKeptLongEnough() {
        table.load(List.of(Records.number(1), Records.number(2)));

        assertThat(table.removeBefore(Records.number(2).createdAt())).isEqualTo(1);
        assertThat(table.page(LogQuery.all(paging(9)), Records.A).records()).containsExactly(Records.number(2));
    }

    @Test
    void answersInTheFormOfTheStandard() {
        table.load(List.of(Records.number(1), Records.number(2)));

        var json = table.page(LogQuery.all(paging(1)), Records.B).toJson();
        assertThat(json.array("records").orElseThrow()).hasSize(1);
        assertThat(json.object("pagination").flatMap(p -> p.text("next_cursor")).orElseThrow())
                .isNotEmpty();
        var last = table.page(LogQuery.all(paging(2)), Records.B).toJson();
        assertThat(last.object("pagination").flatMap(p -> p.text("next_cursor")))
                .contains("");
    }
}
