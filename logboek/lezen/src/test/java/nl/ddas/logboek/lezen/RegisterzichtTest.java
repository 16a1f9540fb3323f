// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.ddas.logboek.dienst.Houder;
import nl.ddas.logboek.dienst.Leeszicht;
import nl.ddas.testkit.Requirement;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;

/// What may be seen, by a register.
class RegisterzichtTest {

    private static final Houder HOUDER = new Houder("00000099000000000001");

    private final TestClock clock = TestClock.at("2026-11-22T13:00:00Z");
    private final Set<String> inLog = new TreeSet<>(Set.of("urn:open", "URN:OPEN", "urn:geheim", "urn:onbekend"));

    /// Knows two activities, and that one may not be seen.
    private static final class Boek implements Registerzicht.Register {
        @Override
        public List<String> uris() {
            return List.of("urn:open", "urn:geheim");
        }

        @Override
        public List<Leeszicht.Venster> openbaar(String activiteit, Instant nu) {
            return activiteit.equalsIgnoreCase("urn:open")
                    ? List.of(new Leeszicht.Venster(activiteit, 0, Long.MAX_VALUE))
                    : List.of();
        }
    }

    private final Registerzicht zicht = new Registerzicht(new Boek(), _ -> Set.copyOf(inLog), clock);

    private List<String> names(Optional<String> asked) {
        return zicht.zicht(HOUDER, asked, clock.instant()).orElseThrow().vensters().stream()
                .map(Leeszicht.Venster::activiteit)
                .sorted()
                .toList();
    }

    @Test
    @Requirement({"LDV-R7", "READ-13"})
    void whatIsNotKnownIsNotShown() {
        assertThat(names(Optional.empty())).containsExactly("URN:OPEN", "urn:open");
        assertThat(names(Optional.of("urn:geheim"))).isEmpty();
        assertThat(names(Optional.of("urn:onbekend"))).isEmpty();
        assertThat(names(Optional.of("Urn:Open"))).containsExactly("Urn:Open");
    }

    /// As the register names it, at once: it need not be in the log yet.
    @Test
    void anotherWayOfNamingCountsWithinAMinute() {
        assertThat(names(Optional.empty())).contains("urn:open");
        inLog.add("Urn:Open");
        clock.advance(Duration.ofSeconds(59));
        assertThat(names(Optional.empty())).doesNotContain("Urn:Open");
        clock.advance(Duration.ofSeconds(1));
        assertThat(names(Optional.empty())).contains("Urn:Open");
    }
}
