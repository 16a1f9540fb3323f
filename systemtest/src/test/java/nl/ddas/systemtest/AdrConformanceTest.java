// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdrConformanceTest {

    @TempDir
    private Path root;

    @BeforeEach
    void fourRules() throws IOException {
        write("pom.xml", "<modules><module>systemtest</module></modules>");
        write("docs/adr-rules.tsv", """
                rule\texpectation\tproof\tnote\tdeviation
                semver\tThree numbers\tlinter\t\t
                version-header\tThe version\tlinter+contract\t\t64
                stateless\tNo sessions\thand\tRead\t
                modules/geospatial\tMaps\tabsent\tNo maps\t
                """);
    }

    @Test
    void saysHowEachRuleEndedForEachApi() throws IOException {
        results("""
                adr/lint/bron\tOpenapiLintTest#bron\tPASSED
                adr/lint/seed\tOpenapiLintTest#seed\tPASSED
                adr/version-header\tBronApiTest#headers\tPASSED
                adr/version-header\tVersleuteldeApiTest#headers\tFAILED
                """);

        assertThat(AdrConformance.read(root).text())
                .contains("| semver | Three numbers | kept | kept | not yet |")
                .contains("| version-header | The version | kept | not kept | not yet |")
                .contains("| linter, contract |  | 64 |")
                .contains("| stateless | No sessions |" + " by hand |".repeat(9) + " hand | Read |")
                .contains("| modules/geospatial | Maps | - |");
    }

    @Test
    void aFailingTestAndARuleThatIsNotThereAreFaults() throws IOException {
        results("""
                adr/lint/bron\tOpenapiLintTest#bron\tFAILED
                adr/no-such-rule\tBronApiTest#headers\tPASSED
                """);

        assertThat(AdrConformance.read(root).faults())
                .containsExactly(
                        "adr: adr/lint/bron is named by a failing test: OpenapiLintTest#bron",
                        "adr: adr/no-such-rule is named by a test, but is not in docs/adr-rules.tsv");
    }

    @Test
    void theListHoldsTheCoreRulesOnce() throws IOException {
        List<AdrConformance.Rule> rules = AdrConformance.rules(Checkout.ROOT);

        assertThat(rules).hasSize(36);
        assertThat(rules.stream().map(AdrConformance.Rule::id)).doesNotHaveDuplicates();
    }

    @Test
    void deviationsAreRowsThatExist() throws IOException {
        String rows = Files.readString(Checkout.ROOT.resolve("docs/deviations.md"));

        assertThat(AdrConformance.rules(Checkout.ROOT).stream()
                        .flatMap(rule -> List.of(rule.deviation().split(", ")).stream())
                        .filter(row -> !row.isEmpty()))
                .allSatisfy(row -> assertThat(rows).contains("\n| " + row + " | "));
    }

    private void results(String lines) throws IOException {
        write("systemtest/target/requirements.tsv", lines);
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
