// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import nl.ddas.logboek.boom.Bereik;
import nl.ddas.logboek.dienst.Vernietiging;
import org.junit.jupiter.api.Test;

/// What the check of a tree understands of its leaves.
class LogregellezerTest {

    private final Logregellezer lezer = new Logregellezer();

    @Test
    void theLeavesOfARecordOfRemovalAreRead() {
        Instant op = Instant.parse("2026-11-22T17:00:00Z");
        Vernietiging bewijs = new Vernietiging(
                new UUID(1, 2),
                "https://a.nl/7",
                "1",
                Period.ofYears(1),
                op,
                op,
                List.of(new Vernietiging.Bladreeks(3, 3), new Vernietiging.Bladreeks(10, 19)));

        assertThat(lezer.vernietigd(bewijs.vorm())).contains(List.of(new Bereik(3, 4), new Bereik(10, 20)));
    }

    @Test
    void whatIsNeitherALineNorARecordSaysNothing() {
        assertThat(lezer.vernietigd("iets".getBytes(UTF_8))).isEmpty();
        assertThat(lezer.kenmerk("iets".getBytes(UTF_8))).isEmpty();
    }
}
