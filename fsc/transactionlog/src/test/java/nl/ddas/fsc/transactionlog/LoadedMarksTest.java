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

class KeyFileTest {

    private static final int GENERATION = 10;

    @TempDir
    private Path folder;

    private KeyFile file() {
        return new KeyFile(folder, GENERATION, Segment.Disk.REAL);
    }

    private static byte[] keys(int from, int below) {
        ByteBuffer keys = ByteBuffer.allocate((below - from) * KeyFile.KEY);
        IntStream.range(from, below).forEach(n -> keys.putLong(n).putLong(n + 1L));
        return keys.array();
    }

    /// Which of the keys below are known after a start.
    private int[] known(int below) {
        RecentKeys recent = new RecentKeys(1_000);
        file().read(recent);
        return IntStream.range(0, below).filter(n -> !recent.add(n, n + 1L)).toArray();
    }

    @Test
    void keepsAtLeastAGenerationAndAboutTwoAtMost() throws IOException {
        for (int n = 0; n < 103; n++) {
            file().add(keys(n, n + 1));
        }

        assertThat(known(103)).containsExactly(IntStream.range(90, 103).toArray());
        assertThat(Files.size(folder.resolve("recent-keys.old"))).isEqualTo(GENERATION * KeyFile.KEY);
    }

    @Test
    void goesOnBehindTheLastWholeKeyWhenAWriteWasBrokenOff() throws IOException {
        file().add(keys(0, 3));
        Files.write(folder.resolve("recent-keys"), new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
        assertThat(known(3)).containsExactly(0, 1, 2);

        file().add(keys(3, 5));

        assertThat(known(5)).containsExactly(0, 1, 2, 3, 4);
    }

    /// Zeros are what a power cut leaves of a file that had just grown.
    @Test
    void noBrokenFileIsInTheWay() throws IOException {
        Files.write(folder.resolve("recent-keys"), new byte[9 * KeyFile.KEY]);
        Files.createDirectory(folder.resolve("recent-keys.old"));
        assertThat(known(5)).isEmpty();

        file().add(keys(0, 2));

        assertThat(known(5)).containsExactly(0, 1);
    }

    @Test
    void aDiskThatTakesNoKeysIsToldOnly() throws IOException {
        Files.createDirectory(folder.resolve("recent-keys"));

        new KeyFile(folder, 1_000, Segment.Disk.REAL).add(keys(0, 2));

        assertThat(known(2)).isEmpty();
    }
}
