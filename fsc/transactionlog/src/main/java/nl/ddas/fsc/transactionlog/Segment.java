// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The file that is being written. One thread.
///
/// It is longer than what stands in it: zeros are written ahead, so that most records only overwrite. Waiting
/// for the disk is then less than half as long, because the length of the file need not be made safe each time.
/// All who write wait while it grows, so a file that fills fast grows in larger steps. When the segment ends it
/// is cut to its length.
final class Segment implements AutoCloseable {

    /// Where the bytes of a segment go, and how they are made safe; a test puts a full or a slow disk here.
    interface Disk {
        /// The disk itself.
        Disk REAL = new Disk() {};

        /// Writes all of it and waits for the disk.
        default void write(FileChannel channel, ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            force(channel);
        }

        /// Waits until what was written survives a power cut.
        default void force(FileChannel channel) throws IOException {
            channel.force(false);
        }

        /// Makes the names that were added in a folder survive a power cut.
        default void sync(Path folder) throws IOException {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static final int SMALLEST_STEP = 1 << 20;
    private static final int LARGEST_STEP = 8 << 20;

    private final Path file;
    private final FileChannel channel;
    private final Disk disk;
    private long durable;
    private long allocated;

    private Segment(Path file, FileChannel channel, Disk disk) {
        this.file = file;
        this.channel = channel;
        this.disk = disk;
    }

    static Segment create(Segments segments, Disk disk) throws IOException {
        Path file = segments.next();
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Segment segment = new Segment(file, channel, disk);
        try {
            disk.sync(segments.folder());
            return segment;
        } catch (IOException failed) {
            segment.close();
            throw failed;
        }
    }

    Path file() {
        return file;
    }

    long size() {
        return durable;
    }

    /// Writes and waits for the disk.
    ///
    /// @throws IOException when not all of it is safe; then this segment is used no more
    void write(ByteBuffer bytes) throws IOException {
        long end = durable + bytes.remaining();
        try {
            if (end > allocated) {
                allocated = extend(end);
            }
            channel.position(durable);
            disk.write(channel, bytes);
            durable = end;
        } catch (IOException failed) {
            // What was not acknowledged should not turn up later; the start cuts what cannot be cut now.
            try {
                channel.truncate(durable);
            } catch (IOException alsoFailed) {
                failed.addSuppressed(alsoFailed);
            }
            throw failed;
        }
    }

    /// Not safe on disk before the next record is, and need not be.
    private long extend(long from) throws IOException {
        long to = from + Math.clamp(durable, SMALLEST_STEP, LARGEST_STEP);
        ByteBuffer zeros = ByteBuffer.allocate(SMALLEST_STEP);
        for (long at = from; at < to; at += channel.write(zeros, at)) {
            zeros.clear().limit((int) Math.min(zeros.capacity(), to - at));
        }
        return to;
    }

    /// Cuts it to its length. Without any record in it there is no file after this: a full disk would get one
    /// for each batch that it refuses.
    @Override
    public void close() throws IOException {
        try (channel) {
            if (durable == 0) {
                Files.delete(file);
            } else if (allocated > durable) {
                channel.truncate(durable);
            }
        }
    }
}
