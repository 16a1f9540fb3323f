// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the tests of every module wrote down: `target/requirements.tsv`, lines of requirement, test and outcome.
final class TestResults {

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private TestResults() {}

    /// The modules with tests whose results are not of the build that began at this moment, in the order of the pom.
    static List<String> missing(Path root, Instant begin) throws IOException {
        return modules(root).stream()
                .filter(module -> hasTests(root.resolve(module)) && !isFresh(file(root, module), begin))
                .toList();
    }

    /// One test that names a requirement.
    ///
    /// @param outcome PASSED, SKIPPED or FAILED
    record Proof(String id, String test, String outcome) {}

    /// What the tests of all modules proved, by requirement.
    static Map<String, List<Proof>> proofs(Path root) throws IOException {
        return modules(root).stream()
                .map(module -> file(root, module))
                .filter(Files::exists)
                .flatMap(file -> read(file).lines())
                .map(line -> line.split("\t", -1))
                .map(cells -> new Proof(cells[0], cells[1], cells[2]))
                .collect(Collectors.groupingBy(Proof::id, TreeMap::new, Collectors.toList()));
    }

    /// The worst that tests came to, in words; "not yet" when there are none.
    static String worst(Stream<Proof> proofs) {
        Set<String> outcomes = proofs.map(Proof::outcome).collect(Collectors.toSet());
        return Stream.of("FAILED", "SKIPPED", "PASSED")
                .filter(outcomes::contains)
                .findFirst()
                .map(outcome -> outcome.toLowerCase(Locale.ROOT))
                .orElse("not yet");
    }

    private static List<String> modules(Path root) throws IOException {
        return MODULE.matcher(Files.readString(root.resolve("pom.xml")))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static Path file(Path root, String module) {
        return root.resolve(module).resolve("target/requirements.tsv");
    }

    private static boolean hasTests(Path module) {
        Path folder = module.resolve("src/test/java");
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(file -> file.toString().endsWith("Test.java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFresh(Path file, Instant begin) {
        try {
            return Files.exists(file)
                    && !Files.getLastModifiedTime(file).toInstant().isBefore(begin.truncatedTo(ChronoUnit.SECONDS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
