// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A whole process, from start to end.
///
/// @param status exit status
/// @param seconden by the clock on the wall
/// @param rekentijd processor seconds, short of the last twentieth of a second or so; 0 where the system does not tell
/// @param geheugen most resident memory in bytes; 0 where the system does not tell
record Proces(int status, double seconden, double rekentijd, long geheugen) {

    private static final File NERGENS = new File("/dev/null");

    /// Runs it, its output thrown away.
    static Proces draai(Path map, List<String> opdracht) throws IOException, InterruptedException {
        return draai(map, opdracht, NERGENS);
    }

    /// Runs it, all it prints to a file.
    static Proces draai(Path map, List<String> opdracht, File uitvoer) throws IOException, InterruptedException {
        ProcessBuilder bouwer = new ProcessBuilder(opdracht)
                .directory(map.toFile())
                .redirectErrorStream(true)
                .redirectOutput(uitvoer);
        long begin = System.nanoTime();
        Process proces = bouwer.start();
        proces.getOutputStream().close();
        Path stand = Path.of("/proc/" + proces.pid() + "/status");
        long geheugen = 0;
        Duration rekentijd = Duration.ZERO;
        try {
            while (!proces.waitFor(50, TimeUnit.MILLISECONDS)) {
                geheugen = Math.max(geheugen, piek(stand));
                rekentijd = proces.info().totalCpuDuration().orElse(rekentijd);
            }
        } finally {
            proces.destroy();
        }
        return new Proces(proces.exitValue(), (System.nanoTime() - begin) / 1e9, rekentijd.toMillis() / 1e3, geheugen);
    }

    private static long piek(Path stand) {
        try (Stream<String> regels = Files.lines(stand)) {
            return regels.filter(regel -> regel.startsWith("VmHWM:"))
                    .mapToLong(regel -> Long.parseLong(regel.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException ended) {
            return 0; // no such file here, or the process is just gone
        }
    }

    /// Stops when a process ended in another way than it should.
    Proces eis(int... goed) {
        for (int verwacht : goed) {
            if (status == verwacht) {
                return this;
            }
        }
        throw new IllegalStateException("the process ended with status " + status);
    }
}
