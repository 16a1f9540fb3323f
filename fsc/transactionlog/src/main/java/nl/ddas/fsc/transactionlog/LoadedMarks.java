// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The marks of the last records whose segments are gone because they were loaded, so that a replay is known after a
/// restart too. As in [RecentKeys] there are two generations, each in a file beside the segments; nothing stands
/// between two marks. Without these files, or with broken ones, the log works: it only takes an old replay for a new
/// request.
final class LoadedMarks {

    private static final Logger LOG = LoggerFactory.getLogger(LoadedMarks.class);

    private final Path folder;
    private final Path young;
    private final Path old;
    private final int generation;
    private final Segment.Disk disk;

    /// @param generation how many marks at least are kept
    LoadedMarks(Path folder, int generation, Segment.Disk disk) {
        this.folder = folder;
        this.young = folder.resolve("recent-keys");
        this.old = folder.resolve("recent-keys.old");
        this.generation = generation;
        this.disk = disk;
    }

    /// Adds what is kept, as far as it can be read.
    void read(RecentKeys recent) {
        for (Path file : List.of(old, young)) {
            if (Files.exists(file)) {
                read(file, recent);
            }
        }
    }

    private static void read(Path file, RecentKeys recent) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            for (long left = Files.size(file) / Mark.BYTES; left > 0; left--) {
                Mark mark = new Mark(in.readLong(), in.readLong());
                // A power cut can leave zeros, which are no mark.
                if (mark.high() != 0 || mark.low() != 0) {
                    boolean _ = recent.add(mark);
                }
            }
        } catch (IOException broken) {
            LOG.warn("{} cannot be read: replays of requests that it knew are not refused", file, broken);
        }
    }

    /// Keeps marks, and waits for the disk. When the disk does not take them it is only told: their records are
    /// safe.
    ///
    /// @param marks oldest first, each in [Mark#toBytes]
    synchronized void add(byte[] marks) {
        try {
            if (Files.exists(young) && Files.size(young) >= (long) generation * Mark.BYTES) {
                Files.move(young, old, StandardCopyOption.ATOMIC_MOVE);
            }
            try (FileChannel channel = FileChannel.open(young, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                // A write that was broken off may have left a part of a mark.
                channel.position(channel.size() / Mark.BYTES * Mark.BYTES);
                disk.write(channel, ByteBuffer.wrap(marks));
            }
            disk.sync(folder);
        } catch (IOException failed) {
            LOG.warn(
                    "{} does not take marks: after a restart, replays of these requests are not refused",
                    young,
                    failed);
        }
    }
}
