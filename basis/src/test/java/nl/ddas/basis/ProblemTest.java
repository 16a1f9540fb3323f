// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void hasAllFiveMembersAndTheFaults() {
        Problem problem = new Problem(
                "https://a.example/fout",
                "Titel \"x\"",
                400,
                "Wat é",
                "urn:1",
                List.of(new Problem.Fault("/a/0", "leeg")));
        assertThat(new String(problem.toJson(), StandardCharsets.UTF_8)).isEqualTo("""
                {"type":"https://a.example/fout","title":"Titel \\"x\\"","status":400,"detail":"Wat é",\
                "instance":"urn:1","errors":[{"pointer":"/a/0","detail":"leeg"}]}""");
    }

    @Test
    void leavesOutAnEmptyListOfFaults() {
        Problem problem = new Problem("about:blank", "t", 404, "d", "i", List.of());
        assertThat(new String(problem.toJson(), StandardCharsets.UTF_8)).doesNotContain("errors");
        assertThat(problem.toResponse().status()).isEqualTo(404);
        assertThat(problem.toResponse().headers().first("content-type")).contains("application/problem+json");
    }

    @Test
    void keepsTheFirstHundredFaults() {
        var faults = Collections.nCopies(150, new Problem.Fault("/a", "d"));
        assertThat(new Problem("about:blank", "t", 400, "d", "i", faults).errors())
                .hasSize(100);
    }
}
