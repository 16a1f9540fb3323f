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

    /// @param waits whether it is kept already and not yet taken up
    private record Bekend(boolean waits) {}

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
        Map<String, Bekend> there = there(db, houder, regels.keySet().stream().toList());
        Batch batch = new Batch(db, houder, now);
        long waiting = 0;
        long bytes = 0;
        for (Map.Entry<String, Keren> one : regels.entrySet()) {
            Bekend before = there.getOrDefault(one.getKey(), new Bekend(false));
            int length = batch.add(one.getValue());
            waiting += before.waits() ? 0 : 1;
            bytes += before.waits() ? 0 : length;
        }
        batch.send();
        count(db, houder, waiting, bytes);
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

    private static Map<String, Bekend> there(Handle db, Houder houder, List<String> digests) {
        Map<String, Bekend> there = new HashMap<>();
        db.createQuery("select encode(digest, 'hex'), opgenomen is null from quarantaine where houder = :houder"
                        + " and digest in (select decode(d, 'hex') from unnest(:digests) d)")
                .bind("houder", houder.code())
                .bindArray("digests", String.class, digests)
                .map((row, _) -> Map.entry(row.getString(1), new Bekend(row.getBoolean(2))))
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

    /// Sends rows in pieces.
    private static final class Batch {

        private static final String SQL = "insert into quarantaine (houder, digest, ontvangen, laatst, keren, codes, vorm,"
                + " afgekapt, bytes, inhoud) values (:houder, :digest, :nu, :nu, :keren, :codes, :vorm, :afgekapt, :bytes,"
                + " :inhoud) on conflict (houder, digest) do update set laatst = excluded.laatst,"
                + " keren = quarantaine.keren + excluded.keren, codes = excluded.codes, bytes = excluded.bytes,"
                + " inhoud = excluded.inhoud, opgenomen = null";

        private final PreparedBatch batch;
        private final Houder houder;
        private final OffsetDateTime now;
        private long bytes;

        private Batch(Handle db, Houder houder, Instant now) {
            this.batch = db.prepareBatch(SQL);
            this.houder = houder;
            this.now = now.atOffset(ZoneOffset.UTC);
        }

        /// @return bytes of what is kept
        int add(Keren one) {
            byte[] inhoud = one.apart.inhoud();
            batch.bind("houder", houder.code())
                    .bind("digest", one.digest)
                    .bind("nu", now)
                    .bind("keren", one.keren)
                    .bindArray("codes", String.class, one.apart.codes())
                    .bind("vorm", one.apart.vorm().name())
                    .bind("afgekapt", one.apart.isAfgekapt())
                    .bind("bytes", inhoud.length)
                    .bind("inhoud", inhoud)
                    .add();
            bytes += inhoud.length;
            if (bytes > BYTES || batch.size() >= RIJEN) {
                send();
            }
            return inhoud.length;
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
            return db.createQuery("select houder, regels, bytes from quarantaine_stand where regels > 0 order by houder")
                    .map((row, _) -> grens.stand(new Houder(row.getString(1)), row.getLong(2), row.getLong(3)))
                    .list();
        });
    }

    @Override
    public int removeBefore(Instant moment) {
        return jdbi.inTransaction(db -> {
            begin(db);
            // Of all controllers at once: nobody adds meanwhile.
            db.execute("lock table quarantaine_stand in exclusive mode");
            return db.createQuery("with weg as (delete from quarantaine where laatst < :moment returning houder, bytes,"
                            + " opgenomen), som as (select houder, count(*) filter (where opgenomen is null) as regels,"
                            + " coalesce(sum(bytes) filter (where opgenomen is null), 0) as bytes from weg group by houder),"
                            + " af as (update quarantaine_stand s set regels = s.regels - som.regels,"
                            + " bytes = s.bytes - som.bytes from som where s.houder = som.houder)"
                            + " select count(*) from weg")
                    .bind("moment", moment.atOffset(ZoneOffset.UTC))
                    .mapTo(Integer.class)
                    .one();
        });
    }
}
