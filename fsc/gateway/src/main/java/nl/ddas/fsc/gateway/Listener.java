// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.ServerSSLOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nl.ddas.basis.HeadClock;
import nl.ddas.basis.Network;
import nl.ddas.basis.NotListening;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsEnd;
import nl.ddas.basis.TlsProfile;
import nl.ddas.basis.TlsRenewal;
import nl.ddas.basis.TlsSetup;
import nl.ddas.basis.Wire;
import nl.ddas.fsc.model.Domain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The side of a gateway where requests come in.
final class Listener implements TlsEnd, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final Duration STARTING = Duration.ofSeconds(30);
    private static final Duration DRAIN = Duration.ofSeconds(30);

    /// @param domain whose door it is
    /// @param port 0 for any free port
    /// @param tls empty for plain HTTP
    /// @param profile which TLS it speaks; of no meaning without TLS
    /// @param callers whether they have to show a certificate; of no meaning without TLS
    /// @param idle how long what is behind it may be silent; a connection that waits for that may be
    ///     silent longer, see [Standstill#toldWithin]
    record Config(
            Domain domain,
            String host,
            int port,
            Optional<Tls> tls,
            TlsProfile profile,
            ClientAuth callers,
            Duration idle) {

        /// With mutual TLS for other Peers, or plain.
        Config(Domain domain, String host, int port, Optional<Tls> tls, Duration idle) {
            this(domain, host, port, tls, TlsProfile.DIGIKOPPELING, ClientAuth.REQUIRED, idle);
        }
    }

    /// The listener on one event loop; together they share the port.
    private static final class Loop extends VerticleBase {
        private final HttpServer server;

        private Loop(HttpServer server) {
            this.server = server;
        }

        @Override
        public Future<?> start() {
            return server.listen();
        }
    }

    private final List<HttpServer> servers;
    private final TlsRenewal renewal;

    private Listener(List<HttpServer> servers, TlsRenewal renewal) {
        this.servers = List.copyOf(servers);
        this.renewal = renewal;
    }

    /// Listens on as many event loops as there are processors: one loop would be one processor.
    ///
    /// @throws NotListening when the port cannot be opened
    static Listener start(Network network, Config config, Connections connections, Handler<HttpServerRequest> handler) {
        HttpServerOptions options = options(config);
        List<HttpServer> servers = new ArrayList<>();
        // A port of which the number is not known yet cannot be shared.
        int loops = config.port() == 0 ? 1 : Runtime.getRuntime().availableProcessors();
        for (int loop = 0; loop < loops; loop++) {
            HttpServer server = network.vertx().createHttpServer(options);
            server.connectionHandler(connection -> {
                HeadClock.watch(connection, config.idle());
                connections.guard(connection);
            });
            server.requestHandler(guarded(handler));
            server.invalidRequestHandler(request -> Answers.malformed(network.vertx(), request, config.domain()));
            server.exceptionHandler(failed -> LOG.info("connection refused: {}", failed.toString()));
            servers.add(server);
        }
        requireFree(config);
        Iterator<HttpServer> each = servers.iterator();
        try {
            Network.await(
                    network.vertx()
                            .deployVerticle(() -> new Loop(each.next()), new DeploymentOptions().setInstances(loops)),
                    STARTING,
                    "opening the port");
        } catch (IOException failed) {
            throw new NotListening(config.host(), config.port(), failed);
        }
        return new Listener(servers, renewal(network, servers, options, connections));
    }

    /// On HTTP/1 the bytes are guarded before anything reads them; on HTTP/2 what was read is.
    private static Handler<HttpServerRequest> guarded(Handler<HttpServerRequest> handler) {
        return request -> {
            Optional<String> fault =
                    request.version() == HttpVersion.HTTP_2 ? StreamRules.fault(request) : Optional.empty();
            if (fault.isPresent()) {
                refuse(request, fault.get());
            } else {
                if (request.version() == HttpVersion.HTTP_2 && !Forwarding.hasBody(request)) {
                    // Nobody knew of it when the request went on: it must not get lost without a word.
                    request.handler(body -> refuseUntold(request, body));
                }
                handler.handle(request);
            }
        };
    }

    private static void refuseUntold(HttpServerRequest request, Buffer body) {
        if (body.length() > 0) {
            refuse(request, "a GET or HEAD has a body without Content-Length");
        }
    }

    private static void refuse(HttpServerRequest request, String fault) {
        LOG.info("request refused: {}", fault);
        Future<Void> _ = request.response().reset(StreamRules.PROTOCOL_ERROR);
    }

    /// The network library lets listeners of one process share a port, so that a second gateway at the same address
    /// would get requests of the first.
    private static void requireFree(Config config) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(config.host(), config.port()));
        } catch (IOException taken) {
            throw new NotListening(config.host(), config.port(), taken);
        }
    }

    private static HttpServerOptions options(Config config) {
        HttpServerOptions options = new HttpServerOptions();
        options.setHost(config.host()).setPort(config.port());
        options.setMaxInitialLineLength(Network.MAX_HEAD)
                .setMaxHeaderSize(Network.MAX_HEAD)
                .setMaxChunkSize(Network.PIECE);
        options.setHttp2ClearTextEnabled(false);
        options.setInitialSettings(Wire.http2()).setHttp2ConnectionWindowSize(Wire.CONNECTION_WINDOW);
        // No other protocol is passed on: nothing has to look for one in each request.
        options.setPerMessageWebSocketCompressionSupported(false).setPerFrameWebSocketCompressionSupported(false);
        // A caller is as silent as the target it waits for: it must not go before it is told that the target hangs.
        options.setIdleTimeout(
                        Math.toIntExact(Standstill.toldWithin(config.idle()).toMillis()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        config.tls().ifPresent(tls -> {
            TlsSetup.apply(tls, TlsSetup.engineFor(tls, config.profile()), config.profile(), options);
            options.setUseAlpn(true).setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1));
            options.setClientAuth(config.callers());
        });
        return options;
    }

    private static TlsRenewal renewal(
            Network network, List<HttpServer> servers, HttpServerOptions options, Connections connections) {
        return new TlsRenewal(
                network.vertx(),
                options.isSsl(),
                connections.open(),
                tls -> {
                    ServerSSLOptions renewed = options.getSslOptions().copy();
                    TlsSetup.replace(tls, renewed);
                    return Future.all(servers.stream()
                                    .map(server -> server.updateSSLOptions(renewed, true))
                                    .toList())
                            .map(true);
                },
                (trust, chain, kind) -> {
                    if (options.getClientAuth() == ClientAuth.REQUIRED) {
                        trust.checkClientTrusted(chain, kind);
                    }
                });
    }

    int port() {
        return servers.getFirst().actualPort();
    }

    @Override
    public void renew(Tls tls) {
        renewal.renew(tls);
    }

    @Override
    public void closeUntrusted(Tls tls) {
        renewal.closeUntrusted(tls);
    }

    /// Lets running requests end, at most 30 s.
    @Override
    public void close() {
        Waiting.await(
                Future.all(
                        servers.stream().map(server -> server.shutdown(DRAIN)).toList()),
                DRAIN.plusSeconds(5),
                "closing the listener");
    }
}
