// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.ddas.basis.Database;
import nl.ddas.logboek.boom.Verbintenis;
import nl.ddas.logboek.model.SpanId;
import nl.ddas.logboek.model.TraceId;
import org.jdbi.v3.core.Jdbi;

/// The leaves in PostgreSQL; reads only, so a role that may only read is enough.
public final class PostgresBladen implements Bladen {

    /// Where the tables are.
    public static final String SCHEMA = PostgresLogregels.SCHEMA;

    private static final int HAP = 1_000;

    private final Jdbi jdbi;
    private final Houders houders;

    private PostgresBladen(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.houders = new Houders(jdbi);
    }

    /// Over tables that are up to date. The database stays the caller's to close.
    public static PostgresBladen open(Database database) {
        return new PostgresBladen(database.jdbi(SCHEMA));
    }

    /// At one moment.
    ///
    /// @param then finds the tables of [#SCHEMA]
    public static PostgresBladen at(Jdbi then) {
        return new PostgresBladen(then);
    }

    @Override
    public List<String> logs() {
        return jdbi.withHandle(db -> db.createQuery("select code from houder order by id")
                .mapTo(String.class)
                .list());
    }

    @Override
    public byte[] read(String log, long from, int count) {
        if (from < 0 || count < 1) {
            throw new IllegalArgumentException("expected a leaf from 0 and a number of 1 or more");
        }
        Optional<Integer> houder = houders.find(new Houder(log));
        return houder.isEmpty() ? new byte[0] : read(houder.get(), from, count);
    }

    /// Only the wanted part of each row leaves the server.
    private byte[] read(int houder, long from, int count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        jdbi.useHandle(db -> db.createQuery("select substring(verbintenissen"
                        + " from (greatest(:van - van, 0) * :lengte + 1)::int"
                        + " for ((least(:tot, van + aantal) - greatest(:van, van)) * :lengte)::int) from bladbundel"
                        + " where houder = :houder and van < :tot and van + aantal > :van and van >= coalesce((select van"
                        + " from bladbundel where houder = :houder and van <= :van order by van desc limit 1), 0)"
                        + " order by van")
                .bind("houder", houder)
                .bind("van", from)
                .bind("tot", Math.addExact(from, count))
                .bind("lengte", Verbintenis.BYTES)
                .map((row, _) -> row.getBytes(1))
                .forEach(bytes::writeBytes));
        return bytes.toByteArray();
    }

    @Override
    public Optional<Blad> find(Houder houder, TraceId traceId, SpanId spanId, LocalDate dag) {
        Optional<Integer> number = houders.find(houder);
        return number.flatMap(one -> jdbi.withHandle(db -> db.createQuery("select nummer, zout, vorm from logregel"
                        + " where houder = :houder and trace_id = :trace and span_id = :span and dag = :dag")
                .bind("houder", one)
                .bind("trace", traceId.uuid())
                .bind("span", spanId.waarde())
                .bind("dag", dag)
                .map((row, _) -> leaf(row))
                .findOne()));
    }

    @Override
    public void export(Houder houder, LocalDate eerste, LocalDate laatste, Consumer<Blad> into) {
        houders.find(houder)
                .ifPresent(number -> jdbi.useTransaction(db -> db.createQuery("select nummer, zout, vorm, false"
                                + " from logregel where houder = :houder and dag between :eerste and :laatste"
                                + " union all select nummer, zout, vorm, true from vernietiging where houder = :houder"
                                + " order by 1")
                        .bind("houder", number)
                        .bind("eerste", eerste)
                        .bind("laatste", laatste)
                        .setFetchSize(HAP)
                        .map((row, _) -> row.getBoolean(4) ? evidence(row) : leaf(row))
                        .forEach(into)));
    }

    /// From which size on a tree holds all evidence of removals there is; 0 when there is none.
    public long bewezen(Houder houder) {
        Optional<Integer> number = houders.find(houder);
        return number.isEmpty()
                ? 0
                : jdbi.withHandle(db -> db.createQuery(
                                "select coalesce(max(nummer) + 1, 0) from vernietiging where houder = :houder")
                        .bind("houder", number.get())
                        .mapTo(Long.class)
                        .one());
    }

    private static Blad evidence(ResultSet row) throws SQLException {
        return new Blad.Bewijs(row.getLong(1), row.getBytes(2), row.getBytes(3));
    }

    private static Blad leaf(ResultSet row) throws SQLException {
        long nummer = row.getLong(1);
        byte[] vorm = row.getBytes(3);
        return vorm == null ? new Blad.Verwijderd(nummer) : new Blad.Regel(nummer, row.getBytes(2), vorm);
    }
}
