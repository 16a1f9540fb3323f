// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.ddas.fsc.model.LogRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A process that is killed with SIGKILL while it writes.
class KillTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 700, 5_000})
    void everyAcknowledgedRecordIsFoundAfterAKill(int after) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Victim.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<LogRecord> acknowledged = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.US_ASCII)) {
            String line = lines.readLine();
            while (line != null && line.length() == 9) {
                acknowledged.add(Records.number(Integer.parseInt(line)));
                if (acknowledged.size() == after) {
                    // The handle, because the process itself would close the stream with what was acknowledged.
                    boolean killed = process.toHandle().destroyForcibly();
                    assertThat(killed).isTrue();
                }
                line = lines.readLine();
            }
        } finally {
            process.destroyForcibly().waitFor();
        }

        SegmentLog.open(folder, SegmentLog.Limits.DEFAULT).close();

        Set<LogRecord> found = new HashSet<>();
        for (Path segment : Segments.open(folder).all()) {
            Frames.read(segment, found::add);
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(after);
        assertThat(found).containsAll(acknowledged);
    }
}
