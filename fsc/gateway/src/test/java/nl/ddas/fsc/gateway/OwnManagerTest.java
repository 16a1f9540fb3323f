// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Network;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a gateway makes of the answers of its Manager.
class OwnManagerTest {

    private static final Duration TWENTY = Duration.ofSeconds(20);
    private static final Duration LIFE = Duration.ofSeconds(5);
    private static final Grants.Wanted TWICE = new Grants.Wanted.ByService("tweemaal", Optional.empty());

    private final TestClock clock = new TestClock(World.CLOCK.instant());
    private final Network network = Network.open();
    private final PlayedManager manager = new PlayedManager(network, URI.create("http://127.0.0.1:1"), 1);
    private final HttpClient client =
            HttpClient.open(network, new HttpClient.Config(Optional.of(World.OTHER_CA.tls(World.B)), TWENTY, TWENTY));
    private final OwnManager own = new OwnManager(client, manager.address(), "outway", Set.of(manager.port()));
    private final Grants grants = ManagerGrants.of(own, LIFE, false, clock);

    @AfterEach
    void stop() {
        client.close();
        manager.close();
        network.close();
    }

    private CompletableFuture<Optional<PeerId>> provider() {
        return grants.find(TWICE)
                .thenApply(
                        found -> found.map(route -> route.connection().service().peer()))
                .toCompletableFuture();
    }

    @Test
    void aNameThatTwoPeersOfferIsNotGuessed() {
        assertThat(grants.find(TWICE).toCompletableFuture())
                .failsWithin(TWENTY)
                .withThrowableOfType(ExecutionException.class)
                .havingCause()
                .isInstanceOfSatisfying(
                        Stop.class, stop -> assertThat(stop.error().message())
                                .contains("more than one peer offers a service of this name"));
    }

    /// What the name meant before is not used while it can mean two.
    @Test
    void aNameThatASecondPeerBeginsToOfferIsNotGuessedEither() {
        manager.offering = List.of(World.C);
        assertThat(provider()).succeedsWithin(TWENTY).isEqualTo(Optional.of(World.C));
        manager.offering = List.of(World.C, World.A, World.C);
        clock.advance(LIFE);
        assertThat(provider()).failsWithin(TWENTY);
        manager.offering = List.of(World.A, World.A);
        clock.advance(LIFE);
        assertThat(provider()).succeedsWithin(TWENTY).isEqualTo(Optional.of(World.A));
    }

    @Test
    void whyItMayNotRegisterIsTold() {
        manager.nameTaken = true;
        assertThatThrownBy(() -> own.register("outways", JsonObject.EMPTY))
                .isInstanceOf(IOException.class)
                .hasMessage("registering: our manager answers 409: Geef elke Outway een eigen naam.");
    }
}
