// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import nl.ddas.fsc.model.LogRecord;
import org.jdbi.v3.core.ConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries records from segment files into the table, where they can be read. A file is removed only when all
/// of it is in the table; broken off anywhere, the next turn does it again, and no record gets in twice. One
/// that cannot be read to its end stays.
public final class SegmentLoader {

    private static final Logger LOG = LoggerFactory.getLogger(SegmentLoader.class);
    private static final int AT_ONCE = 5_000;

    private final SegmentLog log;
    private final LogTable table;

    /// @param log whose ended segments are carried over
    /// @param table where records are read
    public SegmentLoader(SegmentLog log, LogTable table) {
        this.log = log;
        this.table = table;
    }

    /// Loads everything that was acknowledged before; blocks. A segment that cannot be read to its end is
    /// loaded as far as it goes and left alone, see [SegmentLog#unreadable]: the others do not wait for it, nor for
    /// one that the table refuses.
    ///
    /// @return how many records were new in the table
    /// @throws IOException when the folder cannot be read, the log is closed or overrun, or segments did not
    ///     get into the table, whose names it tells; the rest comes in the next turn
    public synchronized int load() throws IOException {
        try {
            log.endSegment().toCompletableFuture().join();
        } catch (CompletionException refused) {
            throw new IOException("the running segment was not ended", refused);
        }
        int added = 0;
        List<Path> refused = new ArrayList<>();
        List<Exception> reasons = new ArrayList<>();
        for (Path segment : log.ended()) {
            try {
                added += load(segment);
            } catch (IOException | RuntimeException failed) {
                refused.add(segment.getFileName());
                reasons.add(failed);
                if (failed instanceof ConnectionException) {
                    // The others would wait as long for a database that is away.
                    break;
                }
            }
        }
        if (!refused.isEmpty()) {
            throw notLoaded(refused, reasons);
        }
        return added;
    }

    private static IOException notLoaded(List<Path> segments, List<Exception> reasons) {
        IOException all = new IOException(
                "not carried into the table, and tried again in the next turn: " + segments, reasons.getFirst());
        reasons.stream().skip(1).forEach(all::addSuppressed);
        return all;
    }

    private int load(Path segment) throws IOException {
        List<LogRecord> batch = new ArrayList<>(AT_ONCE);
        ByteArrayOutputStream marks = new ByteArrayOutputStream();
        int[] added = {0};
        boolean whole = readAll(segment, record -> {
            batch.add(record);
            marks.writeBytes(Mark.of(record).toBytes());
            if (batch.size() == AT_ONCE) {
                added[0] += table.load(batch);
                batch.clear();
            }
        });
        if (!batch.isEmpty()) {
            added[0] += table.load(batch);
        }
        int known = marks.size() / Mark.BYTES - added[0];
        if (known > 0) {
            LOG.warn(
                    "{}: {} of its log records were in the table already, by transaction id and direction, and stay as "
                            + "they are there: it was loaded before and not removed, or a request was replayed at "
                            + "another gateway or after a long time",
                    segment,
                    known);
        }
        if (whole) {
            log.remove(segment, marks.toByteArray());
        } else {
            log.leaveAlone(segment);
        }
        return added[0];
    }

    /// Reads as far as it can be read.
    ///
    /// @return whether that is to its end
    private static boolean readAll(Path segment, Consumer<LogRecord> each) {
        try {
            long whole = Frames.read(segment, each);
            if (Segments.isWhole(segment, whole)) {
                return true;
            }
            LOG.error("{} cannot be read behind byte {}; it stays as it is", segment, whole);
        } catch (IOException unreadable) {
            LOG.error("{} cannot be read to its end; it stays as it is", segment, unreadable);
        }
        return false;
    }
}
