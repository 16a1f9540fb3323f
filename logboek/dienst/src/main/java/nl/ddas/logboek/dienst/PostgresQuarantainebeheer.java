// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.ddas.basis.Database;
import nl.ddas.logboek.model.Invoervorm;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// What waits in PostgreSQL, for who may read it.
public final class PostgresQuarantainebeheer implements Quarantainebeheer {

    private final Jdbi jdbi;
    private final boolean isRol;

    private PostgresQuarantainebeheer(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.isRol = Quarantainerol.LEZER.isThere(jdbi);
    }

    /// Over tables that are there already. The database stays the caller's to close.
    public static PostgresQuarantainebeheer open(Database database) {
        return new PostgresQuarantainebeheer(PostgresQuarantaine.jdbi(database));
    }

    private <T> T as(Function<Handle, T> work) {
        return jdbi.inTransaction(db -> {
            if (isRol) {
                Quarantainerol.LEZER.take(db);
            }
            return work.apply(db);
        });
    }

    @Override
    public List<Quarantaineregel> list(long na, int aantal) {
        return as(db -> db.createQuery("select nummer, houder, ontvangen, laatst, keren, codes, vorm, afgekapt, bytes,"
                        + " opgenomen from quarantaine where nummer > :na order by nummer limit :aantal")
                .bind("na", na)
                .bind("aantal", aantal)
                .map((row, _) -> read(row))
                .list());
    }

    private static Quarantaineregel read(ResultSet row) throws SQLException {
        return new Quarantaineregel(
                row.getLong(1),
                new Houder(row.getString(2)),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getInt(5),
                List.of((String[]) row.getArray(6).getArray()),
                Invoervorm.valueOf(row.getString(7)),
                row.getBoolean(8),
                row.getLong(9),
                Optional.ofNullable(row.getObject(10, OffsetDateTime.class)).map(OffsetDateTime::toInstant));
    }

    @Override
    public Optional<byte[]> inhoud(long nummer) {
        return as(db -> db.createQuery("select inhoud from quarantaine where nummer = :nummer and inhoud is not null")
                .bind("nummer", nummer)
                .mapTo(byte[].class)
                .findOne());
    }

    /// The figures first, then the line: in the order in which lines are added, or both would wait for each other.
    @Override
    public void takenUp(long nummer, Instant now) {
        int _ = as(db -> {
            db.createQuery("select regels from quarantaine_stand where houder ="
                            + " (select houder from quarantaine where nummer = :nummer) for update")
                    .bind("nummer", nummer)
                    .mapTo(Long.class)
                    .findOne();
            return db.createUpdate("with was as (select houder, bytes from quarantaine where nummer = :nummer"
                            + " and opgenomen is null), op as (update quarantaine set inhoud = null, bytes = 0,"
                            + " opgenomen = :nu where nummer = :nummer and opgenomen is null)"
                            + " update quarantaine_stand s set regels = s.regels - 1, bytes = s.bytes - was.bytes from was"
                            + " where s.houder = was.houder")
                    .bind("nummer", nummer)
                    .bind("nu", now.atOffset(ZoneOffset.UTC))
                    .execute();
        });
    }

    @Override
    public void stillWrong(long nummer, List<String> codes) {
        int _ = as(db -> db.createUpdate(
                        "update quarantaine set codes = :codes where nummer = :nummer and opgenomen is null")
                .bind("nummer", nummer)
                .bindArray("codes", String.class, codes)
                .execute());
    }
}
