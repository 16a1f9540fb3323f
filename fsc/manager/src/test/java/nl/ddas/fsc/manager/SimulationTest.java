// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import nl.ddas.fsc.model.ContentHash;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whatever the network and crashes do, in the end all Peers on a contract see the same.
class SimulationTest {

    private static final int SEEDS = Integer.getInteger("ddas.fsc.seeds", 1_000);
    private static final int MANY_SEEDS = Integer.getInteger("ddas.fsc.many-seeds", 100_000);

    /// Set to replay one seed.
    private static final long FIRST = Long.getLong("ddas.fsc.first-seed", 1);

    @Test
    void allPeersSeeTheSameInTheEnd() {
        assertThat(contracts(SEEDS)).as("contracts simulated").isGreaterThan(SEEDS);
    }

    @Test
    @Tag("zwaar")
    void allPeersSeeTheSameInTheEndWithManySeeds() {
        assertThat(contracts(MANY_SEEDS)).isGreaterThan(MANY_SEEDS);
    }

    @Test
    void replaysASeedExactly() {
        assertThat(run(7).keySet()).hasSameSizeAs(run(7).keySet());
        assertThat(hashes(7)).isEqualTo(hashes(7));
    }

    private static Set<ContentHash> hashes(long seed) {
        return run(seed).keySet();
    }

    private static int contracts(int seeds) {
        return LongStream.range(FIRST, FIRST + seeds)
                .parallel()
                .mapToInt(SimulationTest::agree)
                .sum();
    }

    private static int agree(long seed) {
        Map<ContentHash, List<String>> views = run(seed);
        for (Map.Entry<ContentHash, List<String>> entry : views.entrySet()) {
            assertThat(Set.copyOf(entry.getValue()))
                    .as("seed %d (replay with -Dddas.fsc.first-seed), contract %s", seed, entry.getKey())
                    .hasSize(1);
        }
        return views.size();
    }

    private static Map<ContentHash, List<String>> run(long seed) {
        SimulatedGroup group = new SimulatedGroup(seed);
        group.run();
        return group.views();
    }
}
