// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import nl.ddas.basis.Database;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/// In PostgreSQL, beside the lines.
public final class PostgresQuarantaine implements Quarantaine {

    private static final String SCHEMA = "logboek";

    private final Jdbi jdbi;

    private PostgresQuarantaine(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Brings the tables up to date. The database stays the caller's to close.
    public static PostgresQuarantaine open(Database database) {
        database.migrate(SCHEMA, "nl/ddas/logboek/dienst/db");
        return new PostgresQuarantaine(database.jdbi(SCHEMA).registerArrayType(String.class, "text"));
    }

    @Override
    public void add(List<Apart> regels) {
        jdbi.useTransaction(db -> {
            db.execute("set local synchronous_commit to on");
            PreparedBatch batch = db.prepareBatch("insert into quarantaine"
                    + " (houder, ontvangen, codes, leesbaar, digest, inhoud)"
                    + " values (:houder, :ontvangen, :codes, :leesbaar, :digest, :inhoud) on conflict do nothing");
            for (Apart one : regels) {
                batch.bind("houder", one.houder().code())
                        .bind("ontvangen", one.ontvangen().atOffset(ZoneOffset.UTC))
                        .bindArray("codes", String.class, one.codes())
                        .bind("leesbaar", one.isLeesbaar())
                        .bind("digest", one.digest())
                        .bind("inhoud", one.inhoud())
                        .add();
            }
            batch.execute();
        });
    }

    @Override
    public List<Apart> waiting(Houder houder, int aantal) {
        return jdbi.withHandle(db -> db.createQuery("select ontvangen, codes, leesbaar, inhoud from quarantaine"
                        + " where houder = :houder order by id limit :aantal")
                .bind("houder", houder.code())
                .bind("aantal", aantal)
                .map((row, _) -> read(houder, row))
                .list());
    }

    private static Apart read(Houder houder, ResultSet row) throws SQLException {
        return new Apart(
                houder,
                row.getObject(1, OffsetDateTime.class).toInstant(),
                List.of((String[]) row.getArray(2).getArray()),
                row.getBoolean(3),
                row.getBytes(4));
    }

    @Override
    public long count() {
        return jdbi.withHandle(db -> db.createQuery("select count(*) from quarantaine")
                .mapTo(Long.class)
                .one());
    }
}
