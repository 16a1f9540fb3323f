// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whatever the network and crashes do, in the end all Peers on a contract see the same, and nothing that was said is
/// lost.
class SimulationTest {

    private static final int SEEDS = Integer.getInteger("ddas.fsc.seeds", 1_000);
    private static final int MANY_SEEDS = Integer.getInteger("ddas.fsc.many-seeds", 100_000);

    /// Set to replay one seed.
    private static final long FIRST = Long.getLong("ddas.fsc.first-seed", 1);

    @Test
    void allPeersSeeTheSameInTheEnd() {
        simulate(SEEDS);
    }

    @Test
    @Tag("zwaar")
    void allPeersSeeTheSameInTheEndWithManySeeds() {
        simulate(MANY_SEEDS);
    }

    private static void simulate(int seeds) {
        SimulatedEnd.Tally tally = LongStream.range(FIRST, FIRST + seeds)
                .parallel()
                .mapToObj(SimulationTest::run)
                .reduce(SimulatedEnd.Tally.NONE, SimulatedEnd.Tally::plus);
        // All that can happen does happen, in many of the runs.
        assertThat(tally.contracts()).isGreaterThan(seeds);
        if (seeds >= 100) {
            assertThat(tally.ended()).isGreaterThan(seeds / 2);
            assertThat(tally.refused()).isGreaterThan(seeds / 20);
            assertThat(tally.sameIv()).isGreaterThan(seeds / 20);
        }
    }

    private static SimulatedEnd.Tally run(long seed) {
        SimulatedGroup group = new SimulatedGroup(seed);
        group.run();
        return new SimulatedEnd(group, seed).check();
    }

    /// Contracts with their signatures, what is still owed to whom, and who knows whom where: to the last moment.
    @Test
    void replaysASeedExactly() {
        for (long seed = 7; seed < 17; seed++) {
            SimulatedGroup one = new SimulatedGroup(seed);
            SimulatedGroup other = new SimulatedGroup(seed);
            one.run();
            other.run();
            assertThat(other.everything()).isEqualTo(one.everything()).hasSizeGreaterThan(10);
        }
    }
}
