// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The files of this checkout, as the guards read them.
final class Checkout {

    static final Path ROOT = Path.of(System.getProperty("ddas.root"));
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private Checkout() {}

    /// The folders of the modules, as the root pom names them.
    static List<String> modules() {
        return MODULE.matcher(text(ROOT.resolve("pom.xml")))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /// All Java files, tests included.
    static List<Path> javaFiles() {
        return modules().stream()
                .flatMap(module -> files(ROOT.resolve(module).resolve("src")).stream())
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    /// The Java files of the program itself.
    static List<Path> mainJavaFiles() {
        return modules().stream()
                .flatMap(module -> mainFiles(module).stream())
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    /// What a module ships: code and resources.
    static List<Path> mainFiles(String module) {
        return files(ROOT.resolve(module).resolve("src/main"));
    }

    /// The pages that people read.
    static List<Path> documents() throws IOException {
        try (Stream<Path> top = Files.list(ROOT)) {
            return Stream.concat(top, files(ROOT.resolve("docs")).stream())
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    static List<String> groups(Pattern pattern, Path file) {
        return pattern.matcher(text(file)).results().map(Checkout::group).toList();
    }

    private static String group(MatchResult match) {
        return match.group(1);
    }

    /// The place of a file as a person writes it.
    static String name(Path file) {
        return ROOT.relativize(file).toString();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
