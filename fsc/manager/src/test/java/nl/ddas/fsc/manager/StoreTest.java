// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nl.ddas.basis.Database;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.LogRecord;
import nl.ddas.fsc.model.Paging;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.fsc.model.ServiceOffer;
import nl.ddas.fsc.model.SignatureMaker;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.fsc.model.SortOrder;
import nl.ddas.fsc.model.TransactionId;
import nl.ddas.fsc.model.Uuids;
import nl.ddas.fsc.transactionlog.LogQuery;
import nl.ddas.fsc.transactionlog.LogTable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is kept beside contracts, in both stores alike.
class StoreTest {

    private static final Instant NOW = Members.NOW;

    @TempDir
    private static Path folder;

    private static Database database;
    private static Store postgres;

    @BeforeAll
    static void open() {
        database = Database.embedded(folder.resolve("database"), new SecureRandom());
        postgres = Store.postgres(database);
        postgres.sole().close();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    static List<Store> stores() {
        return List.of(MemoryStores.open(), postgres);
    }

    private static void loseConnections() {
        database.jdbi("public")
                .useHandle(db ->
                        db.execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_locks WHERE locktype = 'advisory'"));
    }

    /// As when the database is restarted: then somebody else may be quicker.
    @Test
    void keepsOtherManagersOutAndSaysWhenOneCameInMeanwhile() {
        try (Sole one = new PostgresSole(database.jdbi("door_of_one"))) {
            try (Sole two = new PostgresSole(database.jdbi("door_of_two"))) {
                one.take();
                assertThat(one.remark()).isEmpty();
                assertThatThrownBy(two::take).isInstanceOf(Sole.StoreInUse.class);
                loseConnections();
                assertThat(tended(one)).as("it takes the database again").isEmpty();
                assertThatThrownBy(two::take).isInstanceOf(Sole.StoreInUse.class);
                loseConnections();
                two.take();
                assertThat(tended(one).orElseThrow()).contains("een andere Manager");
            }
            assertThat(tended(one)).isEmpty();
        }
    }

    private static Optional<String> tended(Sole sole) {
        sole.tend();
        return sole.remark();
    }

    /// A database that hangs must not make health hang, which is asked for exactly then.
    @Test
    void healthWaitsForNobodyWhoLooksAtTheDatabase() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        Jdbi hanging = Jdbi.create(() -> {
            asked.countDown();
            try {
                over.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            throw new SQLException("gone");
        });
        try (Sole sole = new PostgresSole(hanging);
                ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> looking = hands.submit(sole::tend);
            asked.await();
            Future<Optional<String>> told = hands.submit(sole::remark);
            assertThat(told.get(30, TimeUnit.SECONDS)).isEmpty();
            assertThat(looking.isDone()).isFalse();
            over.countDown();
            assertThat(looking.get(30, TimeUnit.SECONDS)).isNull();
        }
    }

    @Test
    void whoComesSecondChangesNothing(@TempDir Path empty) {
        try (Database fresh = Database.embedded(empty.resolve("database"), new SecureRandom());
                Sole first = new PostgresSole(fresh.jdbi("door_of_first"))) {
            first.take();
            assertThatThrownBy(() -> Store.postgres(fresh)).isInstanceOf(Sole.StoreInUse.class);
            List<String> schemas = fresh.jdbi("public")
                    .withHandle(db -> db.createQuery("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'fsc%'")
                            .mapTo(String.class)
                            .list());
            assertThat(schemas).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void keepsDocumentsByKindAndId(Store store) {
        JsonObject one = JsonObject.EMPTY.with("b", "2").with("a", 1);
        store.kept().put(Kept.Kind.INWAY, "een", JsonObject.EMPTY);
        store.kept().put(Kept.Kind.INWAY, "een", one);
        store.kept().put(Kept.Kind.OUTWAY, "twee", one);
        assertThat(store.kept().all(Kept.Kind.INWAY)).isEqualTo(Map.of("een", one));
        store.kept().remove(Kept.Kind.INWAY, "een");
        store.kept().remove(Kept.Kind.INWAY, "nooit gezien");
        assertThat(store.kept().all(Kept.Kind.INWAY)).isEmpty();
        assertThat(store.kept().all(Kept.Kind.OUTWAY)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void writesDownWhoDidWhatAndWhatBecameOfIt(Store store) {
        AuditTrail audit = store.audit();
        AuditTrail.Act act = new AuditTrail.Act("Jan", "contract-accept", "$1$1$x");
        long first = audit.begin(NOW, act);
        long second = audit.begin(NOW.plusSeconds(1), act);
        audit.end(first, "done");

        List<AuditTrail.Entry> all = audit.list(new AuditTrail.Wanted(Optional.empty(), 10));
        assertThat(all)
                .containsExactly(
                        new AuditTrail.Entry(second, NOW.plusSeconds(1), act, AuditTrail.BEGUN),
                        new AuditTrail.Entry(first, NOW, act, "done"));
        assertThat(audit.list(new AuditTrail.Wanted(Optional.of(second), 10))).hasSize(1);
        assertThat(audit.list(new AuditTrail.Wanted(Optional.empty(), 1))).hasSize(1);
        assertThat(audit.removeBefore(NOW.plusSeconds(1))).isEqualTo(1);
        assertThat(audit.list(new AuditTrail.Wanted(Optional.empty(), 10))).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void findsContractsByServiceAndCountsThoseThatWait(Store store) {
        Contracts contracts = store.contracts();
        for (int i = 0; i < 3; i++) {
            ContractContent content =
                    Members.content(Uuids.v7(NOW, new SecureRandom()), NOW, Members.connection(Members.B, Members.A));
            boolean answered = i == 2;
            contracts.change(content.hash(), change -> {
                Contract contract = Contract.of(content)
                        .with(new SignatureMaker(Members.B, Members.signer(Members.B))
                                .sign(SignatureType.ACCEPT, content.hash(), NOW));
                change.put(
                        answered
                                ? contract.with(new SignatureMaker(Members.A, Members.signer(Members.A))
                                        .sign(SignatureType.ACCEPT, content.hash(), NOW))
                                : contract);
                return "";
            });
        }
        assertThat(contracts.connections(Members.B, "parkeren", NOW)).hasSize(3);
        assertThat(contracts.connections(Members.A, "parkeren", NOW)).isEmpty();
        assertThat(contracts.connections(Members.B, "Parkeren", NOW)).isEmpty();
        assertThat(contracts.connections(Members.B, "parkeren", NOW.plusSeconds(100_000)))
                .isEmpty();
        assertThat(contracts.publications("parkeren", NOW)).isEmpty();
        Contracts.Amount waiting = contracts.waiting(Members.B, Members.A, NOW);
        assertThat(waiting.contracts()).isEqualTo(2);
        assertThat(waiting.bytes()).isBetween(1_000L, 3_000L);
        assertThat(contracts.waiting(Members.C, Members.A, NOW)).isEqualTo(new Contracts.Amount(0, 0));
        assertThat(contracts.waiting(Members.A, Members.A, NOW)).isEqualTo(new Contracts.Amount(0, 0));
        assertThat(contracts.waiting(Members.B, Members.A, NOW.plusSeconds(100_000)))
                .as("what has ended waits no more")
                .isEqualTo(new Contracts.Amount(0, 0));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void findsPublicationsOfAServiceOnly(Store store) {
        Contracts contracts = store.contracts();
        ServiceOffer offer = new ServiceOffer(Members.A, "kapvergunning", Protocol.HTTP_1_1);
        ContractContent published = Members.content(
                Uuids.v7(NOW, new SecureRandom()),
                NOW,
                new Grant.ServicePublication(Members.DIR, offer, Optional.empty()));
        contracts.change(published.hash(), change -> {
            change.put(Contract.of(published));
            return "";
        });
        assertThat(contracts.publications("kapvergunning", NOW)).containsExactly(Contract.of(published));
        assertThat(contracts.publications("kapvergunning", NOW.plusSeconds(100_000)))
                .isEmpty();
        assertThat(contracts.connections(Members.A, "kapvergunning", NOW)).isEmpty();
    }

    @Test
    void readsTheTransactionLogInTheSameDatabase() {
        LogRecord record = new LogRecord(
                new TransactionId(Uuids.v7(NOW, new SecureRandom())),
                LogRecord.Direction.INCOMING,
                new GrantHash("$1$3$" + "A".repeat(86)),
                Members.B,
                Optional.empty(),
                Members.A,
                Optional.empty(),
                "parkeren",
                NOW,
                Optional.empty(),
                Optional.empty());
        assertThat(LogTable.open(database).load(List.of(record))).isEqualTo(1);
        LogQuery all = LogQuery.all(new Paging(Optional.empty(), 10, SortOrder.DESCENDING));

        assertThat(postgres.logs().page(all, Members.B).records()).containsExactly(record);
        assertThat(postgres.logs().page(all, Members.X).records()).isEmpty();
    }
}
