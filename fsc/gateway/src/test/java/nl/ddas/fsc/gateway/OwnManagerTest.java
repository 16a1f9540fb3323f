// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.Network;
import org.junit.jupiter.api.Test;

/// What a gateway makes of the answers of its Manager.
class OwnManagerTest {

    @Test
    void aNameThatTwoPeersOfferIsNotGuessed() {
        try (Network network = Network.open();
                PlayedManager manager = new PlayedManager(network, URI.create("http://127.0.0.1:1"), 1);
                HttpClient client = HttpClient.open(
                        network,
                        new HttpClient.Config(
                                Optional.of(World.OTHER_CA.tls(World.B)),
                                Duration.ofSeconds(20),
                                Duration.ofSeconds(20)))) {
            OwnManager own = new OwnManager(client, manager.address(), "outway", Set.of(manager.port()));

            assertThatThrownBy(() -> own.route(new Grants.Wanted.ByService("tweemaal", Optional.empty())))
                    .isInstanceOfSatisfying(
                            Stop.class, stop -> assertThat(stop.error().message())
                                    .contains("more than one peer offers a service of this name"));
        }
    }
}
