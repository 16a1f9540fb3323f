// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import nl.ddas.basis.Database;
import nl.ddas.fsc.model.Cursor;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.LogRecord;
import nl.ddas.fsc.model.Paging;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.SortOrder;
import nl.ddas.fsc.model.TransactionId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What Peers see of a log with records of many.
class LogSelectTest {

    private static final int RECORDS = 20_000;

    /// More than a page for each role, and the few that are sorted when that is less work; far fewer than there
    /// are.
    private static final long FEW = 300;

    private static final List<PeerId> PEERS = List.of(Records.A, Records.B, Records.C, Records.D);

    @TempDir
    private static Path data;

    private static Database database;
    private static LogTable table;
    private static List<LogRecord> some;

    @BeforeAll
    static void start() {
        database = Database.embedded(data, new SecureRandom());
        table = LogTable.open(database);
        Random random = new Random(18);
        some = IntStream.range(0, 600).mapToObj(n -> record(n, random)).toList();
        table.load(some);
        // The rest is older, and of others.
        table.load(IntStream.range(0, RECORDS).mapToObj(LogSelectTest::ofOthers).toList());
        jdbi().useHandle(handle -> handle.execute("analyze log_record"));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private static Jdbi jdbi() {
        return database.jdbi("fsc_transactionlog").registerArrayType(String.class, "text");
    }

    /// X has few; the others have all roles in turn, and more than one in some.
    private static LogRecord record(int n, Random random) {
        LogRecord like = Records.number(n);
        return new LogRecord(
                new TransactionId("0199a1b2-0000-7000-8000-%012d".formatted(random.nextInt(400))),
                n % 2 == 0 ? LogRecord.Direction.INCOMING : LogRecord.Direction.OUTGOING,
                n % 3 == 0 ? Records.OTHER : Records.GRANT,
                n == 299 ? Records.X : peer(random),
                n == 300 ? Optional.of(Records.X) : sometimes(random),
                n == 301 ? Records.X : peer(random),
                n == 302 ? Optional.of(Records.X) : sometimes(random),
                "dienst-" + n % 5,
                Records.NOW.plusSeconds(random.nextInt(40)),
                like.additional(),
                like.trace());
    }

    private static PeerId peer(Random random) {
        return PEERS.get(random.nextInt(PEERS.size()));
    }

    private static Optional<PeerId> sometimes(Random random) {
        return Optional.of(peer(random)).filter(_ -> random.nextInt(3) == 0);
    }

    private static LogRecord ofOthers(int n) {
        return Records.record(1_000_000 + n, Records.GRANT, "anders", Records.NOW.minusSeconds(n + 1L));
    }

    private static List<LogRecord> expected(Predicate<LogRecord> which, SortOrder order) {
        Comparator<LogRecord> upwards = Comparator.comparing(LogRecord::createdAt)
                .thenComparing(record -> record.transaction().value())
                .thenComparing(record -> record.direction().wire());
        return distinct().stream()
                .filter(which)
                .sorted(order == SortOrder.ASCENDING ? upwards : upwards.reversed())
                .toList();
    }

    /// Of records with the same id and direction the first is kept.
    private static List<LogRecord> distinct() {
        List<LogRecord> kept = new ArrayList<>();
        for (LogRecord record : some) {
            if (kept.stream()
                    .noneMatch(
                            k -> k.transaction().equals(record.transaction()) && k.direction() == record.direction())) {
                kept.add(record);
            }
        }
        return kept;
    }

    private static List<LogRecord> read(LogQuery query, PeerId caller) {
        List<LogRecord> read = new ArrayList<>();
        Optional<Cursor> cursor = Optional.empty();
        do {
            Paging paging =
                    new Paging(cursor, query.paging().limit(), query.paging().order());
            LogPage page = table.page(
                    new LogQuery(List.of(), query.grants(), query.services(), query.after(), query.before(), paging),
                    caller);
            read.addAll(page.records());
            cursor = page.next();
        } while (cursor.isPresent());
        return read;
    }

    private static LogQuery recent(SortOrder order, int limit, List<String> services) {
        return new LogQuery(
                List.of(),
                services.isEmpty() ? List.of() : List.of(Records.OTHER),
                services,
                Optional.of(Records.NOW.minusSeconds(1)),
                Optional.empty(),
                new Paging(Optional.empty(), limit, order));
    }

    @ParameterizedTest
    @EnumSource(SortOrder.class)
    void everyPeerSeesAllItsRecordsOnceInOrder(SortOrder order) {
        for (PeerId peer : List.of(Records.A, Records.B, Records.C, Records.D, Records.X)) {
            assertThat(read(recent(order, 17, List.of()), peer))
                    .isEqualTo(expected(record -> record.concerns(peer), order))
                    .isNotEmpty();
            assertThat(read(recent(order, 5, List.of("dienst-2")), peer))
                    .isEqualTo(expected(
                            record -> record.concerns(peer)
                                    && (record.grant().equals(Records.OTHER)
                                            || record.service().equals("dienst-2")),
                            order));
        }
    }

    @Test
    void aPeerSeesItsTransactionsById() {
        List<LogRecord> wanted = expected(record -> record.concerns(Records.C), SortOrder.DESCENDING);
        List<TransactionId> all =
                some.stream().map(LogRecord::transaction).distinct().toList();
        assertThat(table.page(LogQuery.of(all), Records.C)).isEqualTo(new LogPage(wanted, Optional.empty()));
    }

    /// Whoever has few records does not have the records of all others read.
    @ParameterizedTest
    @EnumSource(SortOrder.class)
    void eachRoleHasAnIndexOfItsOwn(SortOrder order) {
        Cursor cursor = Cursor.of(Long.toString(Records.NOW.getEpochSecond()), "0199", "DIRECTION_INCOMING");
        for (Optional<Cursor> after : List.of(Optional.<Cursor>empty(), Optional.of(cursor))) {
            LogSelect select = new LogSelect(LogQuery.all(new Paging(after, 1_000, order)), Records.X);
            String plan = jdbi().withHandle(handle -> String.join(
                    "\n",
                    select.bound(handle.createQuery("explain analyze " + select.text()))
                            .mapTo(String.class)
                            .list()));
            assertThat(plan)
                    .contains("log_record_outway", "log_record_service", "log_record_source", "log_record_destination")
                    .doesNotContain("Seq Scan", "log_record_order");
        }
    }

    /// Rows of the table that the server looks at, in whatever way, for one page of five.
    private static long looked(SortOrder order, List<GrantHash> grants, List<String> services, PeerId caller) {
        Paging paging = new Paging(Optional.empty(), 5, order);
        LogSelect select = new LogSelect(
                new LogQuery(List.of(), grants, services, Optional.empty(), Optional.empty(), paging), caller);
        return jdbi().inTransaction(handle -> {
            long before = looked(handle);
            assertThat(select.bound(handle.createQuery(select.text()))
                            .mapToMap()
                            .list())
                    .isNotEmpty();
            return looked(handle) - before;
        });
    }

    /// With that of earlier transactions on this connection of which the server does not know yet.
    private static long looked(Handle handle) {
        return handle.createQuery("select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)"
                        + " from pg_stat_xact_user_tables where relname = 'log_record'")
                .mapTo(Long.class)
                .one();
    }

    /// B has 20,000 records under one Grant and for one Service, and few of the others.
    @ParameterizedTest
    @EnumSource(SortOrder.class)
    void aGrantOrServiceIsLookedUpNoFurtherThanThePageGoes(SortOrder order) {
        List<GrantHash> few = List.of(Records.OTHER);
        List<GrantHash> many = List.of(Records.GRANT);
        assertThat(looked(order, few, List.of(), Records.B)).isLessThan(FEW);
        assertThat(looked(order, many, List.of(), Records.B)).isLessThan(FEW);
        assertThat(looked(order, List.of(), List.of("dienst-2"), Records.B)).isLessThan(FEW);
        assertThat(looked(order, List.of(), List.of("anders", "anders"), Records.B))
                .isLessThan(FEW);
        assertThat(looked(order, few, List.of("anders"), Records.B)).isLessThan(FEW);
        // Of X there are four among those of all others.
        assertThat(looked(order, many, List.of("dienst-0", "dienst-1", "dienst-2", "anders"), Records.X))
                .isLessThan(FEW);
    }
}
