// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ddas.basis.Settings;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Talking with clamd itself, which knows one pattern: that of the test file of EICAR, wherever it stands.
@Requirement("S76")
class ClamdProcessTest {

    /// Two halves, so that no scanner finds it here.
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private static final int MOST = 2 << 20;

    @TempDir
    private static Path folder;

    private static Optional<Process> running = Optional.empty();

    @BeforeAll
    static void start() throws IOException {
        Path program = Stream.of("/usr/sbin/clamd", "/usr/bin/clamd", "/usr/local/sbin/clamd")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(ClamdProcessTest::missing);
        Path patterns = Files.createDirectory(folder.resolve("patterns"));
        Files.writeString(
                patterns.resolve("own.ndb"),
                "Own.Eicar:0:*:" + HexFormat.of().formatHex(EICAR.getBytes(StandardCharsets.US_ASCII)) + "\n");
        Files.writeString(folder.resolve("clamd.conf"), """
                Foreground yes
                DatabaseDirectory %s
                LocalSocket %s
                StreamMaxLength 2M
                """.formatted(patterns, socket()));
        Process process = new ProcessBuilder(program.toString(), "--config-file=" + folder.resolve("clamd.conf"))
                .redirectErrorStream(true)
                .start();
        running = Optional.of(process);
        awaitStarted(process);
    }

    /// It says as its last word of the start how often it looks at its patterns again.
    private static void awaitStarted(Process process) throws IOException {
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            if (line.contains("Self checking")) {
                return;
            }
        }
        fail("clamd did not start:%n%s", all);
    }

    private static Path missing() {
        String what = "this test needs clamd (apt-get install clamav-daemon)";
        return System.getenv("CI") == null ? abort("skipped: " + what) : fail(what);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (running.isPresent()) {
            running.get().destroy();
            assertThat(running.get().waitFor(Duration.ofSeconds(30))).isTrue();
        }
    }

    private static Path socket() {
        return folder.resolve("clamd.ctl");
    }

    private static Optional<String> found(byte[] content) throws IOException {
        Path settings = Files.writeString(folder.resolve("verzamelaar.yaml"), "virusscanner: " + socket() + "\n");
        return Clamd.lees(Settings.read("x", settings, Map.of()))
                .orElseThrow()
                .vondst(new ByteArrayInputStream(content));
    }

    @Test
    void whatHasNoPatternIsClean() throws IOException {
        assertThat(found(new byte[0])).isEmpty();
        assertThat(found(new byte[MOST])).isEmpty();
    }

    @Test
    void thePatternIsFoundWhereverItStands() throws IOException {
        assertThat(found(("{\"naam\":\"" + EICAR + "\"}").getBytes(StandardCharsets.US_ASCII)))
                .contains("Own.Eicar.UNOFFICIAL");
        byte[] behindMuch = new byte[MOST];
        byte[] pattern = EICAR.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(pattern, 0, behindMuch, MOST - pattern.length, pattern.length);
        assertThat(found(behindMuch)).contains("Own.Eicar.UNOFFICIAL");
    }

    /// It closes in the middle of what is sent; what it said before is what an operator needs.
    @Test
    void moreThanItTakesIsNoAnswerAndSaysWhatToDo() {
        assertThatThrownBy(() -> found(new byte[2 * MOST]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("raise StreamMaxLength of clamd");
    }
}
