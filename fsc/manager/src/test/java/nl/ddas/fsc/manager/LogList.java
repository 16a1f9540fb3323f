// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.List;
import java.util.Optional;
import nl.ddas.fsc.model.Cursor;
import nl.ddas.fsc.model.LogRecord;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.transactionlog.LogPage;
import nl.ddas.fsc.transactionlog.LogQuery;

/// A transaction log in a list, without pages; of transactions that are asked for by id it gives a hundred records.
record LogList(List<LogRecord> records) implements TransactionLogs {

    private static final int MOST = 100;

    @Override
    public LogPage page(LogQuery query, PeerId caller) {
        // Whom a record concerns is looked at again for others than ourselves.
        List<LogRecord> found = records.stream().filter(r -> matches(query, r)).toList();
        return query.transactions().isEmpty() || found.size() <= MOST
                ? new LogPage(found, Optional.empty())
                : new LogPage(found.subList(0, MOST), Optional.of(Cursor.of("0", "more", "")));
    }

    private static boolean matches(LogQuery query, LogRecord record) {
        if (!query.transactions().isEmpty()) {
            return query.transactions().contains(record.transaction());
        }
        boolean all = query.grants().isEmpty() && query.services().isEmpty();
        return (all
                        || query.grants().contains(record.grant())
                        || query.services().contains(record.service()))
                && query.after().map(record.createdAt()::isAfter).orElse(true)
                && query.before().map(record.createdAt()::isBefore).orElse(true);
    }
}
