// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LdvConformanceTest {

    @TempDir
    private Path root;

    @BeforeEach
    void aBuildOfOneModule() throws IOException {
        write("pom.xml", "<modules><module>systemtest</module></modules>");
    }

    @Test
    void saysOfEachRuleWhetherItIsKeptByPart() throws IOException {
        rules(
                "S1\tOf another text\tdone",
                "LDV-L1\tAll nine fields\tdone\t70",
                "LDV-L2\tTLS\tdone",
                "READ-1\tA key\topen");
        results("S1\tATest#s\tPASSED", "LDV-L1\tATest#fields\tPASSED", "LDV-L2\tATest#tls\tSKIPPED");

        assertThat(page())
                .contains(
                        "1 of 3 rules are kept.", "## The logbook: 1 of 2", "## Reading (extension \"lezen\"): 0 of 1")
                .contains("| LDV-L1 | All nine fields | passed | 70 |", "| LDV-L2 | TLS | skipped |  |")
                .contains("| READ-1 | A key | not yet |  |")
                .doesNotContain("Of another text");
    }

    @Test
    void aRuleThatIsNotWhollyShownIsNotKept() throws IOException {
        rules("READ-1\tA key\topen");
        results("READ-1\tATest#key\tPASSED");

        assertThat(page()).contains("0 of 1 rules are kept.", "| READ-1 | A key | part |  |");
    }

    @Test
    void theWorstOfSeveralTestsCounts() throws IOException {
        rules("EXT-1\tThe core stays\tdone");
        results("EXT-1\tATest#a\tPASSED", "EXT-1\tATest#b\tFAILED");

        assertThat(page()).contains("| EXT-1 | The core stays | failed |  |");
    }

    private String page() throws IOException {
        return LdvConformance.read(root).text();
    }

    private void rules(String... lines) throws IOException {
        write("docs/requirements.tsv", "id\trequirement\tstatus\tdeviation\n" + String.join("\n", lines) + "\n");
    }

    private void results(String... lines) throws IOException {
        write("systemtest/target/requirements.tsv", String.join("\n", lines) + "\n");
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
