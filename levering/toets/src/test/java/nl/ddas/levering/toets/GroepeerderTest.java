// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroepeerderTest {

    @TempDir
    private Path map;

    @ParameterizedTest
    @ValueSource(ints = {1024, 4096, 100_000})
    void handsOverEveryGroupInOrderWhateverFitsInMemory(int limiet) throws IOException {
        Random toeval = new Random(7);
        Map<Long, List<Long>> verwacht = new TreeMap<>();
        try (Werkmap werkmap = new Werkmap(map)) {
            Groepeerder groepeerder = new Groepeerder(werkmap, limiet, 1000);
            for (long i = 0; i < 20_000; i++) {
                long sleutel = toeval.nextInt(9000) - 4500L;
                groepeerder.voegToe(sleutel, i);
                verwacht.computeIfAbsent(sleutel, s -> new ArrayList<>()).add(i);
            }
            Map<Long, List<Long>> gevonden = new LinkedHashMap<>();
            groepeerder.perSleutel(
                    1,
                    (sleutel, leden, aantal) -> gevonden.put(
                            sleutel, Arrays.stream(leden, 0, aantal).boxed().toList()));
            assertThat(List.copyOf(gevonden.entrySet())).isEqualTo(List.copyOf(verwacht.entrySet()));
        }
        assertThat(map).isEmptyDirectory();
    }

    @Test
    void leavesOutSmallGroupsAndCutsLargeOnes() throws IOException {
        try (Werkmap werkmap = new Werkmap(map)) {
            Groepeerder groepeerder = new Groepeerder(werkmap, 1024, 3);
            for (int i = 0; i < 10; i++) {
                groepeerder.voegToe(i < 8 ? 1 : i, i);
            }
            List<Integer> groottes = new ArrayList<>();
            groepeerder.perSleutel(2, (sleutel, leden, aantal) -> groottes.add(aantal));
            assertThat(groottes).containsExactly(3);
        }
    }

    @Test
    void anEmptyOneHasNoGroups() throws IOException {
        try (Werkmap werkmap = new Werkmap(map)) {
            new Groepeerder(werkmap, 1024, 3).perSleutel(1, (sleutel, leden, aantal) -> {
                throw new AssertionError("no group expected");
            });
        }
    }
}
