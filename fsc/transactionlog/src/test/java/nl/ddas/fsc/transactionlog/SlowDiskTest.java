// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a log promises about the disk, on a disk that is done when the test says so. A step that never comes
/// leaves the test waiting until it is broken off.
@Timeout(60)
class SlowDiskTest {

    private static final String WRITE = "write";
    private static final String FORCE = "force";
    private static final String SYNC = "sync of the folder";

    @TempDir
    private Path folder;

    private final Disk disk = new Disk();

    /// Tells each step before it is made, and makes it when it may.
    private static final class Disk implements Segment.Disk, AutoCloseable {

        private final BlockingQueue<String> steps = new LinkedBlockingQueue<>();
        private final Semaphore allowed = new Semaphore(0);

        @Override
        public void write(FileChannel channel, ByteBuffer bytes) throws IOException {
            step(WRITE);
            Segment.Disk.super.write(channel, bytes);
        }

        @Override
        public void force(FileChannel channel) throws IOException {
            step(FORCE);
            Segment.Disk.super.force(channel);
        }

        @Override
        public void sync(Path names) throws IOException {
            step(SYNC);
            Segment.Disk.super.sync(names);
        }

        /// Waits for the test no more.
        @Override
        public void close() {
            allowed.release(1_000);
        }

        private void step(String name) {
            steps.add(name);
            allowed.acquireUninterruptibly();
        }
    }

    private static CompletableFuture<Void> append(SegmentLog log, int n) {
        return log.append(Records.number(n)).toCompletableFuture();
    }

    @Test
    void acknowledgesOnlyWhenTheNameOfTheFileAndTheRecordAreForced() throws Exception {
        try (SegmentLog log = SegmentLog.open(folder, SegmentLog.Limits.DEFAULT, disk);
                disk) {
            for (List<String> expected : List.of(List.of(SYNC, WRITE, FORCE), List.of(WRITE, FORCE))) {
                CompletableFuture<Void> acknowledged = append(log, expected.size());
                for (String step : expected) {
                    assertThat(disk.steps.take()).isEqualTo(step);
                    assertThat(acknowledged).isNotDone();
                    disk.allowed.release();
                }
                acknowledged.join();
            }
        }
    }

    @Test
    void makesOneWaitForTheDiskServeAllThatCameMeanwhile() throws Exception {
        try (SegmentLog log = SegmentLog.open(folder, SegmentLog.Limits.DEFAULT, disk);
                disk) {
            List<CompletableFuture<Void>> stages = new ArrayList<>(List.of(append(log, 0)));
            assertThat(disk.steps.take()).isEqualTo(SYNC);
            disk.allowed.release();
            assertThat(disk.steps.take()).isEqualTo(WRITE);

            IntStream.rangeClosed(1, 100).forEach(n -> stages.add(append(log, n)));
            disk.close();
            stages.forEach(CompletableFuture::join);

            assertThat(disk.steps.stream().filter(WRITE::equals)).hasSizeBetween(1, 2);
            assertThat(disk.steps.stream().filter(FORCE::equals)).hasSizeBetween(2, 3);
        }
    }
}
