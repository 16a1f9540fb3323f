// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceTest {

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    private static final boolean STRICT = true;

    @TempDir
    private Path root;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void aSuiteOfFourTests() throws IOException {
        write("pom.xml", "<modules><module>systemtest</module></modules>");
        write("systemtest/src/test/java/ATest.java", "");
        write("docs/adr-rules.tsv", "rule\texpectation\tproof\tnote\tdeviation\n");
        write("docs/requirements.tsv", "id\trequirement\tstatus\n");
        suite("Manager-Port-1\tA port\t\nManager-Peers-1\tPeers\t28\nInway-Port-1\tA port\t\nOutway-Port-1\tA port\t");
    }

    @Test
    void saysHowEachTestEndedByPartOfTheSuite() throws IOException {
        results("Manager-Port-1\tATest#port\tPASSED\nInway-Port-1\tATest#in\tSKIPPED\n");

        assertThat(judge(!STRICT)).isZero();
        assertThat(page())
                .contains("1 of 4 tests pass.", "## Manager: 1 of 2", "## Inway: 0 of 1", "run by\nourselves")
                .contains("| Manager-Port-1 | A port | passed |  |")
                .contains("| Manager-Peers-1 | Peers | not yet | 28 |")
                .contains("| Inway-Port-1 | A port | skipped |  |");
    }

    @Test
    void aTestOfTheSuiteThatFailsIsAFault() throws IOException {
        results("Manager-Port-1\tATest#port\tPASSED\nManager-Port-1\tBTest#port\tFAILED\n");

        assertThat(judge(!STRICT)).isEqualTo(1);
        assertThat(said.toString(UTF_8))
                .contains("conformance: Manager-Port-1 is named by a failing test: BTest#port")
                .doesNotContain("coverage:");
        assertThat(page()).contains("| Manager-Port-1 | A port | failed |  |");
    }

    @Test
    void anOutdatedPageFailsWhereNobodyCanCommitIt() throws IOException {
        results("");
        assertThat(judge(STRICT)).isEqualTo(1);
        assertThat(said.toString(UTF_8)).contains("docs/conformance-fsc.md was out of date");
        assertThat(judge(STRICT)).isZero();
    }

    @Test
    void anIdOfNoPartAndAnIdThatStandsTwiceAreFaults() throws IOException {
        suite("Door-1\tA door\t\nInway-Port-1\tA port\t\nInway-Port-1\tA port\t");
        results("");

        assertThat(judge(!STRICT)).isEqualTo(1);
        assertThat(said.toString(UTF_8))
                .contains("Door-1 is of no part of the suite", "Inway-Port-1 stands in docs/fsc-tests.tsv twice");
    }

    @Test
    void theListHoldsTheWholeSuite() throws IOException {
        assertThat(Conformance.suite(Checkout.ROOT).stream()
                        .collect(Collectors.groupingBy(Conformance.SuiteTest::part, Collectors.counting())))
                .containsOnly(
                        entry("Manager", 57L), entry("Inway", 13L), entry("Outway", 8L), entry("Integration", 6L));
    }

    @Test
    void deviationsAreRowsThatExist() throws IOException {
        String rows = Files.readString(Checkout.ROOT.resolve("docs/deviations.md"));

        assertThat(Conformance.suite(Checkout.ROOT).stream()
                        .flatMap(test -> List.of(test.deviation().split(", ")).stream())
                        .filter(row -> !row.isEmpty()))
                .allSatisfy(row -> assertThat(rows).contains("\n| " + row + " | FSC: "));
    }

    private int judge(boolean strict) throws IOException {
        return new GeneratedPages(root, strict, new PrintStream(said, true, UTF_8)).judge(LONG_AGO, false);
    }

    private String page() throws IOException {
        return Files.readString(root.resolve("docs/conformance-fsc.md"));
    }

    private void suite(String lines) throws IOException {
        write("docs/fsc-tests.tsv", "id\texpectation\tdeviation\n" + lines + "\n");
        write("docs/coverage.md", Coverage.read(root).text());
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
