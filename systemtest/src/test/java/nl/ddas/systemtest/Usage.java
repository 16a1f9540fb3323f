// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What this process holds at a moment.
///
/// @param heap bytes that are still in use after a collection
/// @param memory bytes that the process has in memory, the heap included
/// @param descriptors open files and connections
/// @param threads of the platform
/// @param files in the folder of the test and the folder for temporary files, without those that a delivery should
/// leave: rows of the database, and the Verwerkingsverslag that the supplier received
record Usage(long heap, long memory, long descriptors, long threads, long files) {

    /// Measures now, after two collections.
    static Usage now(Path folder) throws IOException {
        System.gc();
        System.gc();
        return new Usage(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                resident(),
                count(Path.of("/proc/self/fd")),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                files(folder) + temporary());
    }

    /// The least of both, part by part.
    Usage least(Usage other) {
        return new Usage(
                Math.min(heap, other.heap),
                Math.min(memory, other.memory),
                Math.min(descriptors, other.descriptors),
                Math.min(threads, other.threads),
                Math.min(files, other.files));
    }

    @Override
    public String toString() {
        return "heap %d KiB, process %d MiB, descriptors %d, threads %d, files %d"
                .formatted(heap >> 10, memory >> 20, descriptors, threads, files);
    }

    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElseThrow();
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> !file.startsWith(folder.resolve("database")))
                    .filter(file -> !file.startsWith(folder.resolve("opslag/verslagen")))
                    .filter(Files::isRegularFile)
                    .count();
        }
    }

    /// What we leave among the temporary files; others use that folder too.
    private static long temporary() throws IOException {
        try (Stream<Path> found = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return found.filter(file -> String.valueOf(file.getFileName()).startsWith("ddas-"))
                    .count();
        }
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.count();
        }
    }
}
