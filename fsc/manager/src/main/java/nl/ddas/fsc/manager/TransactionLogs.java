// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.transactionlog.LogPage;
import nl.ddas.fsc.transactionlog.LogQuery;
import nl.ddas.fsc.transactionlog.LogTable;

/// Where the records of our transaction log are read; our Inways and Outways write them.
public interface TransactionLogs {

    /// A log without records.
    TransactionLogs NONE = (query, caller) -> new LogPage(List.of(), Optional.empty());

    /// What a Peer may see of what it asks: the records in which it has a role. We have one in each record of
    /// our own. A page may be shorter than asked.
    LogPage page(LogQuery query, PeerId caller);

    /// Removes records that were made before a moment.
    ///
    /// @return how many
    default int removeBefore(Instant moment) {
        return 0;
    }

    /// The log in a table.
    static TransactionLogs of(LogTable table) {
        return new TransactionLogs() {
            @Override
            public LogPage page(LogQuery query, PeerId caller) {
                return table.page(query, caller);
            }

            @Override
            public int removeBefore(Instant moment) {
                return table.removeBefore(moment);
            }
        };
    }
}
