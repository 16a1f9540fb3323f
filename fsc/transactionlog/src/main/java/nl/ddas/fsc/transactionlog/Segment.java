// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The file that is being written. One thread.
final class Segment implements AutoCloseable {

    /// Where the bytes of a segment go; a test puts a full disk here.
    interface Disk {
        void write(FileChannel channel, ByteBuffer bytes) throws IOException;

        /// Writes all of it and waits for the disk.
        Disk REAL = (channel, bytes) -> {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        };
    }

    private final Path file;
    private final FileChannel channel;
    private final Disk disk;
    private long durable;

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
            segments.sync();
            return segment;
        } catch (IOException failed) {
            channel.close();
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
        int length = bytes.remaining();
        try {
            disk.write(channel, bytes);
            durable += length;
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

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
