// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import nl.ddas.basis.Metrics;
import nl.ddas.fsc.model.LogRecord;
import nl.ddas.fsc.transactionlog.LogWriteFailed;
import nl.ddas.fsc.transactionlog.TransactionLog;

/// A transaction log of which is counted how long its records take: seconds divided by records is the mean, over any
/// time that Prometheus is asked for.
final class TimedLog implements TransactionLog {

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final TransactionLog log;
    private final Metrics.Counter records;
    private final Metrics.Counter seconds;
    private final Metrics.Counter failures;
    private final Metrics.Counter doubled;

    TimedLog(TransactionLog log, Metrics metrics) {
        this.log = log;
        this.records = metrics.counter("transaction_log_records", "Log records that are safe");
        this.seconds = metrics.counter("transaction_log_seconds", "Time until log records were safe, all together");
        this.failures = metrics.counter("transaction_log_failures", "Log records that were refused");
        this.doubled = metrics.counter("transaction_log_doubled", "Log records with a transaction id that was there");
    }

    @Override
    public CompletionStage<Void> append(LogRecord record) {
        long began = System.nanoTime();
        return log.append(record).whenComplete((safe, failed) -> {
            if (failed == null) {
                records.add();
                seconds.add((System.nanoTime() - began) / NANOS);
            } else {
                (isDoubled(failed) ? doubled : failures).add();
            }
        });
    }

    /// Whether a record was refused because it is there already: then nothing is wrong with the log.
    static boolean isDoubled(Throwable failed) {
        return failed instanceof LogWriteFailed.Doubled || failed.getCause() instanceof LogWriteFailed.Doubled;
    }
}
