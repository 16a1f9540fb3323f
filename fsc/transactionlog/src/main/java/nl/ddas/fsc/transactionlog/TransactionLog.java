// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

import java.util.concurrent.CompletionStage;
import nl.ddas.fsc.model.LogRecord;

/// Where Inway and Outway write what they are about to forward (FSC Logging, "Write to the Transaction Log").
@FunctionalInterface
public interface TransactionLog {

    /// Writes a record.
    ///
    /// @return completes when the record will survive a crash; completes with [LogWriteFailed] when it was not
    ///     written, and then the request may not be forwarded. Completes on a thread that must not be held up
    CompletionStage<Void> append(LogRecord record);
}
