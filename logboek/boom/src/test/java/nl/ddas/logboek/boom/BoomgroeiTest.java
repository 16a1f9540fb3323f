// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import nl.ddas.basis.Database;
import nl.ddas.testkit.Requirement;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Trees that grow in a real PostgreSQL.
class BoomgroeiTest {

    private static final String ORIGIN = "logboek.voorbeeld.nl/1";
    private static final TestClock CLOCK = new TestClock(Instant.parse("2026-11-22T17:00:00Z"));

    @TempDir
    private static Path data;

    private static Database database;
    private static PostgresBomen bomen;

    private final NoteSigner signer = NoteSigner.draw(ORIGIN, new SecureRandom());
    private final Bladeren bladeren = new Bladeren();
    private String log = "";

    /// Leaves in memory, the same for every log.
    private static final class Bladeren implements Bladbron {
        private final List<byte[]> all = new ArrayList<>();

        synchronized void add(int many) {
            for (int i = 0; i < many; i++) {
                all.add(Proefboom.entry(all.size()));
            }
        }

        @Override
        public List<String> logs() {
            return List.of("1");
        }

        @Override
        public synchronized byte[] read(String log, long from, int count) {
            ByteArrayOutputStream row = new ByteArrayOutputStream();
            all.stream().skip(from).limit(count).forEach(row::writeBytes);
            return row.toByteArray();
        }
    }

    @BeforeAll
    static void start() {
        database = Database.embedded(data, new SecureRandom());
        bomen = PostgresBomen.open(database);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void anotherLog() {
        log = "log " + System.identityHashCode(this) + bomen.logs().size();
    }

    private Boomgroei groei() {
        return new Boomgroei(bladeren, bomen, _ -> new Logsleutels(signer), CLOCK);
    }

    private void isWhole(int size) throws IOException {
        SignedNote note = bomen.checkpoint(log).orElseThrow();
        assertThat(note.isSignedBy(signer.verifier())).isTrue();
        Checkpoint head = Checkpoint.read(note.text()).orElseThrow();
        assertThat(head.size()).isEqualTo(size);
        assertThat(head.root()).isEqualTo(Proefboom.of(size).rand.root());
        assertThat(new Boombewijs(bomen.tegels(log), size).root()).isEqualTo(head.root());
    }

    @Test
    void whatCameInIsInTheTreeAfterOneRoundWhoeverGoesOn() throws IOException {
        assertThat(groei().grow(log)).isZero();
        assertThat(bomen.checkpoint(log)).isEmpty();
        Boomgroei groei = groei();
        int size = 0;
        for (int more : new int[] {1, 254, 1, 300, 66_000, 5}) {
            bladeren.add(more);
            size += more;
            long taken = groei.grow(log);
            while (taken > 0 && taken == Boomgroei.MEESTE) {
                taken = groei.grow(log);
            }
            isWhole(size);
            groei = size % 2 == 0 ? groei : groei();
        }
        assertThat(groei.grow(log)).isZero();
    }

    @Test
    void killedAtAnyMomentItGoesOnWhereItWas() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        Boomgroei dies = new Boomgroei(bladeren, bomen, _ -> deadly(calls), CLOCK);
        int size = 0;
        int deaths = 0;
        for (int round = 0; round < 6; round++) {
            bladeren.add(200);
            size += 200;
            try {
                dies.grow(log);
            } catch (RuntimeException _) {
                deaths++;
            }
            groei().grow(log);
            isWhole(size);
        }
        assertThat(deaths).isEqualTo(3);
    }

    /// Every second time the connection breaks while the round goes on.
    private Logsleutels deadly(AtomicInteger calls) {
        if (calls.incrementAndGet() % 2 == 0) {
            database.jdbi("boom_kill")
                    .useHandle(db -> db.execute("select pg_terminate_backend(pid) from pg_stat_activity where pid <>"
                            + " pg_backend_pid() and datname = current_database() and state = 'idle in transaction'"));
        }
        return new Logsleutels(signer);
    }

    @Test
    void ofManyAtOnceEachLeafGoesInOnce() throws Exception {
        bladeren.add(5_000);
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<Long>> rounds = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                rounds.add(threads.submit(() -> {
                    bladeren.add(10);
                    return groei().grow(log);
                }));
            }
            long taken = 0;
            for (Future<Long> round : rounds) {
                taken += round.get();
            }
            taken += groei().grow(log);
            assertThat(taken).isEqualTo(5_300);
        }
        isWhole(5_300);
    }

    @Test
    void aTreeThatSomebodyChangedIsNotSignedAnyMore() {
        bladeren.add(300);
        groei().grow(log);
        database.jdbi("boom")
                .useHandle(db -> db.execute(
                        "update rand set tegels = set_byte(tegels, 3, 255 - get_byte(tegels, 3))" + " where log = ?",
                        log));
        bladeren.add(1);
        assertThatThrownBy(() -> groei().grow(log)).isInstanceOf(Boomgroei.Gebroken.class);
        assertThat(bomen.checkpoint(log)
                        .flatMap(note -> Checkpoint.read(note.text()))
                        .map(Checkpoint::size))
                .isEqualTo(Optional.of(300L));
    }

    @Test
    void theDatabaseItselfRefusesToChangeWhatIsThere() {
        bladeren.add(300);
        groei().grow(log);
        for (String sql : List.of(
                "update tegel set hashes = hashes",
                "delete from tegel",
                "truncate tegel",
                "update checkpoint set note = ''",
                "delete from checkpoint",
                "update rand set grootte = grootte - 1",
                "delete from rand",
                "delete from getuigd",
                "update cosignature set regel = ''",
                "delete from geweigerd")) {
            assertThatThrownBy(() -> database.jdbi("boom").useHandle(db -> db.execute(sql)))
                    .as(sql)
                    .hasMessageContaining("ERROR");
        }
    }

    @Test
    void partialTilesOfEverySizeThatWasSignedStayThere() throws IOException {
        Boomgroei groei = groei();
        List<Checkpoint> heads = new ArrayList<>();
        for (int more : new int[] {10, 300, 300}) {
            bladeren.add(more);
            groei.grow(log);
            heads.add(
                    Checkpoint.read(bomen.checkpoint(log).orElseThrow().text()).orElseThrow());
        }
        for (Checkpoint head : heads) {
            for (Tegel tegel : Tegel.edge(head.size())) {
                assertThat(bomen.tegels(log).read(tegel)).hasSize(tegel.breedte() * Hash.BYTES);
            }
            assertThat(new Boombewijs(bomen.tegels(log), head.size()).root()).isEqualTo(head.root());
        }
        assertThatThrownBy(() -> bomen.tegels(log).read(new Tegel(0, 2, 99))).isInstanceOf(Tegels.Ontbreekt.class);
    }

    @Test
    void cosignaturesStandBelowTheCheckpointTheyWerePutUnder() {
        NoteSigner getuige = NoteSigner.draw("getuige.nl", new SecureRandom());
        bladeren.add(10);
        groei().grow(log);
        assertThat(bomen.getuigd(log)).isEmpty();
        SignedNote first = bomen.checkpoint(log).orElseThrow();
        SignedNote.Regel line = getuige.cosign(first.text(), CLOCK.instant());
        bomen.addCosignature(log, 10, getuige.witness(), line);
        bomen.addCosignature(log, 10, getuige.witness(), line);
        assertThat(bomen.checkpoint(log)).contains(first.with(List.of(line)));
        assertThat(bomen.cosigned(log, getuige.witness())).isEqualTo(10);

        bladeren.add(10);
        groei().grow(log);
        assertThat(bomen.checkpoint(log).orElseThrow().regels()).hasSize(1);
        assertThat(bomen.getuigd(log)).contains(first.with(List.of(line)));
    }

    /// Of each hour the last checkpoint stays, and the last that each witness signed; and the tree proves as much as
    /// before.
    @Test
    @Requirement("LDV-L21")
    void checkpointsThatALaterOneOvertookGo() throws IOException {
        TestClock clock = new TestClock(Instant.parse("2026-11-22T15:10:00Z"));
        Boomgroei groei = new Boomgroei(bladeren, bomen, _ -> new Logsleutels(signer), clock);
        NoteSigner een = NoteSigner.draw("een.nl", new SecureRandom());
        NoteSigner twee = NoteSigner.draw("twee.nl", new SecureRandom());
        for (int i = 1; i <= 12; i++) {
            bladeren.add(1);
            groei.grow(log);
            cosign(i <= 5 ? een : twee, i, clock);
            clock.advance(Duration.ofMinutes(10));
        }
        // Made at 15:10 (1) to 17:00 (12); of each hour the last of all and of each witness is left.
        assertThat(groei.thin(log)).isEqualTo(9);
        assertThat(sizes("checkpoint")).containsExactly(5L, 11L, 12L);
        assertThat(sizes("cosignature")).containsExactly(5L, 11L, 12L);
        bladeren.add(1);
        groei.grow(log);
        assertThat(groei.thin(log)).as("not yet again").isZero();

        isWhole(13);
        List<Hash> proof = new Boombewijs(bomen.tegels(log), 13).consistency(3);
        Checkpoint head =
                Checkpoint.read(bomen.checkpoint(log).orElseThrow().text()).orElseThrow();
        assertThat(Bewijstoets.extend(3, Proefboom.of(3).rand.root(), 13, head.root(), proof))
                .isTrue();
        assertThat(bomen.cosigned(log, twee.witness())).isEqualTo(12);
    }

    /// One that a witness may still be asked about is left alone.
    @Test
    void aCheckpointOfJustNowStays() {
        TestClock clock = new TestClock(Instant.parse("2026-11-22T15:10:00Z"));
        Boomgroei groei = new Boomgroei(bladeren, bomen, _ -> new Logsleutels(signer), clock);
        for (int i = 0; i < 3; i++) {
            bladeren.add(1);
            groei.grow(log);
        }
        assertThat(groei.thin(log)).isZero();
        assertThat(sizes("checkpoint")).containsExactly(1L, 2L, 3L);
    }

    private void cosign(NoteSigner getuige, long size, TestClock clock) {
        String text = bomen.checkpoint(log).orElseThrow().text();
        bomen.addCosignature(log, size, getuige.witness(), getuige.cosign(text, clock.instant()));
    }

    private List<Long> sizes(String table) {
        return database.jdbi("boom")
                .withHandle(db -> db.createQuery("select grootte from " + table + " where log = :log order by 1")
                        .bind("log", log)
                        .mapTo(Long.class)
                        .list());
    }

    /// Not even the owner removes more.
    @Test
    @Requirement({"LDV-L11", "LDV-L21"})
    void theLastCheckpointOfAnHourIsNeverRemoved() {
        bladeren.add(1);
        groei().grow(log);
        cosign(signer, 1, CLOCK);
        for (String sql :
                List.of("delete from cosignature", "delete from checkpoint", "truncate checkpoint, cosignature")) {
            assertThatThrownBy(() -> database.jdbi("boom").useHandle(db -> db.execute(sql)))
                    .as(sql)
                    .hasMessageContaining("never");
        }
    }

    @Test
    void anAccountHasItsRightsAndNoMore() {
        database.jdbi("boom").useHandle(db -> {
            db.execute("create role boom_dienst");
            db.execute("create role boom_lezer");
        });
        new Boomrollen(Optional.of("boom_dienst"), Optional.of("boom_lezer")).prepare(database);
        as("boom_dienst", "insert into rand values ('x', 0, '')");
        as("boom_dienst", "update rand set grootte = 1 where log = 'x'");
        as("boom_dienst", "insert into geweigerd (origin, aanbod) values ('x', '')");
        as("boom_lezer", "select count(*) from checkpoint");
        for (String sql : List.of("delete from tegel", "update checkpoint set note = ''", "drop table rand")) {
            assertThatThrownBy(() -> as("boom_dienst", sql)).as(sql).hasMessageContaining("ERROR");
        }
        assertThatThrownBy(() -> as("boom_lezer", "update rand set grootte = 2"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> new Boomrollen(Optional.of("x; drop"), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void as(String rol, String sql) {
        database.jdbi("boom").useTransaction(db -> {
            db.execute("set local role " + rol);
            db.execute(sql);
        });
    }
}
