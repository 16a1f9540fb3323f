// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Network;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.PeerIdRule;
import nl.ddas.fsc.model.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who gets the places of a service.
class TargetTest {

    private static final Duration TEN = Duration.ofSeconds(10);

    private final Network network = Network.open();

    @AfterEach
    void stop() {
        network.close();
    }

    private Target target(int atOnce) {
        InwayConfig.Service service = new InwayConfig.Service(
                World.SERVICE, URI.create("http://127.0.0.1:1"), Protocol.HTTP_1_1, Optional.empty(), atOnce);
        Onward.Config onward = new Onward.Config(new Onward.Trust.Plain(), Protocol.HTTP_1_1, TEN, TEN, atOnce);
        return Target.of(service, List.of(), Onward.open(network, onward, PeerIdRule.OIN));
    }

    /// All that a Peer can get now.
    private static Deque<Runnable> fill(Target target, PeerId peer) {
        Deque<Runnable> places = new ArrayDeque<>();
        for (Optional<Runnable> place = target.enter(peer); place.isPresent(); place = target.enter(peer)) {
            places.add(place.get());
        }
        return places;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 2", "4, 3", "8, 6", "64, 48", "256, 192", "100000, 75000"})
    void onePeerAloneGetsThreeQuartersOfThePlaces(int atOnce, int share) {
        assertThat(fill(target(atOnce), World.A)).hasSize(share);
    }

    @Test
    void ofWhatAPeerLeavesTheNextGetsThreeQuarters() {
        Target target = target(256);
        assertThat(fill(target, World.A)).hasSize(192);
        assertThat(fill(target, World.B)).hasSize(48);
        assertThat(fill(target, World.C)).hasSize(12);
        assertThat(fill(target, World.D)).hasSize(3);
        assertThat(fill(target, new PeerId("00000099000000000005")))
                .as("the last place")
                .hasSize(1);
        assertThat(target.enter(new PeerId("00000099000000000006")))
                .as("when it is full")
                .isEmpty();
        assertThat(target.running().get()).isEqualTo(256);
    }

    @Test
    void aPlaceThatIsGivenBackCanBeTakenAgain() {
        Target target = target(4);
        Deque<Runnable> places = fill(target, World.A);
        assertThat(target.enter(World.A)).isEmpty();
        Runnable first = places.remove();
        first.run();
        first.run();
        assertThat(fill(target, World.A))
                .as("one, though it was given back twice")
                .hasSize(1);
        assertThat(fill(target, World.B)).hasSize(1);
    }
}
