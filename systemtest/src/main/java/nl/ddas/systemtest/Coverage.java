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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes `docs/coverage.md`: each requirement of the two specifications with the tests that prove it, or "not yet".
///
/// Reads `docs/requirements.tsv` (id, requirement, status `done`, `open` or `process`) and what the tests of every
/// module wrote down, see [TestResults]. A requirement listed as done without a passing test, or with a failing one, is
/// a fault.
public final class Coverage {

    private static final Set<String> STATES = Set.of("done", "open", "process");

    private final List<Requirement> requirements;
    private final Map<String, List<Proof>> proofs;

    private Coverage(List<Requirement> requirements, Map<String, List<Proof>> proofs) {
        this.requirements = requirements;
        this.proofs = proofs;
    }

    /// One line of `docs/requirements.tsv`.
    record Requirement(String id, String text, String status) {}

    /// One test that names a requirement.
    record Proof(String id, String test, String outcome) {}

    /// Judges the build that is going on, and ends with status 1 when the list is not true.
    ///
    /// @param args the root of the checkout; the moment the build began; what the tests were filtered by, or a
    /// text with `${` when by nothing
    public static void main(String[] args) throws IOException {
        Instant begin = Instant.parse(args[1]);
        boolean filtered = Stream.of(args).skip(2).anyMatch(filter -> !filter.contains("${") && !filter.isBlank());
        boolean strict = System.getenv("CI") != null;
        int status = judge(Path.of(args[0]), begin, filtered, strict, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    /// Says on `out` what is wrong, and writes the page again when it is out of date. A build of a part of the modules
    /// or of the tests cannot tell, and touches nothing.
    ///
    /// @param begin results of tests from before this moment are of another build
    /// @param strict whether an outdated page is a fault
    /// @return 0, or 1 when there are faults
    static int judge(Path root, Instant begin, boolean filtered, boolean strict, PrintStream out) throws IOException {
        List<String> unknown = filtered ? List.of("all, the tests are filtered") : TestResults.missing(root, begin);
        if (!unknown.isEmpty()) {
            out.println("coverage: this build did not run the tests of " + String.join(", ", unknown)
                    + "; docs/coverage.md is left as it is");
            return 0;
        }
        Coverage coverage = read(root);
        List<String> faults = new ArrayList<>(coverage.faults());
        Path page = root.resolve("docs/coverage.md");
        String before = Files.exists(page) ? Files.readString(page) : "";
        String now = coverage.page();
        if (!now.equals(before)) {
            Files.writeString(page, now);
            String outdated = "docs/coverage.md was out of date and is written again; commit it";
            if (strict) {
                faults.add(outdated);
            } else {
                out.println("coverage: " + outdated);
            }
        }
        faults.forEach(fault -> out.println("coverage: " + fault));
        return faults.isEmpty() ? 0 : 1;
    }

    static Coverage read(Path root) throws IOException {
        List<Requirement> requirements = Files.readAllLines(root.resolve("docs/requirements.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(cells -> new Requirement(cells[0], cells[1], cells[2]))
                .toList();
        Map<String, List<Proof>> proofs = TestResults.lines(root).stream()
                .map(line -> line.split("\t", -1))
                .map(cells -> new Proof(cells[0], cells[1], cells[2]))
                .collect(Collectors.groupingBy(Proof::id, TreeMap::new, Collectors.toList()));
        return new Coverage(requirements, proofs);
    }

    /// Every reason why the list is not true.
    List<String> faults() {
        Stream<String> unproven = requirements.stream()
                .filter(r -> r.status().equals("done") && !isProven(r.id()))
                .map(r -> r.id() + " is listed as done, but no passing test proves it");
        Stream<String> odd = requirements.stream()
                .filter(r -> !STATES.contains(r.status()))
                .map(r -> r.id() + " has status '" + r.status() + "'; expected done, open or process");
        Stream<String> failing = proofs.values().stream()
                .flatMap(List::stream)
                .filter(p -> p.outcome().equals("FAILED"))
                .map(p -> p.id() + " is named by a failing test: " + p.test());
        Stream<String> unknown = proofs.keySet().stream()
                .filter(id -> requirements.stream().noneMatch(r -> r.id().equals(id)))
                .map(id -> id + " is named by a test, but is not in docs/requirements.tsv");
        return Stream.of(odd, unproven, failing, unknown).flatMap(s -> s).toList();
    }

    private boolean isProven(String id) {
        return proofs.getOrDefault(id, List.of()).stream()
                .anyMatch(p -> p.outcome().equals("PASSED"));
    }

    /// The page, the same for the same tests.
    String page() {
        long done = requirements.stream().filter(r -> r.status().equals("done")).count();
        StringBuilder page = new StringBuilder("""
                <!-- Generated by the build from docs/requirements.tsv and the tests; do not edit. -->
                # Coverage of the specifications

                Each requirement of the DDAS interface specification (S) and of the guideline for extensions of the
                Logboek Dataverwerkingen (EXT), with the tests that prove it.
                "done" means: built, and a test shows it; "part" means: tests show a part, more follows; "process"
                means: an agreement between people, nothing to build.

                """);
        page.append("%d of %d requirements are done.%n%n".formatted(done, requirements.size()));
        page.append("| id | requirement | state | tests |\n|---|---|---|---|\n");
        requirements.forEach(
                r -> page.append("| %s | %s | %s | %s |%n".formatted(r.id(), r.text(), state(r), tests(r.id()))));
        return page.toString();
    }

    private String state(Requirement requirement) {
        boolean named = proofs.containsKey(requirement.id());
        return requirement.status().equals("open") ? (named ? "part" : "not yet") : requirement.status();
    }

    private String tests(String id) {
        return proofs.getOrDefault(id, List.of()).stream()
                .map(p -> "`" + p.test() + "`")
                .sorted()
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
