// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.List;
import nl.ddas.fsc.model.LogRecord;

/// Where the records of our transaction log are read; another component writes them.
@FunctionalInterface
public interface TransactionLogs {

    /// A log without records.
    TransactionLogs NONE = query -> List.of();

    /// The records asked for, in the order of [LogQuery#key]; one more than the limit when there are more. What a store
    /// cannot filter itself, [LogQuery#select] can.
    List<LogRecord> find(LogQuery query);
}
