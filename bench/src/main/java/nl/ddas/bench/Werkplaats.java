// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Where a measurement works.
///
/// @param root the repository
/// @param uit for the figures
record Werkplaats(Path root, PrintStream uit, Clock klok) {

    /// What every process of ours is started with, as the launcher does.
    private static final List<String> VLAGGEN = List.of(
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-Dlogback.configurationFile=nl/ddas/bench/logback.xml");

    /// A folder that stays from run to run, below `bench/target`.
    Path map(String naam) throws IOException {
        return Files.createDirectories(root.resolve("bench/target/metingen").resolve(naam));
    }

    /// A folder that is empty now.
    Path verseMap(String naam) throws IOException {
        Path map = map(naam);
        try (Stream<Path> inhoud = Files.walk(map)) {
            for (Path oud : inhoud.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(oud);
            }
        }
        return Files.createDirectories(map);
    }

    Bestanden bestanden() {
        return new Bestanden(this);
    }

    /// The program in a JVM of its own, on the class path and the Java of this run.
    ///
    /// @param heap such as `-Xmx64m`
    List<String> programma(String heap, String... woorden) {
        return java(heap, "nl.ddas.program.Main", woorden);
    }

    /// Another entry point in a JVM of its own.
    List<String> java(String heap, Class<?> begin, String... woorden) {
        return java(heap, begin.getName(), woorden);
    }

    private static List<String> java(String heap, String begin, String... woorden) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return Stream.of(
                        Stream.of(java.toString(), heap),
                        VLAGGEN.stream(),
                        Stream.of("-cp", System.getProperty("java.class.path"), begin),
                        Stream.of(woorden))
                .flatMap(deel -> deel)
                .toList();
    }

    void regel(String vorm, Object... waarden) {
        uit.printf(Locale.ROOT, vorm + "%n", waarden);
    }
}
