// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The linters of `systemtest/linters`, installed by the script `install` there: Spectral for OpenAPI, axe-core in a
/// browser and the Nu HTML checker for pages. Where they are not installed a test is skipped, on a build
/// server it fails.
final class Linters {

    private static final Path FOLDER = Checkout.ROOT.resolve("systemtest/linters");
    private static final Path MODULES = FOLDER.resolve("node_modules");

    private Linters() {}

    /// What a linter said, and whether it found nothing to repair.
    record Verdict(boolean good, String said) {}

    /// Spectral on one document.
    static Verdict spectral(Path ruleset, Path document) throws IOException, InterruptedException {
        return run(List.of(
                node(),
                installed("@stoplight/spectral-cli/dist/index.js"),
                "lint",
                "--fail-severity=warn",
                "--ruleset",
                ruleset.toString(),
                document.toString()));
    }

    /// Accessibility, in several sizes, see `axe.mjs`.
    static Verdict axe(List<Path> pages) throws IOException, InterruptedException {
        installed("axe-core/axe.min.js");
        installed("playwright-core/package.json");
        return run(with(List.of(node(), FOLDER.resolve("axe.mjs").toString(), chromium()), pages));
    }

    /// Validity of HTML. The stylesheet is left out: the checker does not know container queries and layers.
    static Verdict html(List<Path> pages) throws IOException, InterruptedException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        String jar = installed("vnu-jar/build/dist/vnu.jar");
        return run(with(List.of(java, "-jar", jar, "--errors-only", "--filterpattern", "CSS: .*"), pages));
    }

    private static List<String> with(List<String> command, List<Path> pages) {
        return Stream.concat(command.stream(), pages.stream().map(Path::toString))
                .toList();
    }

    private static Verdict run(List<String> command) throws IOException, InterruptedException {
        Launched done = Launched.run(command);
        return new Verdict(done.status() == 0, done.said());
    }

    private static String installed(String file) {
        Path found = MODULES.resolve(file);
        return Files.exists(found) ? found.toString() : Launched.missing("the linters: run systemtest/linters/install");
    }

    private static String node() {
        return onPath("node").orElseGet(() -> Launched.missing("node (Debian: apt-get install nodejs npm)"));
    }

    private static String chromium() {
        return onPath("chromium", "chromium-browser", "google-chrome")
                .orElseGet(() -> Launched.missing("a browser (Debian: apt-get install chromium)"));
    }

    private static Optional<String> onPath(String... names) {
        List<String> folders =
                new ArrayList<>(List.of(System.getenv().getOrDefault("PATH", "").split(":")));
        return Stream.of(names)
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString);
    }
}
