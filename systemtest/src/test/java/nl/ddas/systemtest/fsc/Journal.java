// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest.fsc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import nl.ddas.basis.Database;
import nl.ddas.fsc.model.LogRecord;
import nl.ddas.fsc.transactionlog.LogTable;
import nl.ddas.fsc.transactionlog.SegmentLoader;
import nl.ddas.fsc.transactionlog.SegmentLog;
import nl.ddas.fsc.transactionlog.TransactionLog;

/// The transaction log of A, which can be taken down for a while.
final class Journal implements TransactionLog, AutoCloseable {

    private final Path folder;
    private final LogTable table;
    private volatile SegmentLog log;

    Journal(Path folder, Database database) throws IOException {
        this.folder = folder;
        this.table = LogTable.open(database);
        this.log = open();
    }

    private SegmentLog open() throws IOException {
        return SegmentLog.open(folder, SegmentLog.Limits.DEFAULT);
    }

    @Override
    public CompletionStage<Void> append(LogRecord record) {
        return log.append(record);
    }

    /// Everything that was written can be looked up after this.
    void load() throws IOException {
        int _ = new SegmentLoader(log, table).load();
    }

    void down() {
        log.close();
    }

    void up() throws IOException {
        log = open();
    }

    @Override
    public void close() {
        log.close();
    }
}
