// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.ddas.logboek.model.Logregel;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLState;

/// Writing within a transaction.
final class Schrijfslag {

    private Schrijfslag() {}

    /// One of the lines is there already; leaves the transaction, never seen outside.
    static final class Dubbel extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Dubbel() {
            super(null, null, false, false);
        }
    }

    /// What a row is known by.
    record Rijsleutel(LocalDate dag, int houder, UUID traceId, long spanId) {

        static Rijsleutel of(Rij rij) {
            ByteBuffer trace = ByteBuffer.wrap(rij.traceId().bytes());
            return new Rijsleutel(rij.dag(), rij.houder(), new UUID(trace.getLong(), trace.getLong()), rij.spanId());
        }
    }

    /// Adds rows, all or none.
    ///
    /// @throws Dubbel when one is there already
    static void copy(Handle db, String table, byte[] rows) {
        durable(db);
        try {
            db.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy " + table + " (" + Kopie.KOLOMMEN + ") from stdin (format binary)",
                            new ByteArrayInputStream(rows));
        } catch (SQLException refused) {
            if (PSQLState.UNIQUE_VIOLATION.getState().equals(refused.getSQLState())) {
                throw new Dubbel();
            }
            throw new IllegalStateException("lines could not be copied into the table", refused);
        } catch (IOException broken) {
            throw new IllegalStateException("lines could not be copied into the table", broken);
        }
    }

    /// Adds the rows that are not there yet.
    ///
    /// @return those that were, as they were
    static Map<Rijsleutel, Logregel> merge(Handle db, byte[] rows) {
        durable(db);
        db.execute("create temporary table aankomst (like logregel) on commit drop");
        copy(db, "aankomst", rows);
        db.execute("create temporary table gelukt on commit drop as"
                + " select dag, houder, trace_id, span_id from logregel limit 0");
        db.execute("with nieuw as (insert into logregel (" + Kopie.KOLOMMEN + ") select " + Kopie.KOLOMMEN
                + " from aankomst order by houder, trace_id, span_id on conflict do nothing"
                + " returning dag, houder, trace_id, span_id) insert into gelukt select * from nieuw");
        Map<Rijsleutel, Logregel> there = new HashMap<>();
        db.createQuery("select l.dag, l.houder, l.trace_id, l.span_id, l.vorm from logregel l"
                        + " join aankomst using (houder, trace_id, span_id, dag)"
                        + " where (l.dag, l.houder, l.trace_id, l.span_id) not in (select * from gelukt)")
                .map((row, _) -> Map.entry(
                        new Rijsleutel(
                                row.getObject(1, LocalDate.class),
                                row.getInt(2),
                                row.getObject(3, UUID.class),
                                row.getLong(4)),
                        Leesslag.line(row.getBytes(5))))
                .forEach(entry -> there.put(entry.getKey(), entry.getValue()));
        return there;
    }

    /// Whatever the server was set to: what is confirmed is on its disk.
    private static void durable(Handle db) {
        db.execute("set local synchronous_commit to on");
    }
}
