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
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsEnd;
import nl.ddas.basis.TlsRenewal;
import nl.ddas.basis.TlsSetup;
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
    private final TlsRenewal renewal;

    private Listener(HttpServer server, TlsRenewal renewal) {
        this.server = server;
        this.renewal = renewal;
    }

    /// @throws IllegalStateException when the port cannot be opened
    static Listener start(Network network, Config config, Connections connections, Handler<HttpServerRequest> handler) {
        HttpServerOptions options = new HttpServerOptions();
        options.setHost(config.host()).setPort(config.port());
        options.setMaxInitialLineLength(MAX_HEAD).setMaxHeaderSize(MAX_HEAD).setMaxChunkSize(MAX_HEAD);
        options.setHttp2ClearTextEnabled(false);
        options.setIdleTimeout(Math.toIntExact(config.idle().toMillis())).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        config.tls().ifPresent(tls -> {
            TlsSetup.apply(tls, TlsSetup.fastestEngine(), options);
            options.setUseAlpn(true).setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1));
            options.setClientAuth(ClientAuth.REQUIRED);
        });
        HttpServer server = network.vertx().createHttpServer(options);
        server.connectionHandler(connections::guard);
        server.requestHandler(handler);
        server.invalidRequestHandler(Answers::malformed);
        server.exceptionHandler(failed -> LOG.info("connection refused: {}", failed.toString()));
        HttpServer listening =
                Waiting.await(server.listen(), STARTING, "listening on " + config.host() + ":" + config.port());
        return new Listener(listening, renewal(network, listening, options, connections));
    }

    private static TlsRenewal renewal(
            Network network, HttpServer server, HttpServerOptions options, Connections connections) {
        return new TlsRenewal(
                network.vertx(),
                connections.open(),
                tls -> {
                    ServerSSLOptions renewed = options.getSslOptions().copy();
                    TlsSetup.replace(tls, renewed);
                    return server.updateSSLOptions(renewed, true);
                },
                X509TrustManager::checkClientTrusted);
    }

    int port() {
        return server.actualPort();
    }

    @Override
    public void renew(Tls tls) {
        renewal.renew(tls);
    }

    /// Lets running requests end, at most 30 s.
    @Override
    public void close() {
        Waiting.await(server.shutdown(DRAIN), DRAIN.plusSeconds(5), "closing the listener");
    }
}
