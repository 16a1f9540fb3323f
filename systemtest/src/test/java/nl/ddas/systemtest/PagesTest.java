// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every page that the program makes, made by the program itself from invented data, is valid HTML and can be used by
/// everyone (WCAG 2.2 AA, as far as a machine can tell).
class PagesTest {

    @TempDir
    static Path map;

    private static final List<Path> PAGES = new ArrayList<>();

    /// The report, six Verwerkingsverslagen, and what the check says of four files: with findings of the rules, of the
    /// form, none, and one that is no JSON. Then the register of activities.
    @BeforeAll
    static void make() throws Exception {
        ddas("demo", "--klaar", "--omvang", "400", "--map", map.resolve("demo").toString());
        for (String errors : List.of("regels", "vorm")) {
            Path folder = map.resolve(errors);
            ddas("genereer", "--aantal", "60", "--zaad", "5", "--fouten", errors, "--map", folder.toString());
            check(folder, errors);
        }
        ddas("genereer", "--aantal", "1", "--map", map.resolve("goed").toString());
        check(map.resolve("goed"), "goed");
        Path broken = Files.createDirectories(map.resolve("broken/gemeente"));
        Files.writeString(broken.resolve("kapot.json"), "{\"leveringen\": [");
        check(map.resolve("broken"), "kapot");
        pages(map.resolve("demo/rapport"));
        pages(map.resolve("demo/verslagen"));
        Path register = map.resolve("register.html");
        ddas("logboek", "register", "exporteer", "--als", "html", "--naar", register.toString());
        PAGES.add(register);
    }

    @Test
    void everyPageIsMade() {
        assertThat(PAGES).hasSize(4 + 1 + 6 + 1);
    }

    @Test
    void everyPageIsAccessible() throws Exception {
        Linters.Verdict verdict = Linters.axe(PAGES);

        assertThat(verdict.good()).as(verdict.said()).isTrue();
    }

    @Test
    void everyPageIsValidHtml() throws Exception {
        Linters.Verdict verdict = Linters.html(PAGES);

        assertThat(verdict.good()).as(verdict.said()).isTrue();
    }

    @Test
    void theLintersSeeAFault() throws Exception {
        Path page = Files.writeString(
                map.resolve("fault.html"),
                "<!DOCTYPE html><title>Fault</title><p><table><img src='data:,'></table><hr width='900'>");

        assertThat(Linters.axe(List.of(page)).said()).contains("html-has-lang", "image-alt", "scrolls sideways");
        assertThat(Linters.html(List.of(page)).good()).isFalse();
    }

    private static void check(Path folder, String name) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            Path file = files.filter(f -> f.toString().matches(".*/gemeente/[^/]+\\.json"))
                    .findFirst()
                    .orElseThrow();
            Path page = map.resolve("controle-" + name + ".html");
            ddas("controleer", "--html", page.toString(), file.toString());
            PAGES.add(page);
        }
    }

    private static void pages(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".html")).sorted().forEach(PAGES::add);
        }
    }

    /// The program in a process of its own, as a user starts it; findings (status 1) are no failure here.
    private static void ddas(String... words) throws Exception {
        Launched done = Launched.ddas(words);
        assertThat(done.status()).as(done.said()).isBetween(0, 1);
    }
}
