// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import nl.ddas.fsc.model.PeerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who gets the places of a service.
class PlacesTest {

    /// All that a Peer can get now.
    private static Deque<Runnable> fill(Places all, PeerId peer) {
        Deque<Runnable> places = new ArrayDeque<>();
        for (Optional<Runnable> place = all.enter(peer); place.isPresent(); place = all.enter(peer)) {
            places.add(place.get());
        }
        return places;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 2", "4, 3", "8, 6", "64, 48", "256, 192", "100000, 75000"})
    void onePeerAloneGetsThreeQuartersOfThePlaces(int atOnce, int share) {
        assertThat(fill(new Places(atOnce), World.A)).hasSize(share);
    }

    @Test
    void ofWhatAPeerLeavesTheNextGetsThreeQuarters() {
        Places all = new Places(256);
        assertThat(fill(all, World.A)).hasSize(192);
        assertThat(fill(all, World.B)).hasSize(48);
        assertThat(fill(all, World.C)).hasSize(12);
        assertThat(fill(all, World.D)).hasSize(3);
        assertThat(fill(all, new PeerId("00000099000000000005")))
                .as("the last place")
                .hasSize(1);
        assertThat(all.enter(new PeerId("00000099000000000006")))
                .as("when it is full")
                .isEmpty();
        assertThat(all.taken()).isEqualTo(256);
    }

    @Test
    void aPlaceThatIsGivenBackCanBeTakenAgain() {
        Places all = new Places(4);
        Deque<Runnable> places = fill(all, World.A);
        assertThat(all.enter(World.A)).isEmpty();
        Runnable first = places.remove();
        first.run();
        first.run();
        assertThat(fill(all, World.A)).as("one, though it was given back twice").hasSize(1);
        assertThat(fill(all, World.B)).hasSize(1);
    }

    @Test
    void whenItIsClosedNobodyGetsInAndItIsEmptyWhenAllAreOut() {
        Places all = new Places(8);
        Runnable first = all.enter(World.A).orElseThrow();
        Runnable second = all.enter(World.B).orElseThrow();
        CompletableFuture<Void> empty = all.close().toCompletableFuture();
        assertThat(all.enter(World.C)).isEmpty();
        first.run();
        assertThat(empty).isNotDone();
        second.run();
        assertThat(empty).isCompleted();
        assertThat(new Places(1).close().toCompletableFuture()).isCompleted();
    }
}
