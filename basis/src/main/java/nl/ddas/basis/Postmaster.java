// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What runs in a data directory: read from `postmaster.pid`, and from `/proc`, where a server process is known by its
/// working directory.
final class Postmaster {

    private static final int PORT_LINE = 3;

    private Postmaster() {}

    /// The port of the server that runs in this data directory.
    ///
    /// @throws DatabaseBusy when none is ready yet
    static int port(Path data) throws IOException {
        List<String> lines = lines(data);
        if (lines.size() <= PORT_LINE || lines.stream().noneMatch(line -> line.startsWith("ready"))) {
            throw new DatabaseBusy("a running process has this folder, but its server is not ready");
        }
        return Integer.parseInt(lines.get(PORT_LINE).strip());
    }

    private static List<String> lines(Path data) throws IOException {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid"));
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    /// Stops a server that outlived the process that started it. The caller must know that no process owns the folder.
    ///
    /// @throws DatabaseBusy when processes are still ending: try again
    static void stopLeftBehind(Path data) throws IOException {
        List<Long> running = runningIn(data);
        if (running.isEmpty()) {
            // No process has this directory: the file only names a dead one, whose number may even be in use again.
            Files.deleteIfExists(data.resolve("postmaster.pid"));
            return;
        }
        List<String> lines = lines(data);
        if (!lines.isEmpty() && running.contains(Long.parseLong(lines.getFirst().strip()))) {
            interrupt(lines.getFirst().strip());
        }
        throw new DatabaseBusy("server processes " + running + " of an earlier run are still ending");
    }

    /// The server process of this data directory, while it runs.
    static Optional<ProcessHandle> process(Path data) throws IOException {
        return lines(data).stream()
                .findFirst()
                .map(line -> Long.parseLong(line.strip()))
                .flatMap(ProcessHandle::of);
    }

    /// SIGINT asks PostgreSQL for a fast shutdown: clients are cut off, the data is written.
    private static void interrupt(String process) throws IOException {
        new ProcessBuilder("kill", "-INT", process).inheritIO().start();
    }

    private static List<Long> runningIn(Path data) throws IOException {
        if (!Files.exists(data)) {
            return List.of();
        }
        Path real = data.toRealPath();
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.map(ProcessHandle::pid).filter(pid -> worksIn(pid, real)).toList();
        }
    }

    private static boolean worksIn(long pid, Path real) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + pid + "/cwd")).equals(real);
        } catch (IOException | UnsupportedOperationException goneOrNotOurs) {
            return false;
        }
    }
}
