// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import nl.ddas.basis.Database;
import nl.ddas.logboek.model.Octetten;
import org.jdbi.v3.core.Jdbi;

/// In PostgreSQL, in a table whose rows nobody changes, and that go only when their time is over.
public final class PostgresInzagen implements Inzagen {

    private final Jdbi jdbi;

    private PostgresInzagen(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Over tables that are up to date. The database stays the caller's to close.
    public static PostgresInzagen open(Database database) {
        return new PostgresInzagen(database.jdbi(PostgresLogregels.SCHEMA));
    }

    @Override
    public void add(Inzage inzage) {
        jdbi.useTransaction(db -> {
            db.execute("set local synchronous_commit to on");
            db.createUpdate("insert into inzage (houder, wie, op, vraag, regels)"
                            + " values (:houder, :wie, :op, :vraag, :regels)")
                    .bind("houder", inzage.houder().code())
                    .bind("wie", inzage.wie())
                    .bind("op", moment(inzage.op()))
                    .bind("vraag", inzage.vraag().bytes())
                    .bind("regels", inzage.regels())
                    .execute();
        });
    }

    @Override
    public List<Inzage> read(Houder houder, Instant vanaf, Instant tot) {
        return jdbi.withHandle(db -> db.createQuery("select wie, op, vraag, regels from inzage"
                        + " where houder = :houder and op >= :vanaf and op < :tot order by op, id")
                .bind("houder", houder.code())
                .bind("vanaf", moment(vanaf))
                .bind("tot", moment(tot))
                .map((row, _) -> new Inzage(
                        houder,
                        row.getString(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        Octetten.of(row.getBytes(3)),
                        row.getInt(4)))
                .list());
    }

    /// Removes what is too old, for an account that may ([Logboekrollen], retention).
    ///
    /// @param voor what was read before this; 180 days ago or more by the clock of the database
    /// @return how many rows
    /// @throws RuntimeException when that is not so long ago; nothing is removed
    public long removeBefore(Instant voor) {
        return jdbi.withHandle(db -> db.createQuery("select ruim_inzagen(:voor)")
                .bind("voor", moment(voor))
                .mapTo(Long.class)
                .one());
    }

    private static OffsetDateTime moment(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
