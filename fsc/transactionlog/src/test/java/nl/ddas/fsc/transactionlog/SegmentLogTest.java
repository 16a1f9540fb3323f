// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import nl.ddas.fsc.model.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentLogTest {

    @TempDir
    private Path folder;

    private List<LogRecord> found() throws IOException {
        List<LogRecord> found = new ArrayList<>();
        for (Path segment : Segments.open(folder).all()) {
            int whole = Math.toIntExact(Frames.read(segment, found::add));
            byte[] bytes = Files.readAllBytes(segment);
            // Zeros stand behind the last record while the segment is written.
            assertThat(Arrays.copyOfRange(bytes, whole, bytes.length)).isEqualTo(new byte[bytes.length - whole]);
        }
        return found;
    }

    private static CompletableFuture<Void> append(SegmentLog log, LogRecord record) {
        return log.append(record).toCompletableFuture();
    }

    @Test
    void whatIsAcknowledgedIsInTheFile() throws IOException {
        try (SegmentLog log = SegmentLog.open(folder, SegmentLog.Limits.DEFAULT)) {
            append(log, Records.full()).join();

            assertThat(found()).containsExactly(Records.full());
        }
    }

    @Test
    void manyAtOnceKeepTheirOrderAndAreRotatedBySize() throws IOException {
        List<LogRecord> all = IntStream.range(0, 500).mapToObj(Records::number).toList();
        SegmentLog.Limits small = new SegmentLog.Limits(2_000, 10_000, true, 1_000);
        try (SegmentLog log = SegmentLog.open(folder, small)) {
            append(log, Records.full()).join();
            append(log, all.getFirst()).join();
            List<CompletableFuture<Void>> stages =
                    all.stream().skip(1).map(record -> append(log, record)).toList();
            stages.forEach(CompletableFuture::join);
            for (int n = 1000; n < 1020; n++) {
                append(log, Records.number(n)).join();
            }
        }

        assertThat(found().subList(1, 501)).isEqualTo(all);
        assertThat(Segments.open(folder).all()).hasSizeGreaterThan(2);
    }

    @Test
    void aTornTailIsCutAtTheStartAndKeptApart() throws IOException {
        Path segment = folder.resolve("segment-000000000001.log");
        byte[] whole = Frames.frame(Records.number(1));
        byte[] torn = Frames.frame(Records.number(2));
        Files.write(segment, whole);
        Files.write(segment, Arrays.copyOf(torn, torn.length - 3), StandardOpenOption.APPEND);

        SegmentLog.open(folder, SegmentLog.Limits.DEFAULT).close();

        assertThat(found()).containsExactly(Records.number(1));
        assertThat(Files.size(folder.resolve("segment-000000000001.log.torn"))).isEqualTo(torn.length - 3);
    }

    /// Numbers of segments come back when they have been loaded; what was set aside is not written over.
    @Test
    void eachTornTailIsKept() throws IOException {
        for (int n = 2; n < 4; n++) {
            byte[] torn = Arrays.copyOf(Frames.frame(Records.number(n)), 30 + n);
            Path segment = Files.write(folder.resolve("segment-000000000001.log"), torn);
            SegmentLog.open(folder, SegmentLog.Limits.DEFAULT).close();
            Files.delete(segment);
        }
        try (SegmentLog log = SegmentLog.open(folder, SegmentLog.Limits.DEFAULT)) {
            assertThat(log.torn()).containsExactly("segment-000000000001.log.torn", "segment-000000000001.log.torn.2");
        }
        assertThat(Files.size(folder.resolve("segment-000000000001.log.torn"))).isEqualTo(32);
        assertThat(Files.size(folder.resolve("segment-000000000001.log.torn.2")))
                .isEqualTo(33);
    }

    /// Behind the damage stand records that were acknowledged.
    @Test
    void aByteThatFellOverBetweenRecordsCutsNothingOff() throws IOException {
        byte[] damaged = Records.damaged();
        Path segment = Files.write(folder.resolve("segment-000000000001.log"), damaged);

        try (SegmentLog log = SegmentLog.open(folder, SegmentLog.Limits.DEFAULT)) {
            assertThat(log.torn()).isEmpty();
        }

        assertThat(Files.readAllBytes(segment)).isEqualTo(damaged);
    }

    /// With a good checksum, so that it was written whole: no crash left it.
    static byte[] strange() {
        byte[] text = "{}".getBytes(StandardCharsets.US_ASCII);
        CRC32C crc = new CRC32C();
        crc.update(text);
        return ByteBuffer.allocate(Frames.HEAD + text.length)
                .putInt(text.length)
                .putInt((int) crc.getValue())
                .put(text)
                .array();
    }

    @Test
    void aSegmentThatCannotBeReadIsLeftAloneAndNamed() throws IOException {
        Path bad = Files.write(folder.resolve("segment-000000000001.log"), strange());
        Path good = Files.write(folder.resolve("segment-000000000002.log"), Frames.frame(Records.number(1)));
        try (SegmentLog log = SegmentLog.open(folder, SegmentLog.Limits.DEFAULT)) {
            assertThat(log.unreadable()).containsExactly("segment-000000000001.log");
            append(log, Records.number(2)).join();
            log.endSegment().toCompletableFuture().join();
            assertThat(log.ended()).containsExactly(good, folder.resolve("segment-000000000003.log"));
        }
        assertThat(Files.readAllBytes(bad)).isEqualTo(strange());
    }

    @Test
    void theZerosAheadAreGoneWhenASegmentHasEndedOrTheLogIsOpenedAfterACrash() throws IOException {
        byte[] whole = Frames.frame(Records.number(1));
        byte[] torn = Arrays.copyOf(Frames.frame(Records.number(2)), 30);
        Path crashed = folder.resolve("segment-000000000001.log");
        Path alsoTorn = folder.resolve("segment-000000000002.log");
        Files.write(crashed, Arrays.copyOf(whole, 200_000));
        Files.write(alsoTorn, torn);
        Files.write(alsoTorn, new byte[100_000], StandardOpenOption.APPEND);
        try (SegmentLog log = SegmentLog.open(folder, SegmentLog.Limits.DEFAULT)) {
            append(log, Records.number(3)).join();
        }

        assertThat(Files.size(crashed)).isEqualTo(whole.length);
        assertThat(folder.resolve("segment-000000000001.log.torn")).doesNotExist();
        assertThat(Files.size(alsoTorn)).isZero();
        assertThat(Files.readAllBytes(folder.resolve("segment-000000000002.log.torn")))
                .isEqualTo(torn);
        assertThat(Files.size(folder.resolve("segment-000000000003.log")))
                .isEqualTo(Frames.frame(Records.number(3)).length);
        assertThat(found()).containsExactly(Records.number(1), Records.number(3));
    }

    @Test
    void aWriterThatDiesIsSeen() throws IOException {
        Segment.Disk broken = new Segment.Disk() {
            @Override
            public void write(FileChannel channel, ByteBuffer bytes) {
                throw new IllegalStateException("a mistake of our own");
            }
        };
        try (SegmentLog log = SegmentLog.open(folder, SegmentLog.Limits.DEFAULT, broken)) {
            assertThat(append(log, Records.number(1)))
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(LogWriteFailed.class);
            assertThat(log.fault()).hasValueSatisfying(why -> assertThat(why).contains("schrijft niet meer"));
        }
    }

    @Test
    void aByteThatFellOverEndsTheReading() throws IOException {
        byte[] frame = Frames.frame(Records.number(1));
        frame[20] ^= 1;
        Path segment = Files.write(folder.resolve("segment-000000000001.log"), frame);

        assertThat(Frames.read(segment, record -> {})).isZero();
    }

    /// Takes ten more bytes when it is full.
    private static final class FullDisk implements Segment.Disk {

        private volatile boolean full;

        @Override
        public void write(FileChannel channel, ByteBuffer bytes) throws IOException {
            if (full) {
                channel.write(ByteBuffer.wrap(new byte[10]));
                throw new IOException("No space left on device");
            }
            Segment.Disk.super.write(channel, bytes);
        }
    }

    @Test
    void aFullDiskRefusesAndNothingOfItIsAcknowledgedOrLeftBehind() throws IOException {
        FullDisk disk = new FullDisk();
        try (SegmentLog log = SegmentLog.open(folder, SegmentLog.Limits.DEFAULT, disk)) {
            append(log, Records.number(1)).join();
            disk.full = true;

            assertThatThrownBy(() -> append(log, Records.number(2)).join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(LogWriteFailed.class);
            assertThat(log.fault().orElseThrow()).contains("kan niet worden geschreven");

            disk.full = false;
            append(log, Records.number(2)).join();
            assertThat(log.fault()).isEmpty();
        }
        assertThat(found()).containsExactly(Records.number(1), Records.number(2));
    }

    /// A gateway refuses a thousand requests a second then: with a file for each the folder would grow without end.
    @Test
    void aFullDiskGetsNoFileForEachRefusal() throws IOException {
        FullDisk full = new FullDisk();
        full.full = true;
        try (SegmentLog log = SegmentLog.open(folder, SegmentLog.Limits.DEFAULT, full)) {
            for (int n = 0; n < 50; n++) {
                LogRecord record = Records.number(n);
                assertThatThrownBy(() -> append(log, record).join()).hasCauseInstanceOf(LogWriteFailed.class);
            }
            assertThat(Segments.open(folder).all()).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void passesOverANameThatSomebodyElsePutThere() throws IOException {
        try (SegmentLog log = SegmentLog.open(folder, SegmentLog.Limits.DEFAULT)) {
            append(log, Records.number(1)).join();
            Path theirs = Files.write(folder.resolve("segment-000000000002.log"), Frames.frame(Records.number(2)));
            log.endSegment().toCompletableFuture().join();
            append(log, Records.number(3)).join();

            assertThat(log.ended()).containsExactly(folder.resolve("segment-000000000001.log"), theirs);
        }
        assertThat(found()).containsExactly(Records.number(1), Records.number(2), Records.number(3));
    }

    @Test
    void refusesATransactionThatWasLoggedBeforeAlsoAfterARestart() throws IOException {
        try (SegmentLog log = SegmentLog.open(folder, SegmentLog.Limits.DEFAULT)) {
            append(log, Records.number(1)).join();
            assertThatThrownBy(() -> append(log, Records.number(1)).join()).hasCauseInstanceOf(LogWriteFailed.class);
        }
        try (SegmentLog log = SegmentLog.open(folder, SegmentLog.Limits.DEFAULT)) {
            assertThatThrownBy(() -> append(log, Records.number(1)).join()).hasCauseInstanceOf(LogWriteFailed.class);
        }
        assertThat(found()).hasSize(1);
    }

    @Test
    void takesATransactionTwiceWhenTheGroupWantsIt() throws IOException {
        try (SegmentLog log = SegmentLog.open(folder, new SegmentLog.Limits(1 << 20, 100, false, 100))) {
            append(log, Records.number(1)).join();
            append(log, Records.number(1)).join();
        }
        assertThat(found()).hasSize(2);
    }

    @Test
    void aClosedLogRefusesAndASecondProcessIsKeptOut() throws IOException {
        SegmentLog log = SegmentLog.open(folder, SegmentLog.Limits.DEFAULT);
        assertThatThrownBy(() -> SegmentLog.open(folder, SegmentLog.Limits.DEFAULT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another process");
        log.close();
        assertThat(append(log, Records.number(1))).isCompletedExceptionally();
        SegmentLog.open(folder, SegmentLog.Limits.DEFAULT).close();
    }
}
