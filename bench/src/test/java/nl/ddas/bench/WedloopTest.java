// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WedloopTest {

    @Test
    void everyRoundRunsEachOnceAndStartsWithAnother() throws IOException, InterruptedException {
        List<String> volgorde = new ArrayList<>();
        new Wedloop(1, 2)
                .met("a", () -> volgorde.add("a"))
                .met("b", () -> volgorde.add("b"))
                .loop();
        assertThat(volgorde).containsExactly("a", "b", "b", "a", "a", "b");
    }

    @Test
    void roundsToWarmUpAreNotCounted() throws IOException, InterruptedException {
        Uitslag uitslag = new Wedloop(2, 3).met("a", () -> {}).loop();
        assertThat(uitslag.tijden().get("a")).hasSize(3);
    }

    @Test
    void theRatioIsTakenWithinEachRound() {
        // The machine became ten times as slow half-way; within a round "ours" is always twice as fast.
        Uitslag uitslag = new Uitslag(Map.of("ours", List.of(10L, 100L, 100L), "theirs", List.of(20L, 200L, 200L)));
        assertThat(uitslag.verhouding("ours", "theirs")).isCloseTo(2, within(1e-9));
        assertThat(uitslag.besteVerhouding("ours", "theirs")).isCloseTo(2, within(1e-9));
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        Uitslag uitslag = new Uitslag(Map.of("a", List.of(40L, 10L, 20L, 30L)));
        assertThat(uitslag.mediaan("a")).isCloseTo(25, within(1e-9));
        assertThat(uitslag.beste("a")).isCloseTo(10, within(1e-9));
    }

    @Test
    void aNameThatWasNotMeasuredHasNoFigure() {
        Uitslag uitslag = new Uitslag(Map.of());
        assertThatThrownBy(() -> uitslag.mediaan("a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not measured: a");
    }
}
