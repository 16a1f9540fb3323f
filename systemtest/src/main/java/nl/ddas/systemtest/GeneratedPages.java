// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The step of the build after all tests: judges the lists of requirements, and writes their pages again when they are
/// out of date.
public final class GeneratedPages {

    private final Path root;
    private final boolean strict;
    private final PrintStream out;

    /// @param strict whether an outdated page is a fault
    /// @param out is told what is wrong
    GeneratedPages(Path root, boolean strict, PrintStream out) {
        this.root = root;
        this.strict = strict;
        this.out = out;
    }

    /// Judges the build that is going on, and ends with status 1 when a list is not true.
    ///
    /// @param args the root of the checkout; the moment the build began; what the tests were filtered by, or a
    /// text with `${` when by nothing
    public static void main(String[] args) throws IOException {
        Instant begin = Instant.parse(args[1]);
        boolean filtered = Stream.of(args).skip(2).anyMatch(filter -> !filter.contains("${") && !filter.isBlank());
        boolean strict = System.getenv("CI") != null;
        int status = new GeneratedPages(Path.of(args[0]), strict, System.err).judge(begin, filtered);
        if (status != 0) {
            System.exit(status);
        }
    }

    /// Says what is wrong, and writes the pages. A build of a part of the modules or of the tests cannot tell, and
    /// touches nothing.
    ///
    /// @param begin results of tests from before this moment are of another build
    /// @return 0, or 1 when there are faults
    int judge(Instant begin, boolean filtered) throws IOException {
        List<String> unknown = filtered ? List.of("all, the tests are filtered") : TestResults.missing(root, begin);
        if (!unknown.isEmpty()) {
            out.println("pages: this build did not run the tests of " + String.join(", ", unknown)
                    + "; docs/coverage.md and docs/conformance-*.md are left as they are");
            return 0;
        }
        int status = 0;
        for (GeneratedPage page : List.of(
                Coverage.read(root), Conformance.read(root), AdrConformance.read(root), LdvConformance.read(root))) {
            List<String> faults = new ArrayList<>(page.faults());
            outdated(page).ifPresent(fault -> {
                if (strict) {
                    faults.add(fault);
                } else {
                    out.println(fault);
                }
            });
            faults.forEach(out::println);
            status = faults.isEmpty() ? status : 1;
        }
        return status;
    }

    /// Writes the page when it has changed.
    private Optional<String> outdated(GeneratedPage page) throws IOException {
        Path file = root.resolve(page.file());
        String before = Files.exists(file) ? Files.readString(file) : "";
        if (page.text().equals(before)) {
            return Optional.empty();
        }
        Files.writeString(file, page.text());
        return Optional.of(page.file() + " was out of date and is written again; commit it");
    }
}
