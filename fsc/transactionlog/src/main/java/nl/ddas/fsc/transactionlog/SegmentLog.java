// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.locks.LockSupport;
import nl.ddas.fsc.model.LogRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A transaction log in segment files of its own folder. One thread writes what many hand in, and waits for the disk
/// once for all of them. Safe for many threads and one process.
///
/// After a crash every acknowledged record is there; what was not acknowledged may be there or not.
public final class SegmentLog implements TransactionLog, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SegmentLog.class);
    private static final int BATCH_BYTES = 1 << 20;
    private static final long CLOSING_MILLIS = 30_000;

    /// From one wait for the disk to the next when there are many records: far below what a request may take. A disk
    /// that is slower than this is never kept waiting.
    private static final Duration TURN = Duration.ofMillis(1);

    /// After which the writer looks whether the log was closed.
    private static final Duration PATIENCE = Duration.ofMillis(100);

    /// @param segmentBytes from which size a segment is followed by the next
    /// @param waiting how many records may wait for the disk; more are refused
    /// @param refuseDuplicates whether a record under a transaction id and direction that was seen lately
    ///     is refused
    /// @param remembered how many of the last records are known for that, at least
    public record Limits(long segmentBytes, int waiting, boolean refuseDuplicates, int remembered) {

        /// Segments of 64 MB; 10 000 may wait; a replay within the last 100 000 is refused.
        public static final Limits DEFAULT = new Limits(64L << 20, 10_000, true, 100_000);
    }

    /// One item of work; without record it asks to end the running segment.
    private record Entry(Optional<LogRecord> record, byte[] frame, CompletableFuture<Void> done) {}

    private final Segments segments;
    private final Limits limits;
    private final Segment.Disk disk;
    private final FileChannel lock;
    private final Inbox<Entry> waiting;
    private final RecentKeys recent;
    private final LoadedMarks loaded;
    private final Set<Path> unreadable;
    private final Thread writer;
    private Optional<Segment> current = Optional.empty();
    private volatile boolean closed;
    private volatile boolean finished;
    private volatile Optional<String> fault = Optional.empty();

    /// What was found in the folder at the start.
    ///
    /// @param unreadable segments that stay as they are
    private record Found(RecentKeys recent, Set<Path> unreadable) {}

    private SegmentLog(
            Segments segments, Limits limits, Segment.Disk disk, FileChannel lock, LoadedMarks loaded, Found found) {
        this.segments = segments;
        this.limits = limits;
        this.disk = disk;
        this.lock = lock;
        this.recent = found.recent();
        this.loaded = loaded;
        this.unreadable = found.unreadable();
        this.writer = Thread.ofPlatform().name("transaction-log").daemon().unstarted(this::write);
        this.waiting = new Inbox<>(limits.waiting(), writer);
    }

    /// Opens the folder, makes it when needed, and cuts off what a crash left half written. A segment that cannot be
    /// read is left alone, see [#unreadable].
    ///
    /// @throws IOException when the folder cannot be used, or another process has it open
    public static SegmentLog open(Path folder, Limits limits) throws IOException {
        return open(folder, limits, Segment.Disk.REAL);
    }

    static SegmentLog open(Path folder, Limits limits, Segment.Disk disk) throws IOException {
        Files.createDirectories(folder);
        FileChannel lock = lock(folder);
        try {
            Segments segments = Segments.open(folder);
            LoadedMarks loaded = new LoadedMarks(folder, limits.remembered(), disk);
            SegmentLog log = new SegmentLog(segments, limits, disk, lock, loaded, look(segments, limits, loaded));
            log.writer.start();
            return log;
        } catch (IOException | RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    private static Found look(Segments segments, Limits limits, LoadedMarks loaded) throws IOException {
        RecentKeys recent = new RecentKeys(limits.remembered());
        loaded.read(recent);
        Set<Path> unreadable = new ConcurrentSkipListSet<>();
        for (Path segment : segments.all()) {
            try {
                switch (Segments.mend(segment, Frames.read(segment, recent::add))) {
                    case TORN -> LOG.warn("{}: a write that was broken off is set aside", segment);
                    case DAMAGED -> LOG.error("{} is damaged between its records", segment);
                    case NOTHING -> {}
                }
            } catch (IOException failed) {
                LOG.error("{} cannot be read; it stays as it is, and its records are not loaded", segment, failed);
                boolean _ = unreadable.add(segment);
            }
        }
        return new Found(recent, unreadable);
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock held = channel.tryLock();
            if (held != null) {
                return channel;
            }
        } catch (OverlappingFileLockException ours) {
            LOG.debug("this process has the folder open already", ours);
        }
        channel.close();
        throw new IOException(folder + ": another process writes its transaction log here");
    }

    @Override
    public CompletionStage<Void> append(LogRecord record) {
        try {
            return hand(new Entry(Optional.of(record), Frames.frame(record), new CompletableFuture<>()));
        } catch (IllegalArgumentException tooLong) {
            return CompletableFuture.failedFuture(new LogWriteFailed(String.valueOf(tooLong.getMessage())));
        }
    }

    /// Ends the running segment, so that it can be loaded; the next record begins a new one.
    ///
    /// @return completes when everything acknowledged before stands in an ended segment
    public CompletionStage<Void> endSegment() {
        return hand(new Entry(Optional.empty(), new byte[0], new CompletableFuture<>()));
    }

    private CompletionStage<Void> hand(Entry entry) {
        if (closed || !waiting.offer(entry)) {
            entry.done()
                    .completeExceptionally(
                            new LogWriteFailed(closed ? "the transaction log is closed" : "too many records wait"));
        } else if (finished) {
            refuseLate();
        }
        return entry.done();
    }

    /// Segments that are written no more, oldest first.
    List<Path> ended() throws IOException {
        synchronized (segments) {
            Optional<Path> running = current.map(Segment::file);
            return segments.all().stream()
                    .filter(file -> running.filter(file::equals).isEmpty())
                    .filter(file -> !unreadable.contains(file))
                    .toList();
        }
    }

    /// Removes a segment of which all records are elsewhere now.
    ///
    /// @param marks of its records, see [LoadedMarks]: they are still known after the next start
    void remove(Path segment, byte[] marks) throws IOException {
        if (marks.length > 0) {
            loaded.add(marks);
        }
        Files.delete(segment);
    }

    /// From now on this segment is left alone, see [#unreadable].
    void leaveAlone(Path segment) {
        boolean _ = unreadable.add(segment);
    }

    /// Names of the segments that cannot be read, or not to their end. The disk may be broken, or somebody
    /// else may have written there: nobody but the operator can tell, so they are not removed, and loaded
    /// no further than they can be read.
    public List<String> unreadable() {
        return unreadable.stream().map(file -> file.getFileName().toString()).toList();
    }

    /// Names of the files with what was cut off at a start, because it looks like a write that was broken off.
    public List<String> torn() {
        try {
            return segments.torn();
        } catch (IOException gone) {
            LOG.warn("the folder of the log cannot be read: {}", gone.toString());
            return List.of();
        }
    }

    /// What health tells about the last write, Dutch; empty when it went well. Why it did not is in the log.
    public Optional<String> fault() {
        return fault;
    }

    private void write() {
        List<Entry> batch = new ArrayList<>();
        try {
            long began = System.nanoTime();
            while (!closed || !waiting.isEmpty()) {
                if (batch.size() > 1) {
                    // Several came while one was written, so more are coming: one wait for the disk can serve
                    // them all.
                    LockSupport.parkNanos(this, began + TURN.toNanos() - System.nanoTime());
                }
                batch.clear();
                int bytes = take(batch);
                began = System.nanoTime();
                write(batch, bytes);
            }
        } catch (Throwable broken) {
            // Nobody writes any more: who waits must hear it, and health too.
            LOG.error("the transaction log stops", broken);
            fault = Optional.of("het transactielogboek schrijft niet meer; zie het log, en start opnieuw");
            LogWriteFailed refusal = new LogWriteFailed("the transaction log has stopped", broken);
            batch.forEach(entry -> entry.done().completeExceptionally(refusal));
        } finally {
            finished = true;
            refuseLate();
            end();
        }
    }

    /// Waits a while for something to do.
    ///
    /// @return how many bytes stand in the batch
    private int take(List<Entry> batch) {
        if (waiting.isEmpty()) {
            waiting.await(PATIENCE);
        }
        int bytes = 0;
        Optional<Entry> next = waiting.poll();
        while (next.isPresent()) {
            batch.add(next.get());
            bytes += next.get().frame().length;
            next = bytes < BATCH_BYTES ? waiting.poll() : Optional.empty();
        }
        return bytes;
    }

    private void refuseLate() {
        for (Optional<Entry> late = waiting.poll(); late.isPresent(); late = waiting.poll()) {
            late.get().done().completeExceptionally(new LogWriteFailed("the transaction log is closed"));
        }
    }

    private void write(List<Entry> batch, int bytes) {
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        List<Entry> accepted = new ArrayList<>(batch.size());
        List<Entry> endings = new ArrayList<>();
        for (Entry entry : batch) {
            if (entry.record().isEmpty()) {
                endings.add(entry);
            } else if (limits.refuseDuplicates() && !recent.add(entry.record().get())) {
                entry.done().completeExceptionally(new LogWriteFailed.Doubled());
            } else {
                accepted.add(entry);
                buffer.put(entry.frame());
            }
        }
        try {
            if (!accepted.isEmpty()) {
                running().write(buffer.flip());
                fault = Optional.empty();
            }
            if (!endings.isEmpty()
                    || current.filter(s -> s.size() >= limits.segmentBytes()).isPresent()) {
                end();
            }
            accepted.forEach(entry -> entry.done().complete(null));
            endings.forEach(entry -> entry.done().complete(null));
        } catch (IOException failed) {
            fail(accepted, endings, failed);
        }
    }

    private void fail(List<Entry> accepted, List<Entry> endings, IOException failed) {
        if (fault.isEmpty()) {
            // Told once: a log of thousands of these may stand on the same full disk.
            LOG.error("log records cannot be written; their requests are refused until they can", failed);
        }
        fault = Optional.of("het transactielogboek kan niet worden geschreven; zie het log (is de schijf vol?)");
        end();
        LogWriteFailed refusal = new LogWriteFailed("the disk of the transaction log does not take records", failed);
        for (Entry entry : accepted) {
            entry.record().ifPresent(recent::remove);
            entry.done().completeExceptionally(refusal);
        }
        endings.forEach(entry -> entry.done().complete(null));
    }

    private Segment running() throws IOException {
        synchronized (segments) {
            if (current.isEmpty()) {
                current = Optional.of(Segment.create(segments, disk));
            }
            return current.get();
        }
    }

    private void end() {
        synchronized (segments) {
            current.ifPresent(segment -> {
                try {
                    segment.close();
                } catch (IOException failed) {
                    LOG.warn("{} did not close", segment.file(), failed);
                }
            });
            current = Optional.empty();
        }
    }

    /// Writes what waits, then stops.
    @Override
    public void close() {
        closed = true;
        try {
            writer.join(CLOSING_MILLIS);
            lock.close();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (IOException failed) {
            LOG.warn("the lock of the transaction log did not close", failed);
        }
    }
}
