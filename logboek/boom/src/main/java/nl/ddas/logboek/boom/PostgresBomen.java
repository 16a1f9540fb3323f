// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.ddas.basis.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Trees in PostgreSQL: full tiles, the right edge, checkpoints with their cosignatures. What was stored once
/// never changes, and of checkpoints only those go of which there is a later one in the same hour; the database itself
/// refuses anything else. Safe for many threads and processes.
public final class PostgresBomen {

    /// The schema of all that this module stores.
    public static final String SCHEMA = "boom";

    private static final int SLOT = 0x626f6f6d;

    private final Jdbi jdbi;

    private PostgresBomen(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Brings the tables up to date. The database stays the caller's to close.
    public static PostgresBomen open(Database database) {
        database.migrate(SCHEMA, "nl/ddas/logboek/boom/db");
        return connect(database);
    }

    /// Over tables that are up to date.
    public static PostgresBomen connect(Database database) {
        return new PostgresBomen(database.jdbi(SCHEMA));
    }

    /// At one moment, to read only.
    ///
    /// @param then finds the tables of [#SCHEMA]
    public static PostgresBomen at(Jdbi then) {
        return new PostgresBomen(then);
    }

    /// A tree that grows, inside one transaction.
    interface Groeiend {

        /// The edge as it was kept.
        Boomrand rand();

        /// What was signed last.
        Optional<SignedNote> checkpoint();

        /// Keeps tiles, edge and checkpoint, together and once.
        void keep(List<Vol> vol, Boomrand rand, SignedNote checkpoint, Instant now);
    }

    /// A tile that became full.
    record Vol(Tegel tegel, byte[] hashes) {}

    /// Does something with a tree that nobody else may do at the same time. All that is kept is durable and
    /// seen when this returns, or nothing is.
    ///
    /// @return empty when another is busy with this tree
    <T> Optional<T> alone(String log, Function<Groeiend, T> work) {
        return jdbi.inTransaction(db -> {
            durable(db);
            boolean isMine = db.createQuery("select pg_try_advisory_xact_lock(:slot, hashtext(:log))")
                    .bind("slot", SLOT)
                    .bind("log", log)
                    .mapTo(Boolean.class)
                    .one();
            return isMine ? Optional.of(work.apply(new Beurt(db, log))) : Optional.empty();
        });
    }

    /// Whatever the server was set to: what is signed is on its disk.
    static void durable(Handle db) {
        db.execute("set local synchronous_commit to on");
    }

    private record Beurt(Handle db, String log) implements Groeiend {

        @Override
        public Boomrand rand() {
            return edge(db, log).orElseGet(Boomrand::new);
        }

        @Override
        public Optional<SignedNote> checkpoint() {
            return signed(db, log, false);
        }

        @Override
        public void keep(List<Vol> vol, Boomrand rand, SignedNote checkpoint, Instant now) {
            if (!vol.isEmpty()) {
                PreparedBatch batch = db.prepareBatch("insert into tegel values (:log, :niveau, :nummer, :hashes)");
                vol.forEach(one -> batch.bind("log", log)
                        .bind("niveau", one.tegel().niveau())
                        .bind("nummer", one.tegel().nummer())
                        .bind("hashes", one.hashes())
                        .add());
                batch.execute();
            }
            db.createUpdate("insert into rand values (:log, :grootte, :tegels)"
                            + " on conflict (log) do update set grootte = excluded.grootte, tegels = excluded.tegels")
                    .bind("log", log)
                    .bind("grootte", rand.size())
                    .bind("tegels", rand.bytes())
                    .execute();
            db.createUpdate("insert into checkpoint values (:log, :grootte, :note, :gemaakt)")
                    .bind("log", log)
                    .bind("grootte", rand.size())
                    .bind("note", checkpoint.tekst())
                    .bind("gemaakt", now)
                    .execute();
        }
    }

    private static Optional<Boomrand> edge(Handle db, String log) {
        return db.createQuery("select grootte, tegels from rand where log = :log")
                .bind("log", log)
                .map((row, _) -> Boomrand.of(row.getLong(1), row.getBytes(2)))
                .findOne();
    }

    /// The logs that have a tree.
    public List<String> logs() {
        return jdbi.withHandle(db -> db.createQuery("select log from rand order by log")
                .mapTo(String.class)
                .list());
    }

    /// The newest checkpoint of a log, with what witnesses signed below it.
    public Optional<SignedNote> checkpoint(String log) {
        return jdbi.withHandle(db -> signed(db, log, false));
    }

    /// The newest checkpoint that a witness signed, with what all signed below it.
    public Optional<SignedNote> getuigd(String log) {
        return jdbi.withHandle(db -> signed(db, log, true));
    }

    private static Optional<SignedNote> signed(Handle db, String log, boolean isGetuigd) {
        String size = isGetuigd
                ? "select max(grootte) from cosignature where log = :log"
                : "select max(grootte) from checkpoint where log = :log";
        return db.createQuery("select note, array(select regel from cosignature s where s.log = c.log and s.grootte ="
                        + " c.grootte order by getuige) from checkpoint c where log = :log and grootte = (" + size
                        + ")")
                .bind("log", log)
                .map((row, _) -> {
                    List<SignedNote.Regel> lines = new ArrayList<>();
                    for (Object line : (Object[]) row.getArray(2).getArray()) {
                        lines.addAll(SignedNote.lines(line.toString()));
                    }
                    return SignedNote.read(row.getString(1)).map(note -> note.with(lines));
                })
                .findOne()
                .flatMap(Function.identity());
    }

    /// Keeps what a witness signed below a checkpoint of ours; nothing when it is there already.
    public void addCosignature(String log, long size, VerifierKey getuige, SignedNote.Regel regel) {
        jdbi.useHandle(db -> db.createUpdate(
                        "insert into cosignature values (:log, :grootte, :getuige, :regel) on conflict do nothing")
                .bind("log", log)
                .bind("grootte", size)
                .bind("getuige", getuige.toString())
                .bind("regel", regel.tekst())
                .execute());
    }

    /// Size of the newest checkpoint that this witness signed; 0 when there is none.
    public long cosigned(String log, VerifierKey getuige) {
        return jdbi.withHandle(db -> db.createQuery(
                        "select coalesce(max(grootte), 0) from cosignature where log = :log and getuige = :getuige")
                .bind("log", log)
                .bind("getuige", getuige.toString())
                .mapTo(Long.class)
                .one());
    }

    /// Removes checkpoints, and signatures of witnesses, that a later one of the same hour has overtaken. What a
    /// witness signed last in an hour stays, and so does its checkpoint.
    ///
    /// @param voor those made before this; no witness is still looking at them
    /// @return how many checkpoints
    int thin(String log, Instant voor) {
        return jdbi.inTransaction(db -> {
            int _ = thin(
                    db,
                    log,
                    voor,
                    "with deel as (select s.grootte, s.getuige, c.gemaakt, max(s.grootte) over"
                            + " (partition by s.getuige, date_trunc('hour', c.gemaakt, 'UTC')) as laatste"
                            + " from cosignature s join checkpoint c on c.log = s.log and c.grootte = s.grootte"
                            + " where s.log = :log) delete from cosignature s using deel where s.log = :log"
                            + " and s.grootte = deel.grootte and s.getuige = deel.getuige and deel.gemaakt < :voor"
                            + " and deel.grootte < deel.laatste");
            return thin(
                    db,
                    log,
                    voor,
                    "with deel as (select grootte, gemaakt, max(grootte) over"
                            + " (partition by date_trunc('hour', gemaakt, 'UTC')) as laatste from checkpoint where log = :log)"
                            + " delete from checkpoint c using deel where c.log = :log and c.grootte = deel.grootte"
                            + " and deel.gemaakt < :voor and deel.grootte < deel.laatste and not exists"
                            + " (select from cosignature s where s.log = c.log and s.grootte = c.grootte)");
        });
    }

    private static int thin(Handle db, String log, Instant voor, String statement) {
        return db.createUpdate(statement).bind("log", log).bind("voor", voor).execute();
    }

    /// The tiles of a log, up to its newest checkpoint.
    public Tegels tegels(String log) {
        // A tile may get full between the two looks.
        return tegel -> jdbi.withHandle(db -> full(db, log, tegel)
                        .or(() -> unfinished(db, log, tegel))
                        .or(() -> full(db, log, tegel)))
                .orElseThrow(() -> new Tegels.Ontbreekt(tegel));
    }

    private static Optional<byte[]> full(Handle db, String log, Tegel tegel) {
        return db.createQuery("select substring(hashes for :bytes) from tegel"
                        + " where log = :log and niveau = :niveau and nummer = :nummer")
                .bind("bytes", tegel.breedte() * Hash.BYTES)
                .bind("log", log)
                .bind("niveau", tegel.niveau())
                .bind("nummer", tegel.nummer())
                .map((row, _) -> row.getBytes(1))
                .findOne();
    }

    private static Optional<byte[]> unfinished(Handle db, String log, Tegel tegel) {
        return edge(db, log).flatMap(rand -> rand.tegels().stream()
                .filter(one -> one.niveau() == tegel.niveau() && one.nummer() == tegel.nummer())
                .filter(one -> one.breedte() >= tegel.breedte())
                .findFirst()
                .map(one -> Arrays.copyOf(rand.rij(one.niveau()), tegel.breedte() * Hash.BYTES)));
    }
}
