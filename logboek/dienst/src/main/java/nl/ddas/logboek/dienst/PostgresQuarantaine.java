// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Database;
import nl.ddas.basis.Sha256;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/// In PostgreSQL, beside the lines. Of one controller one at a time adds, so that the limit holds exactly.
public final class PostgresQuarantaine implements Quarantaine {

    static final String SCHEMA = "logboek";

    /// Rows that go to the database at once, and bytes: what is made for it is in memory meanwhile.
    private static final int RIJEN = 500;

    private static final long BYTES = 4L << 20;

    /// Rows that go at once.
    private static final int WEG = 2_000;

    private final Jdbi jdbi;
    private final Quarantainegrens grens;
    private final boolean isRol;

    private PostgresQuarantaine(Jdbi jdbi, Quarantainegrens grens) {
        this.jdbi = jdbi;
        this.grens = grens;
        this.isRol = Quarantainerol.SCHRIJVER.isThere(jdbi);
    }

    /// Brings the tables up to date. The database stays the caller's to close.
    public static PostgresQuarantaine open(Database database, Quarantainegrens grens) {
        database.migrate(SCHEMA, "nl/ddas/logboek/dienst/db");
        return new PostgresQuarantaine(jdbi(database), grens);
    }

    /// Over tables that are there already, with an account that does not own them.
    public static PostgresQuarantaine connect(Database database, Quarantainegrens grens) {
        return new PostgresQuarantaine(jdbi(database), grens);
    }

    static Jdbi jdbi(Database database) {
        return database.jdbi(SCHEMA).registerArrayType(String.class, "text");
    }

    /// Whether the database itself keeps the server from reading what lines hold.
    public boolean isAfgeschermd() {
        return isRol;
    }

    /// Leaves the transaction; never seen outside.
    private static final class Vol extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Vol() {
            super(null, null, false, false);
        }
    }

    /// The same line once, by its digest, with how often it is in this body.
    private static final class Keren {
        private final Apart apart;
        private final byte[] digest;
        private int keren;

        private Keren(Apart apart, byte[] digest) {
            this.apart = apart;
            this.digest = digest;
        }
    }

    @Override
    public Plaatsing add(Houder houder, Instant now, List<Apart> regels) {
        if (regels.stream().mapToLong(Apart::lengte).sum() > grens.bytes()) {
            return Plaatsing.VOL;
        }
        Map<String, Keren> unique = new LinkedHashMap<>();
        for (Apart one : regels) {
            byte[] digest = Sha256.of(one.inhoud());
            unique.computeIfAbsent(HexFormat.of().formatHex(digest), _ -> new Keren(one, digest)).keren++;
        }
        try {
            jdbi.useTransaction(db -> add(db, houder, now, unique));
            return Plaatsing.BEWAARD;
        } catch (Vol _) {
            return Plaatsing.VOL;
        }
    }

    private void add(Handle db, Houder houder, Instant now, Map<String, Keren> regels) {
        begin(db);
        lock(db, houder);
        Map<String, Boolean> there = there(db, houder, regels.keySet().stream().toList());
        Batch eerste = new Batch(db, Batch.EERSTE, houder, now);
        Batch weer = new Batch(db, Batch.WEER, houder, now);
        Batch terug = new Batch(db, Batch.TERUG, houder, now);
        for (Map.Entry<String, Keren> one : regels.entrySet()) {
            Optional<Boolean> waits = Optional.ofNullable(there.get(one.getKey()));
            Batch batch = waits.isEmpty() ? eerste : waits.get() ? weer : terug;
            batch.add(one.getValue());
        }
        eerste.send();
        weer.send();
        terug.send();
        count(db, houder, eerste.regels + terug.regels, eerste.alleBytes + terug.alleBytes);
    }

    private void begin(Handle db) {
        db.execute("set local synchronous_commit to on");
        if (isRol) {
            Quarantainerol.SCHRIJVER.take(db);
        }
    }

    /// Until the end of the transaction.
    private static void lock(Handle db, Houder houder) {
        db.createUpdate("insert into quarantaine_stand values (:houder, 0, 0) on conflict do nothing")
                .bind("houder", houder.code())
                .execute();
        db.createQuery("select regels from quarantaine_stand where houder = :houder for update")
                .bind("houder", houder.code())
                .mapTo(Long.class)
                .one();
    }

    /// Of those that are kept already whether they still wait.
    private static Map<String, Boolean> there(Handle db, Houder houder, List<String> digests) {
        Map<String, Boolean> there = new HashMap<>();
        db.createQuery("select encode(digest, 'hex'), opgenomen is null from quarantaine where houder = :houder"
                        + " and digest in (select decode(d, 'hex') from unnest(:digests) d)")
                .bind("houder", houder.code())
                .bindArray("digests", String.class, digests)
                .map((row, _) -> Map.entry(row.getString(1), row.getBoolean(2)))
                .forEach(one -> there.put(one.getKey(), one.getValue()));
        return there;
    }

    private void count(Handle db, Houder houder, long regels, long bytes) {
        boolean isOver = db.createQuery("update quarantaine_stand set regels = regels + :regels, bytes = bytes + :bytes"
                        + " where houder = :houder returning regels, bytes")
                .bind("regels", regels)
                .bind("bytes", bytes)
                .bind("houder", houder.code())
                .map((row, _) -> grens.isOver(row.getLong(1), row.getLong(2)))
                .one();
        // What is there already may come again, however full it is.
        if (isOver && regels > 0) {
            throw new Vol();
        }
    }

    /// Sends rows in pieces. Nothing here reads what a line holds.
    private static final class Batch {

        /// Not there yet.
        private static final String EERSTE = "insert into quarantaine (houder, digest, ontvangen, laatst, keren, codes,"
                + " vorm, afgekapt, bytes, inhoud) values (:houder, :digest, :nu, :nu, :keren, :codes, :vorm, :afgekapt,"
                + " :bytes, :inhoud)";
        /// It waits already.
        private static final String WEER = "update quarantaine set laatst = :nu, keren = keren + :keren, codes = :codes"
                + " where houder = :houder and digest = :digest";
        /// It was taken up, and comes back.
        private static final String TERUG =
                "update quarantaine set laatst = :nu, keren = keren + :keren, codes = :codes,"
                        + " bytes = :bytes, inhoud = :inhoud, opgenomen = null where houder = :houder and digest = :digest";

        private final PreparedBatch batch;
        private final boolean isContent;
        private final Houder houder;
        private final OffsetDateTime now;
        private long regels;
        private long alleBytes;
        private long bytes;

        private Batch(Handle db, String sql, Houder houder, Instant now) {
            this.batch = db.prepareBatch(sql);
            this.isContent = !sql.equals(WEER);
            this.houder = houder;
            this.now = now.atOffset(ZoneOffset.UTC);
        }

        void add(Keren one) {
            batch.bind("houder", houder.code())
                    .bind("digest", one.digest)
                    .bind("nu", now)
                    .bind("keren", one.keren)
                    .bindArray("codes", String.class, one.apart.codes());
            regels++;
            if (isContent) {
                byte[] inhoud = one.apart.inhoud();
                batch.bind("vorm", one.apart.vorm().name())
                        .bind("afgekapt", one.apart.isAfgekapt())
                        .bind("bytes", inhoud.length)
                        .bind("inhoud", inhoud);
                alleBytes += inhoud.length;
                bytes += inhoud.length;
            }
            batch.add();
            if (bytes > BYTES || batch.size() >= RIJEN) {
                send();
            }
        }

        void send() {
            if (batch.size() > 0) {
                batch.execute();
                bytes = 0;
            }
        }
    }

    @Override
    public List<Stand> standen() {
        return jdbi.inTransaction(db -> {
            begin(db);
            return db.createQuery(
                            "select houder, regels, bytes from quarantaine_stand where regels > 0 order by houder")
                    .map((row, _) -> grens.stand(new Houder(row.getString(1)), row.getLong(2), row.getLong(3)))
                    .list();
        });
    }

    @Override
    public int removeBefore(Instant moment) {
        int weg = 0;
        int hap;
        do {
            hap = removeSome(moment);
            weg += hap;
        } while (hap == WEG);
        return weg;
    }

    /// Of all controllers at once: nobody adds meanwhile, so not for long.
    private int removeSome(Instant moment) {
        return jdbi.inTransaction(db -> {
            begin(db);
            db.execute("lock table quarantaine_stand in exclusive mode");
            return db.createQuery("with weg as (delete from quarantaine where nummer in (select nummer from quarantaine"
                            + " where laatst < :moment order by laatst limit :hap) returning houder, bytes,"
                            + " opgenomen), som as (select houder, count(*) filter (where opgenomen is null) as regels,"
                            + " coalesce(sum(bytes) filter (where opgenomen is null), 0) as bytes from weg group by houder),"
                            + " af as (update quarantaine_stand s set regels = s.regels - som.regels,"
                            + " bytes = s.bytes - som.bytes from som where s.houder = som.houder)"
                            + " select count(*) from weg")
                    .bind("moment", moment.atOffset(ZoneOffset.UTC))
                    .bind("hap", WEG)
                    .mapTo(Integer.class)
                    .one();
        });
    }
}
