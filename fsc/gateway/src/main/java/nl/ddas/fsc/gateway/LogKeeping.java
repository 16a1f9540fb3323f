// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.fsc.transactionlog.LogTable;
import nl.ddas.fsc.transactionlog.SegmentLoader;
import nl.ddas.fsc.transactionlog.SegmentLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The transaction log of one gateway: safe in files of its own at once, and carried into the table after that.
final class LogKeeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogKeeping.class);

    private final SegmentLog log;
    private final GatewayParts parts;
    private Optional<SegmentLoader> loader = Optional.empty();

    private LogKeeping(SegmentLog log, GatewayParts parts) {
        this.log = log;
        this.parts = parts;
    }

    /// @param parts has the database in which records can be read; without one they stay in the files
    /// @throws IOException when the folder cannot be used, or another process has it open
    static LogKeeping open(Path folder, GatewayParts parts) throws IOException {
        return new LogKeeping(SegmentLog.open(folder, SegmentLog.Limits.DEFAULT), parts);
    }

    SegmentLog log() {
        return log;
    }

    /// What somebody has to look at, Dutch; empty when there is nothing.
    Optional<String> note() {
        List<String> said = new ArrayList<>();
        List<String> unreadable = log.unreadable();
        if (!unreadable.isEmpty()) {
            said.add(String.join(", ", unreadable)
                    + " is niet of niet helemaal te lezen; regels daaruit kunnen in de database ontbreken");
        }
        List<String> torn = log.torn();
        if (!torn.isEmpty()) {
            said.add(String.join(", ", torn) + " houdt wat bij een uitval half geschreven was; kijk of de schijf in orde"
                    + " is en haal het dan weg");
        }
        return said.isEmpty() ? Optional.empty() : Optional.of("het transactielog: " + String.join("; ", said));
    }

    /// Carries over what is new. A database that is away now does no harm: the files keep all.
    void load() throws IOException {
        if (loader.isEmpty() && parts.database().isPresent()) {
            loader = Optional.of(
                    new SegmentLoader(log, LogTable.open(parts.database().get())));
        }
        if (loader.isPresent()) {
            int added = loader.get().load();
            LOG.debug("{} log records carried into the table", added);
        }
    }

    @Override
    public void close() {
        try {
            load();
        } catch (IOException | RuntimeException failed) {
            LOG.warn("the last log records stay in their files until the next start: {}", failed.toString());
        }
        log.close();
    }
}
