// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

import java.util.List;
import java.util.Optional;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.Cursor;
import nl.ddas.fsc.model.LogRecord;
import nl.ddas.fsc.model.Paging;

/// Records that were asked for.
///
/// @param next where the list goes on; nothing on the last page. Transactions that are asked for by id come on one
///     page: when there are more records of them, those are too long for one answer
public record LogPage(List<LogRecord> records, Optional<Cursor> next) {

    /// A page with a list of its own.
    public LogPage {
        records = List.copyOf(records);
    }

    /// The answer of `GET /logs`.
    public JsonObject toJson() {
        return JsonObject.EMPTY
                .with(
                        "records",
                        new JsonArray(records.stream()
                                .<JsonValue>map(LogRecord::toJson)
                                .toList()))
                .with("pagination", next.map(Paging::pagination).orElse(Paging.LAST));
    }
}
