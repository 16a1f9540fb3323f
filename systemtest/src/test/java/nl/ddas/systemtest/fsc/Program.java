// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest.fsc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// `ddas fsc ...` in a process of its own.
final class Program implements AutoCloseable {

    private final Process process;
    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private final CountDownLatch ready = new CountDownLatch(1);

    private Program(Process process) {
        this.process = process;
    }

    /// Starts a part, and returns without waiting for it.
    ///
    /// @param config its settings file, in the folder where it works
    static Program start(String part, Path config) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "nl.ddas.program.Main"));
        Stream.of("fsc", part, "--config", config.toString()).forEach(command::add);
        Program program = new Program(new ProcessBuilder(command)
                .directory(config.getParent().toFile())
                .redirectErrorStream(true)
                .start());
        Thread.ofVirtual().start(program::listen);
        return program;
    }

    private void listen() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            out.lines().forEach(line -> {
                said.add(line);
                if (line.contains("Stoppen met Ctrl-C")) {
                    ready.countDown();
                }
            });
        } catch (IOException | UncheckedIOException gone) {
            said.add("(no more output)");
        } finally {
            ready.countDown();
        }
    }

    /// Waits until it says that it is there.
    Program ready() throws InterruptedException {
        boolean _ = ready.await(2, TimeUnit.MINUTES);
        if (said.stream().noneMatch(line -> line.contains("Stoppen met Ctrl-C"))) {
            throw new AssertionError("the program is not there: " + said);
        }
        return this;
    }

    long pid() {
        return process.pid();
    }

    /// As `kill -9`.
    void kill() throws InterruptedException {
        int _ = process.destroyForcibly().waitFor();
    }

    /// As Ctrl-C.
    @Override
    public void close() {
        process.destroy();
        int _ = process.onExit().join().exitValue();
    }
}
