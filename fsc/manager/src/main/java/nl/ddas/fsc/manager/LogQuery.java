// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.ddas.fsc.model.Cursor;
import nl.ddas.fsc.model.LogRecord;
import nl.ddas.fsc.model.Paging;
import nl.ddas.fsc.model.PeerId;

/// Which log records are asked for (FSC Logging, `GET /logs`). Grants and Services widen each other; the period and
/// who asks narrow.
///
/// @param visibleTo who asks: it must have a role in the record
/// @param after records made later than this
/// @param before records made earlier than this
/// @param grants grant hashes, as text
/// @param transactions when there are any, nothing else but `visibleTo` counts, the page neither
/// @param paging its cursor is one of [#key]
public record LogQuery(
        PeerId visibleTo,
        Optional<Instant> after,
        Optional<Instant> before,
        Set<String> grants,
        Set<String> services,
        Set<String> transactions,
        Paging paging) {

    public LogQuery {
        grants = Set.copyOf(grants);
        services = Set.copyOf(services);
        transactions = Set.copyOf(transactions);
    }

    /// Sort key: moment of creation in seconds, transaction id and direction.
    public static Cursor key(LogRecord record) {
        return Cursor.of(
                String.format(Locale.ROOT, "%019d", record.createdAt().getEpochSecond()),
                record.transaction().toString(),
                record.direction().wire());
    }

    /// Whether a record is asked for, apart from the page.
    public boolean matches(LogRecord record) {
        if (!record.concerns(visibleTo)) {
            return false;
        }
        if (!transactions.isEmpty()) {
            return transactions.contains(record.transaction().toString());
        }
        boolean unfiltered = grants.isEmpty() && services.isEmpty();
        boolean filtered = unfiltered || grants.contains(record.grant().value()) || services.contains(record.service());
        return filtered
                && after.map(record.createdAt()::isAfter).orElse(true)
                && before.map(record.createdAt()::isBefore).orElse(true);
    }

    /// The records to give, out of many: those asked for, one more than the limit when there are more.
    public List<LogRecord> select(List<LogRecord> records) {
        List<LogRecord> wanted = records.stream().filter(this::matches).toList();
        return transactions.isEmpty() ? Page.cut(wanted, paging, LogQuery::key) : wanted;
    }
}
