// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the documents say is there, is there; and files stay small enough to read.
class DocumentsTest {

    private static final Path ROOT = Path.of(System.getProperty("ddas.root"));
    private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z]\\w+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#\\s]+)");

    @Test
    void everyTypeNamedInTheArchitecturePageExists() throws IOException {
        Set<String> types = sources().map(Path::getFileName)
                .map(name -> name.toString().replace(".java", ""))
                .collect(Collectors.toSet());
        List<String> named = TYPE.matcher(Files.readString(ROOT.resolve("ARCHITECTURE.md")))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(named).isNotEmpty();
        assertThat(types).containsAll(named);
    }

    @Test
    void everyLinkBetweenDocumentsLeadsSomewhere() throws IOException {
        try (Stream<Path> pages = documents()) {
            List<String> broken = pages.flatMap(page -> links(page)
                            .filter(link -> !Files.exists(page.resolveSibling(link)))
                            .map(link -> ROOT.relativize(page) + " -> " + link))
                    .toList();

            assertThat(broken).isEmpty();
        }
    }

    @Test
    void noSourceFileIsTooLongToRead() throws IOException {
        List<String> long_ = sources().filter(file -> lines(file) > 400)
                .map(file -> ROOT.relativize(file).toString())
                .toList();

        assertThat(long_).as("files over 400 lines").isEmpty();
    }

    private static Stream<String> links(Path page) {
        return LINK.matcher(text(page)).results().map(MatchResult::group).map(link -> link.substring(2));
    }

    private static Stream<Path> documents() throws IOException {
        return Files.find(ROOT, 6, (path, attributes) -> path.toString().endsWith(".md") && isOurs(path));
    }

    private static Stream<Path> sources() throws IOException {
        return Files.find(ROOT, 20, (path, attributes) -> path.toString().endsWith(".java") && isOurs(path));
    }

    private static boolean isOurs(Path path) {
        String place = ROOT.relativize(path).toString();
        return !place.contains("target/") && !place.contains("node_modules/") && !place.startsWith("var/");
    }

    private static long lines(Path file) {
        return text(file).lines().count();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
