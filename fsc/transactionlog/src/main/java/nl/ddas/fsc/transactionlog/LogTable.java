// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Database;
import nl.ddas.fsc.model.Cursor;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.LogRecord;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.SortOrder;
import nl.ddas.fsc.model.TransactionId;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.postgresql.PGConnection;

/// The log records that can be read. Safe for many threads and many processes.
public final class LogTable {

    private static final String SCHEMA = "fsc_transactionlog";
    private static final String VISIBLE =
            "(outway_peer = :me or service_peer = :me or source_delegator = :me or destination_delegator = :me)";
    private static final String KEY = "(created_at, transaction_id, direction)";

    private final Jdbi jdbi;

    private LogTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Brings the table up to date.
    public static LogTable open(Database database) {
        database.migrate(SCHEMA, "nl/ddas/fsc/transactionlog/db");
        return new LogTable(database.jdbi(SCHEMA).registerArrayType(String.class, "text"));
    }

    /// Adds records; those that are there already, by transaction id and direction, stay as they are.
    ///
    /// @return how many were new
    public int load(List<LogRecord> records) {
        byte[] lines = CopyLines.of(records);
        return jdbi.inTransaction(handle -> {
            handle.execute("create temporary table arriving (like log_record) on commit drop");
            copy(handle.getConnection(), lines);
            return handle.execute("insert into log_record select * from arriving on conflict do nothing");
        });
    }

    private static void copy(Connection connection, byte[] lines) {
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy arriving from stdin", new ByteArrayInputStream(lines));
        } catch (IOException | SQLException broken) {
            throw new IllegalStateException("log records could not be copied into the table", broken);
        }
    }

    /// What a Peer may see of what it asks: the records in which it has a role.
    public LogPage page(LogQuery query, PeerId caller) {
        return read(query, new Sql().and(VISIBLE, Map.of("me", caller.value())));
    }

    /// Everything that is asked for; for our own operators only.
    public LogPage page(LogQuery query) {
        return read(query, new Sql());
    }

    /// Removes records that were made before a moment: the Group says how long they are kept.
    ///
    /// @return how many
    public int removeBefore(Instant moment) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from log_record where created_at < :moment")
                .bind("moment", moment.getEpochSecond())
                .execute());
    }

    /// A where clause with its values.
    private static final class Sql {
        private final List<String> conditions = new ArrayList<>(List.of("true"));
        private final Map<String, Object> values = new HashMap<>();

        Sql and(String condition, Map<String, ?> with) {
            conditions.add(condition);
            values.putAll(with);
            return this;
        }

        String where() {
            return String.join(" and ", conditions);
        }
    }

    private LogPage read(LogQuery query, Sql sql) {
        if (!query.transactions().isEmpty()) {
            String[] ids =
                    query.transactions().stream().map(TransactionId::value).toArray(String[]::new);
            sql.and("transaction_id = any(:ids)", Map.of("ids", ids));
            return new LogPage(rows(sql, SortOrder.DESCENDING, Integer.MAX_VALUE), Optional.empty());
        }
        filter(query, sql);
        SortOrder order = query.paging().order();
        query.paging().after().ifPresent(cursor -> behind(cursor, order, sql));
        int limit = query.paging().limit();
        List<LogRecord> rows = rows(sql, order, limit + 1);
        List<LogRecord> page = rows.subList(0, Math.min(limit, rows.size()));
        return new LogPage(page, rows.size() > limit ? Optional.of(cursor(page.getLast())) : Optional.empty());
    }

    private static void filter(LogQuery query, Sql sql) {
        if (!query.grants().isEmpty() || !query.services().isEmpty()) {
            String[] grants = query.grants().stream().map(GrantHash::value).toArray(String[]::new);
            sql.and(
                    "(grant_hash = any(:grants) or service_name = any(:services))",
                    Map.of("grants", grants, "services", query.services().toArray(String[]::new)));
        }
        query.after().ifPresent(after -> sql.and("created_at > :after", Map.of("after", after.getEpochSecond())));
        query.before().ifPresent(before -> sql.and("created_at < :before", Map.of("before", before.getEpochSecond())));
    }

    private static void behind(Cursor cursor, SortOrder order, Sql sql) {
        try {
            String than = order == SortOrder.ASCENDING ? " > " : " < ";
            sql.and(
                    KEY + than + "(:second, :transaction, :direction)",
                    Map.of(
                            "second", Long.parseLong(cursor.key().get(0)),
                            "transaction", cursor.key().get(1),
                            "direction", cursor.key().get(2)));
        } catch (NumberFormatException foreign) {
            // A cursor of another list: nothing comes behind it.
            sql.and("false", Map.of());
        }
    }

    private List<LogRecord> rows(Sql sql, SortOrder order, int limit) {
        String way = order == SortOrder.ASCENDING ? "asc" : "desc";
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery("select * from log_record where " + sql.where()
                            + " order by created_at " + way + ", transaction_id " + way + ", direction " + way
                            + " limit :limit")
                    .bind("limit", limit);
            sql.values.forEach(query::bind);
            return query.map((row, context) -> LogRows.record(row)).list();
        });
    }

    private static Cursor cursor(LogRecord last) {
        return Cursor.of(
                Long.toString(last.createdAt().getEpochSecond()),
                last.transaction().value(),
                last.direction().wire());
    }
}
