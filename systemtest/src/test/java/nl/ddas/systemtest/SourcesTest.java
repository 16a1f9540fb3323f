// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The habits that keep the code readable: small files, small methods, no module without a reason, no word of a
/// standard below the standards.
class SourcesTest {

    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_METHOD = 40;
    private static final int SMALLEST_MODULE = 4;

    /// Modules that hold tests and measurements.
    private static final Set<String> WITHOUT_PRODUCT_CODE = Set.of("systemtest", "bench");

    private static final Pattern STANDARD =
            Pattern.compile("(?i)ddas|\\bfsc|\\bldv|levering|traject|schuldhulp|bevinding|uitwisselmodel");

    /// Comments may name the source of a rule; code may not know it.
    private static final Pattern COMMENT = Pattern.compile("(?s:/\\*.*?\\*/)|(?m:^\\s*//.*$)|\\s// .*");

    private static final Pattern OWN_NAMES = Pattern.compile("nl[./]ddas[./][\\w./]*");

    @Test
    void noFileIsTooLongToRead() {
        List<String> offenders = Checkout.javaFiles().stream()
                .filter(file -> Checkout.text(file).lines().count() > LONGEST_FILE)
                .map(Checkout::name)
                .toList();

        assertThat(offenders).as("files over %d lines", LONGEST_FILE).isEmpty();
    }

    @Test
    void noMethodIsTooLongToRead() throws IOException {
        assertThat(Sources.longMethods(Checkout.javaFiles(), LONGEST_METHOD))
                .as("methods over %d lines", LONGEST_METHOD)
                .isEmpty();
    }

    @Test
    void namesAreImported() throws IOException {
        assertThat(Sources.fullNames(Checkout.javaFiles()))
                .as("full names in code")
                .isEmpty();
    }

    @Test
    void onlyTheProgramWritesToTheTerminal() {
        List<String> offenders = Checkout.mainJavaFiles().stream()
                .filter(file -> !Checkout.name(file).startsWith("program/")
                        && !Checkout.name(file).matches("(systemtest|bench)/.*"))
                .filter(file -> Checkout.text(file).matches("(?s).*(System\\.(out|err)|printStackTrace\\(\\)).*"))
                .map(Checkout::name)
                .toList();

        assertThat(offenders).isEmpty();
    }

    /// Classes run beside each other in one process, which has one log.
    @Test
    void whoListensToTheLogRunsAlone() {
        List<String> offenders = Checkout.javaFiles().stream()
                .filter(file -> file.toString().endsWith("Test.java"))
                .filter(file -> Checkout.text(file).contains(".addAppender(")
                        && !Checkout.text(file).contains("@Isolated("))
                .map(Checkout::name)
                .toList();

        assertThat(offenders).as("tests on the log without @Isolated").isEmpty();
    }

    @Test
    void noModuleIsSmallerThanItsOverhead() {
        assertThat(Checkout.modules())
                .filteredOn(module -> !WITHOUT_PRODUCT_CODE.contains(module) && !isStillToCome(module))
                .allSatisfy(module -> assertThat(Checkout.mainFiles(module).stream()
                                .filter(file ->
                                        file.toString().endsWith(".java") && !file.endsWith("package-info.java")))
                        .as("source files of %s", module)
                        .hasSizeGreaterThanOrEqualTo(SMALLEST_MODULE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"basis", "trust", "presentation"})
    void whatIsBelowTheStandardsDoesNotSpeakOfThem(String module) {
        List<String> words = new ArrayList<>();
        for (Path file : Checkout.mainFiles(module)) {
            wordsOfAStandard(Checkout.text(file)).forEach(word -> words.add(Checkout.name(file) + ": " + word));
        }

        assertThat(words).isEmpty();
    }

    @Test
    void onlyCommentsAndOurOwnNamesMaySpeakOfAStandard() {
        assertThat(wordsOfAStandard("""
                // SPDX-FileCopyrightText: 2026 The DDAS authors
                package nl.ddas.basis;

                /* As FSC
                   says. */
                /// A sign of DDAS.
                String one = "Ddas"; // FSC Core
                    // LDV
                String other = "a schuldhulptraject";
                """)).containsExactly("Ddas", "schuldhulp", "traject");
    }

    private static List<String> wordsOfAStandard(String source) {
        String code = COMMENT.matcher(source).replaceAll("");
        return STANDARD.matcher(OWN_NAMES.matcher(code).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        List<String> silent = Checkout.mainJavaFiles().stream()
                .filter(file -> !Checkout.name(file).startsWith("bench/"))
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !folder.resolve("package-info.java").toFile().exists())
                .map(Checkout::name)
                .toList();

        assertThat(silent).isEmpty();
    }

    /// A place kept free: nothing but the sign on its door.
    private static boolean isStillToCome(String module) {
        return Checkout.mainFiles(module).stream().allMatch(file -> file.endsWith("package-info.java"));
    }
}
