// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Tls;
import nl.ddas.fsc.model.Domain;
import nl.ddas.fsc.model.ErrorCode;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.OutwayIdentification;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.PeerIdRule;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.fsc.model.ServiceRef;
import nl.ddas.trust.Identity;
import nl.ddas.trust.Purpose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// An Outway of B, towards a real Inway of A and a Manager that is played.
abstract class OutwayStage extends GatewayStage {

    final World.Log inwayLog = new World.Log();
    final List<String> tokenRequests = new CopyOnWriteArrayList<>();
    Inway inway;
    Listener manager;
    Outway outway;
    URI audience = URI.create("https://127.0.0.1:1");
    Optional<PeerId> delegator = Optional.empty();
    Optional<PeerId> publisher = Optional.empty();
    /// What the Outway shows to others.
    Identity own = World.ONE.identity(World.B, Purpose.TLS);

    volatile int tokenStatus = 200;

    /// The Manager sends a byte now and then, and never its answer.
    volatile boolean trickles;

    /// Where the Manager of A listens.
    String managerHost = "127.0.0.1";

    int extraPort = 1;
    volatile Duration life = Duration.ofMinutes(5);
    final Semaphore tokensAsked = new Semaphore(0);
    volatile Function<Grants.Route, CompletionStage<List<Grants.Route>>> suggestions =
            route -> CompletableFuture.completedFuture(List.of());
    volatile Authorization.Decision decision = new Authorization.Decision.Permitted();
    final Authorization authorization = question -> CompletableFuture.completedFuture(decision);

    OutwayStage() {
        super(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), "ERROR_DOMAIN_OUTWAY");
    }

    @BeforeEach
    void start() {
        inway = World.inway(network, inwayLog, backend.uri());
        audience = URI.create("https://127.0.0.1:" + inway.port());
        manager = manager(World.A);
        outway = outway(manager.port());
    }

    @AfterEach
    void stop() {
        outway.close();
        manager.close();
        inway.close();
    }

    Listener manager(PeerId peer) {
        return Listener.start(
                network,
                new Listener.Config(
                        Domain.OUTWAY, managerHost, 0, Optional.of(World.ONE.tls(peer)), Duration.ofSeconds(20)),
                new Connections(PeerIdRule.OIN),
                this::token);
    }

    void token(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            tokenRequests.add(request.uri() + " " + body);
            tokensAsked.release();
            if (trickles) {
                trickle(request.response());
                return;
            }
            String compact = World.ONE.token(World.ONE.claims(audience, delegator, publisher, life, own));
            request.response()
                    .setStatusCode(tokenStatus)
                    .end(
                            tokenStatus == 200
                                    ? "{\"access_token\":\"" + compact + "\",\"token_type\":\"bearer\"}"
                                    : "{\"error\":\"invalid_grant\"}");
        });
    }

    private void trickle(HttpServerResponse answer) {
        long drops = network.vertx().setPeriodic(20, drop -> answer.write(" "));
        answer.setChunked(true).closeHandler(gone -> network.vertx().cancelTimer(drops));
    }

    Outway outway(int managerPort) {
        return outway(managerPort, World.CLOCK, Protocol.HTTP_1_1);
    }

    Outway outway(int managerPort, Clock clock, Protocol protocol) {
        OutwayConfig config = new OutwayConfig(
                "127.0.0.1",
                0,
                false,
                Map.of("localhost", new Grants.Wanted.ByHash(World.GRANT)),
                true,
                true,
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(5));
        return Outway.start(config, parts(managerPort, clock, protocol));
    }

    /// @param internal certificate that it shows to its clients
    Outway outway(OutwayConfig config, Tls internal) {
        return outway(config, internal, Protocol.HTTP_1_1);
    }

    /// @param protocol towards the Inway
    Outway outway(OutwayConfig config, Tls internal, Protocol protocol) {
        Outway.Parts parts = parts(manager.port(), World.CLOCK, protocol);
        return Outway.start(
                config,
                new Outway.Parts(
                        parts.network(),
                        parts.tls(),
                        Optional.of(internal),
                        parts.group(),
                        parts.self(),
                        parts.grants(),
                        parts.authorization(),
                        parts.log(),
                        parts.metrics(),
                        parts.clock(),
                        parts.random()));
    }

    private Outway.Parts parts(int managerPort, Clock clock, Protocol protocol) {
        Grants grants = new Grants() {
            @Override
            public CompletionStage<Optional<Route>> find(Wanted wanted) {
                return CompletableFuture.completedFuture(
                        wanted.equals(new Wanted.ByHash(World.GRANT))
                                ? Optional.of(OutwayStage.this.route(managerPort, protocol))
                                : Optional.empty());
            }

            @Override
            public CompletionStage<List<Route>> usable() {
                return suggestions.apply(OutwayStage.this.route(managerPort, protocol));
            }
        };
        return new Outway.Parts(
                network,
                World.ONE.tls(own),
                World.group(managerPort, inway.port(), extraPort, 1),
                World.B,
                grants,
                authorization,
                log,
                new Metrics(),
                clock,
                new SecureRandom());
    }

    Grants.Route route(int managerPort, Protocol protocol) {
        ServiceRef service = publisher
                .<ServiceRef>map(d -> new ServiceRef.Delegated(World.A, World.SERVICE, d))
                .orElseGet(() -> new ServiceRef.Plain(World.A, World.SERVICE));
        Grant.Connection connection = new Grant.Connection(
                OutwayIdentification.PublicKeyThumbprint.of(own.leaf()).outwayOf(World.B), service, delegator);
        return new Grants.Route(
                World.GRANT,
                connection,
                new ManagerAddress(URI.create("https://" + managerHost + ":" + managerPort)),
                protocol);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + outway.port() + path))
                .header("Fsc-Grant-Hash", World.GRANT.value());
    }

    @Override
    void refused(HttpResponse<String> answer, int status, String code) {
        super.refused(answer, status, code);
        assertThat(inwayLog.records).isEmpty();
    }

    HttpResponse<String> at(Outway other, HttpRequest.Builder request) throws IOException, InterruptedException {
        return send(request.uri(URI.create("http://127.0.0.1:" + other.port() + "/")));
    }

    /// An Inway that finds every first token expired.
    Listener forgetful(List<String> seen) {
        return Listener.start(
                network,
                new Listener.Config(
                        Domain.INWAY, "127.0.0.1", 0, Optional.of(World.ONE.tls(World.A)), Duration.ofSeconds(20)),
                new Connections(PeerIdRule.OIN),
                request -> request.body().onSuccess(body -> {
                    seen.add(request.method() + " " + body);
                    if (tokenRequests.size() == 1) {
                        Answers.refuse(
                                network.vertx(),
                                request,
                                ErrorCode.ACCESS_TOKEN_EXPIRED.because(Domain.INWAY, "expired"));
                    } else {
                        request.response().end("goed");
                    }
                }));
    }

    Outway outwayTo(int inwayPort) {
        return outwayTo(inwayPort, Protocol.HTTP_1_1);
    }

    Outway outwayTo(int inwayPort, Protocol protocol) {
        audience = URI.create("https://127.0.0.1:" + inwayPort);
        extraPort = inwayPort;
        return outway(manager.port(), World.CLOCK, protocol);
    }
}
