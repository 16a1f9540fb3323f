// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// What the store is held against: PostgreSQL with the same table and indexes, rows that cost nothing to make,
/// and nothing else around it.
final class Kalekopie {

    private static final String KOLOMMEN =
            "dag, houder, trace_id, span_id, start_nanos, nummer, activiteit, betrokkene,"
                    + " vreemde_trace, zout, vorm";
    /// The signature, flags and length of extension of COPY's binary form.
    private static final int KOP = 19;
    private static final int VELDEN = 11;
    private static final int TRACE = 2;
    private static final int BETROKKENE = 7;

    private final Jdbi jdbi;
    private final byte[] rijen;
    private final SplittableRandom toeval = new SplittableRandom(7);

    /// @param aantal rows at once, taken from those that the store wrote, as another controller's
    Kalekopie(Jdbi jdbi, int aantal) {
        this.jdbi = jdbi;
        this.rijen = jdbi.withHandle(db -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                copy(db).copyOut(
                                "copy (select dag, 999 as houder, trace_id, span_id, start_nanos, nummer, activiteit, betrokkene,"
                                        + " vreemde_trace, zout, vorm from logregel limit " + aantal
                                        + ") to stdout (format binary)",
                                bytes);
            } catch (SQLException | IOException e) {
                throw new IllegalStateException(e);
            }
            return bytes.toByteArray();
        });
    }

    /// The same rows with other traces and subjects, in a transaction.
    void kopieer() {
        vernieuw();
        jdbi.useTransaction(db -> {
            try {
                copy(db).copyIn(
                                "copy logregel (" + KOLOMMEN + ") from stdin (format binary)",
                                new ByteArrayInputStream(rijen));
            } catch (SQLException | IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void vernieuw() {
        ByteBuffer buffer = ByteBuffer.wrap(rijen);
        int at = KOP;
        while (buffer.getShort(at) == VELDEN) {
            at += Short.BYTES;
            for (int veld = 0; veld < VELDEN; veld++) {
                int lengte = Math.max(0, buffer.getInt(at));
                at += Integer.BYTES;
                if (veld == TRACE || veld == BETROKKENE) {
                    buffer.putLong(at, toeval.nextLong());
                    buffer.putLong(at + Long.BYTES, toeval.nextLong());
                }
                at += lengte;
            }
        }
    }

    /// One row after the other on one connection, each committed before the next.
    ///
    /// @return rows a second
    double perRij(int aantal) {
        return jdbi.withHandle(db -> {
            byte[] vorm = db.createQuery("select vorm from logregel limit 1")
                    .mapTo(byte[].class)
                    .one();
            long begin = System.nanoTime();
            for (int i = 0; i < aantal; i++) {
                byte[] kort = new byte[16];
                ByteBuffer.wrap(kort).putLong(toeval.nextLong()).putLong(toeval.nextLong());
                db.createUpdate("insert into logregel (" + KOLOMMEN + ") values (current_date, 998, :trace, 1,"
                                + " :start, :nummer, :kort, :kort, null, :kort, :vorm)")
                        .bind("trace", new UUID(toeval.nextLong(), toeval.nextLong()))
                        .bind("start", System.nanoTime())
                        .bind("nummer", i)
                        .bind("kort", kort)
                        .bind("vorm", vorm)
                        .execute();
            }
            return aantal * 1e9 / (System.nanoTime() - begin);
        });
    }

    private static CopyManager copy(Handle db) throws SQLException {
        return db.getConnection().unwrap(PGConnection.class).getCopyAPI();
    }
}
