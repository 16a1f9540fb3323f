// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Database;
import nl.ddas.fsc.model.Cursor;
import nl.ddas.fsc.model.LogRecord;
import nl.ddas.fsc.model.PeerId;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;

/// The log records that can be read. Safe for many threads and many processes.
public final class LogTable {

    private static final String SCHEMA = "fsc_transactionlog";

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

    /// What a Peer may see of what it asks: the records in which it has a role. As much as fits in one answer:
    /// a page may be shorter than asked.
    public LogPage page(LogQuery query, PeerId caller) {
        LogSelect select = new LogSelect(query, caller);
        List<Long> found = new ArrayList<>();
        List<LogRecord> rows = jdbi.withHandle(handle -> select.bound(handle.createQuery(select.text()))
                .map((row, context) -> {
                    found.add(row.getLong(LogSelect.FOUND));
                    return LogRows.record(row);
                })
                .list());
        int limit = query.transactions().isEmpty() ? query.paging().limit() : Integer.MAX_VALUE;
        List<LogRecord> page = rows.subList(0, Math.min(limit, rows.size()));
        boolean more = !found.isEmpty() && found.getFirst() > page.size();
        return new LogPage(page, more ? Optional.of(cursor(page.getLast())) : Optional.empty());
    }

    /// Removes records that were made before a moment: the Group says how long they are kept.
    ///
    /// @return how many
    public int removeBefore(Instant moment) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from log_record where created_at < :moment")
                .bind("moment", moment.getEpochSecond())
                .execute());
    }

    private static Cursor cursor(LogRecord last) {
        return Cursor.of(
                Long.toString(last.createdAt().getEpochSecond()),
                last.transaction().value(),
                last.direction().wire());
    }
}
