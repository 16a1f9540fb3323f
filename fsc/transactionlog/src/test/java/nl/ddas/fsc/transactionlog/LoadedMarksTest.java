// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedMarksTest {

    private static final int GENERATION = 10;

    @TempDir
    private Path folder;

    private LoadedMarks file() {
        return new LoadedMarks(folder, GENERATION, Segment.Disk.REAL);
    }

    private static Mark mark(int n) {
        return new Mark(n, n + 1L);
    }

    private static byte[] marks(int from, int below) {
        ByteBuffer marks = ByteBuffer.allocate((below - from) * Mark.BYTES);
        IntStream.range(from, below).forEach(n -> marks.put(mark(n).toBytes()));
        return marks.array();
    }

    /// Which of the marks below are known after a start.
    private int[] known(int below) {
        RecentKeys recent = new RecentKeys(1_000);
        file().read(recent);
        return IntStream.range(0, below).filter(n -> !recent.add(mark(n))).toArray();
    }

    @Test
    void keepsAtLeastAGenerationAndAboutTwoAtMost() throws IOException {
        for (int n = 0; n < 103; n++) {
            file().add(marks(n, n + 1));
        }

        assertThat(known(103)).containsExactly(IntStream.range(90, 103).toArray());
        assertThat(Files.size(folder.resolve("recent-keys.old"))).isEqualTo(GENERATION * Mark.BYTES);
    }

    @Test
    void goesOnBehindTheLastWholeMarkWhenAWriteWasBrokenOff() throws IOException {
        file().add(marks(0, 3));
        Files.write(folder.resolve("recent-keys"), new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
        assertThat(known(3)).containsExactly(0, 1, 2);

        file().add(marks(3, 5));

        assertThat(known(5)).containsExactly(0, 1, 2, 3, 4);
    }

    /// Zeros are what a power cut leaves of a file that had just grown.
    @Test
    void noBrokenFileIsInTheWay() throws IOException {
        Files.write(folder.resolve("recent-keys"), new byte[9 * Mark.BYTES]);
        Files.createDirectory(folder.resolve("recent-keys.old"));
        assertThat(known(5)).isEmpty();

        file().add(marks(0, 2));

        assertThat(known(5)).containsExactly(0, 1);
    }

    @Test
    void aDiskThatTakesNoMarksIsToldOnly() throws IOException {
        Files.createDirectory(folder.resolve("recent-keys"));

        new LoadedMarks(folder, 1_000, Segment.Disk.REAL).add(marks(0, 2));

        assertThat(known(2)).isEmpty();
    }
}
