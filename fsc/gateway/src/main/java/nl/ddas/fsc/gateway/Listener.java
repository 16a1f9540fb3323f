// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import io.vertx.core.Handler;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.ServerSSLOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.X509TrustManager;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsEnd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The side of a gateway where requests come in.
final class Listener implements TlsEnd, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final Duration STARTING = Duration.ofSeconds(30);
    private static final Duration DRAIN = Duration.ofSeconds(30);
    private static final int MAX_HEAD = 64 * 1024;

    /// @param port 0 for any free port
    /// @param tls mutual TLS; empty for plain HTTP
    /// @param idle how long a connection may be silent
    record Config(String host, int port, Optional<Tls> tls, Duration idle) {}

    private final HttpServer server;
    private final HttpServerOptions options;
    private final Connections connections;

    private Listener(HttpServer server, HttpServerOptions options, Connections connections) {
        this.server = server;
        this.options = options;
        this.connections = connections;
    }

    /// @throws IllegalStateException when the port cannot be opened
    static Listener start(
            GatewayNetwork network, Config config, Connections connections, Handler<HttpServerRequest> handler) {
        HttpServerOptions options = new HttpServerOptions();
        options.setHost(config.host()).setPort(config.port());
        options.setMaxInitialLineLength(MAX_HEAD).setMaxHeaderSize(MAX_HEAD).setMaxChunkSize(MAX_HEAD);
        options.setHttp2ClearTextEnabled(false);
        options.setIdleTimeout(Math.toIntExact(config.idle().toMillis())).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        config.tls().ifPresent(tls -> {
            PipeTls.apply(tls, options);
            options.setUseAlpn(true).setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1));
            options.setClientAuth(ClientAuth.REQUIRED);
        });
        HttpServer server = network.vertx().createHttpServer(options);
        server.connectionHandler(connections::guard);
        server.requestHandler(handler);
        server.invalidRequestHandler(Answers::malformed);
        server.exceptionHandler(failed -> LOG.info("connection refused: {}", failed.toString()));
        HttpServer listening =
                GatewayNetwork.await(server.listen(), STARTING, "listening on " + config.host() + ":" + config.port());
        return new Listener(listening, options, connections);
    }

    int port() {
        return server.actualPort();
    }

    @Override
    public void renew(Tls tls) {
        X509TrustManager trust = PipeTls.judge(tls);
        ServerSSLOptions renewed = options.getSslOptions().copy();
        PipeTls.replace(tls, renewed);
        boolean updated = GatewayNetwork.await(server.updateSSLOptions(renewed, true), STARTING, "renewing the keys");
        LOG.info("key material renewed: {}", updated);
        connections.closeUntrusted(chain -> trust.checkClientTrusted(chain, "UNKNOWN"));
    }

    /// Lets running requests end, at most 30 s.
    @Override
    public void close() {
        Void closed = GatewayNetwork.await(server.shutdown(DRAIN), DRAIN.plusSeconds(5), "closing the listener");
        assert closed == null;
    }
}
