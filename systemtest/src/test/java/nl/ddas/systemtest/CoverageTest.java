// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageTest {

    private static final Instant BEGIN = Instant.parse("2026-11-21T20:00:00Z");
    private static final boolean STRICT = true;

    @TempDir
    private Path root;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void aCheckoutWithTwoModules() throws IOException {
        write(
                "pom.xml",
                "<modules><module>basis</module><module>levering/model</module><module>leeg</module></modules>");
        write("basis/src/test/java/ATest.java", "");
        write("levering/model/src/test/java/nl/BTest.java", "");
        write("docs/adr-rules.tsv", "rule\texpectation\tproof\tnote\tdeviation\n");
        write("docs/requirements.tsv", "id\trequirement\tstatus\nS1\tOne\tdone\nS2\tTwo\topen\nS3\tThree\topen\n");
        write("docs/fsc-tests.tsv", "id\texpectation\tdeviation\nInway-Port-1\tA port\t\n");
        results("basis", "", BEGIN.plusSeconds(10));
        results("levering/model", "S1\tBTest#works\tPASSED\nS2\tBTest#part\tSKIPPED\n", BEGIN.plusSeconds(20));
    }

    @Test
    void writesThePageOfAllModules() throws IOException {
        assertThat(judge(false, !STRICT)).isZero();

        assertThat(page())
                .contains("1 of 3 requirements are done.")
                .contains("| S1 | One | done | `BTest#works` |")
                .contains("| S2 | Two | part | `BTest#part` |")
                .contains("| S3 | Three | not yet |  |");
        assertThat(said.toString(UTF_8)).contains("docs/coverage.md was out of date and is written again");
    }

    @Test
    void theSameBuildAgainChangesNothingAndSaysNothing() throws IOException {
        judge(false, !STRICT);
        said.reset();

        assertThat(judge(false, STRICT)).isZero();
        assertThat(said.toString(UTF_8)).isEmpty();
    }

    @Test
    void anOutdatedPageFailsWhereNobodyCanCommitIt() throws IOException {
        assertThat(judge(false, STRICT)).isEqualTo(1);
        assertThat(said.toString(UTF_8)).contains("docs/coverage.md was out of date", "commit it");
    }

    @Test
    void aBuildOfSomeModulesTouchesNothing() throws IOException {
        results("basis", "S1\tATest#old\tFAILED\n", BEGIN.minus(Duration.ofDays(1)));

        assertThat(judge(false, STRICT)).isZero();
        assertThat(said.toString(UTF_8)).contains("did not run the tests of basis;");
        assertThat(root.resolve("docs/coverage.md")).doesNotExist();
    }

    @Test
    void aModuleWithoutResultsIsNotOverlooked() throws IOException {
        Files.delete(root.resolve("levering/model/target/requirements.tsv"));

        assertThat(judge(false, STRICT)).isZero();
        assertThat(said.toString(UTF_8)).contains("did not run the tests of levering/model;");
    }

    @Test
    void aBuildOfSomeTestsTouchesNothing() throws IOException {
        assertThat(judge(true, STRICT)).isZero();
        assertThat(root.resolve("docs/coverage.md")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "S1 BTest#works FAILED   | S1 is listed as done, but no passing test proves it",
                "S1 BTest#works FAILED   | S1 is named by a failing test: BTest#works",
                "S1 BTest#works SKIPPED  | S1 is listed as done, but no passing test proves it",
                "S2 BTest#other PASSED   | S1 is listed as done, but no passing test proves it",
                "S99 BTest#works PASSED  | S99 is named by a test, but is not in docs/requirements.tsv or docs/fsc-tests.tsv",
                "S3 BTest#broken FAILED  | S3 is named by a failing test: BTest#broken"
            })
    void aListThatIsNotTrueIsAFault(String line, String fault) throws IOException {
        results("levering/model", line.strip().replace(' ', '\t') + "\n", BEGIN.plusSeconds(20));

        assertThat(judge(false, !STRICT)).isEqualTo(1);
        assertThat(said.toString(UTF_8)).contains("coverage: " + fault);
    }

    @Test
    void anUnknownStatusIsAFault() throws IOException {
        write("docs/requirements.tsv", "id\trequirement\tstatus\nS1\tOne\tDone\nS2\tTwo\topen\n");

        assertThat(judge(false, !STRICT)).isEqualTo(1);
        assertThat(said.toString(UTF_8)).contains("S1 has status 'Done'");
    }

    @Test
    void aTestOfTheSuiteIsKnownAndStandsOnItsOwnPage() throws IOException {
        results("basis", "Inway-Port-1\tATest#port\tPASSED\n", BEGIN.plusSeconds(10));

        assertThat(judge(false, !STRICT)).isZero();
        assertThat(page()).doesNotContain("Inway-Port-1");
    }

    private int judge(boolean filtered, boolean strict) throws IOException {
        return new GeneratedPages(root, strict, new PrintStream(said, true, UTF_8)).judge(BEGIN, filtered);
    }

    private String page() throws IOException {
        return Files.readString(root.resolve("docs/coverage.md"));
    }

    private void results(String module, String lines, Instant moment) throws IOException {
        Path file = root.resolve(module).resolve("target/requirements.tsv");
        write(root.relativize(file).toString(), lines);
        Files.setLastModifiedTime(file, FileTime.from(moment));
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
