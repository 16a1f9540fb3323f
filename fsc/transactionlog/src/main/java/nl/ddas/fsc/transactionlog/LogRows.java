// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.LogRecord;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.StrictJson;
import nl.ddas.fsc.model.TraceParent;
import nl.ddas.fsc.model.TransactionId;

/// Makes records of rows.
final class LogRows {

    private LogRows() {}

    static LogRecord record(ResultSet row) throws SQLException {
        return new LogRecord(
                new TransactionId(row.getString("transaction_id")),
                LogRecord.Direction.find(row.getString("direction")).orElseThrow(),
                new GrantHash(row.getString("grant_hash")),
                new PeerId(row.getString("outway_peer")),
                text(row, "source_delegator").map(PeerId::new),
                new PeerId(row.getString("service_peer")),
                text(row, "destination_delegator").map(PeerId::new),
                row.getString("service_name"),
                Instant.ofEpochSecond(row.getLong("created_at")),
                text(row, "additional").map(LogRows::json),
                trace(row));
    }

    private static Optional<TraceParent> trace(ResultSet row) throws SQLException {
        Optional<String> trace = text(row, "trace_id");
        Optional<String> span = text(row, "span_id");
        return trace.flatMap(t -> span.map(s -> new TraceParent(t, s)));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static JsonObject json(String text) {
        if (JsonReading.of(text.getBytes(StandardCharsets.UTF_8), StrictJson.ANSWER)
                instanceof JsonReading.Read(JsonObject json)) {
            return json;
        }
        throw new IllegalStateException("log_record.additional holds what is no JSON object");
    }
}
