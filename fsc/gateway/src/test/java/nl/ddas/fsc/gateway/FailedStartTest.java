// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Network;
import nl.ddas.basis.NotListening;
import nl.ddas.basis.Tls;
import nl.ddas.fsc.model.PeerIdRule;
import nl.ddas.fsc.model.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A gateway that does not start leaves nothing behind that runs on. What runs on has a timer: the watch over
/// the log, and each way to a target.
class FailedStartTest {

    private static final Duration TEN = Duration.ofSeconds(10);
    private static final InwayConfig.Service PLAIN = service("gewoon", "http://127.0.0.1:1", Protocol.HTTP_1_1, false);
    private static final InwayConfig.Service MUTUAL =
            service("wederzijds", "https://127.0.0.1:1", Protocol.HTTP_1_1, true);

    private final Network network = Network.open();
    private final Metrics metrics = new Metrics();

    @AfterEach
    void stop() {
        network.close();
    }

    private static InwayConfig.Service service(String name, String endpoint, Protocol protocol, boolean mutual) {
        return new InwayConfig.Service(name, URI.create(endpoint), protocol, Optional.empty(), mutual, 1);
    }

    /// Key material by which nobody can be trusted.
    private static Tls unusable() {
        Tls usual = World.ONE.tls(World.A);
        return new Tls(usual.key(), usual.chain(), List.of(), usual.revocation());
    }

    private static InwayConfig config(int port, InwayConfig.Service... services) {
        return new InwayConfig(
                "127.0.0.1",
                port,
                URI.create("https://127.0.0.1:8443"),
                Stream.of(services).collect(Collectors.toMap(InwayConfig.Service::name, one -> one)),
                TEN,
                TEN,
                TEN);
    }

    private Inway inway(InwayConfig config, Tls tls) {
        return Inway.start(
                config,
                new Inway.Parts(
                        network,
                        tls,
                        World.group(),
                        World.A,
                        asked -> Optional.empty(),
                        GrantStates.NOT_ASKED,
                        Authorization.NONE,
                        new World.Log(),
                        metrics,
                        World.CLOCK));
    }

    private Outway outway(int port, OutwayConfig.Clients clients) {
        Grants none = new Grants() {
            @Override
            public CompletionStage<Optional<Route>> find(Wanted wanted) {
                return CompletableFuture.completedFuture(Optional.empty());
            }

            @Override
            public CompletionStage<List<Route>> usable() {
                return CompletableFuture.completedFuture(List.of());
            }
        };
        return Outway.start(
                new OutwayConfig("127.0.0.1", port, clients, false, Map.of(), false, true, true, TEN, TEN, TEN),
                new Outway.Parts(
                        network,
                        World.ONE.tls(World.B),
                        World.group(),
                        World.B,
                        none,
                        Authorization.NONE,
                        new World.Log(),
                        metrics,
                        World.CLOCK,
                        new SecureRandom()));
    }

    /// How many timers run; they run no more after it. Each has the number after that of the one before.
    private long timers() {
        long last = network.vertx().setTimer(TEN.toMillis(), late -> {});
        return LongStream.rangeClosed(0, last)
                        .filter(network.vertx()::cancelTimer)
                        .count()
                - 1;
    }

    @Test
    void whatRunsHasTimers() {
        try (Inway _ = inway(config(0, PLAIN), World.ONE.tls(World.A))) {
            assertThat(timers()).isGreaterThan(1);
        }
        assertThat(timers()).isZero();
    }

    @Test
    void anInwayThatCannotOpenTheWayToAServiceLeavesNothingBehind() {
        assertThatThrownBy(() -> inway(config(0, PLAIN, MUTUAL), unusable()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(timers()).isZero();
    }

    @Test
    void anInwayOrOutwayWhoseFiguresHaveANameThatIsTakenLeavesNothingBehind() {
        metrics.gauge("inway_running", "Of another", () -> 0);
        metrics.gauge("outway_refusals", "Of another", () -> 0);
        assertThatThrownBy(() -> inway(config(0, PLAIN), World.ONE.tls(World.A)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> outway(0, OutwayConfig.Clients.PLAIN)).isInstanceOf(IllegalArgumentException.class);
        assertThat(timers()).isZero();
    }

    @Test
    void anInwayOrOutwayOnAPortThatIsTakenLeavesNothingBehind() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> inway(config(taken.getLocalPort(), PLAIN), World.ONE.tls(World.A)))
                    .isInstanceOf(NotListening.class);
            assertThatThrownBy(() -> outway(taken.getLocalPort(), OutwayConfig.Clients.PLAIN))
                    .isInstanceOf(NotListening.class);
        }
        assertThat(timers()).isZero();
    }

    @Test
    void anOutwayWithoutACertificateToShowItsClientsLeavesNothingBehind() {
        assertThatThrownBy(() -> outway(0, OutwayConfig.Clients.TLS)).isInstanceOf(IllegalArgumentException.class);
        assertThat(timers()).isZero();
    }

    @Test
    void servicesOfWhichOneCannotBeOfferedChangeNothing() {
        Targets targets = new Targets(network, config(0), PeerIdRule.OIN, unusable());
        targets.offer(List.of(PLAIN));
        InwayConfig.Service newer = service("nieuw", "http://127.0.0.1:2", Protocol.HTTP_2, false);

        assertThatThrownBy(() -> targets.offer(List.of(newer, MUTUAL))).isInstanceOf(IllegalArgumentException.class);

        assertThat(targets.names()).containsExactly("gewoon");
        targets.close();
        assertThat(timers()).isZero();
    }
}
