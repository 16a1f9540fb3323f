// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.PemTrustOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.X509TrustManager;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsEnd;
import nl.ddas.fsc.model.PeerIdRule;
import nl.ddas.fsc.model.Protocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The side of a gateway where requests go out; keeps connections for reuse.
final class Onward implements TlsEnd, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Onward.class);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MAX_HEAD = 64 * 1024;
    private static final int KEPT_SECONDS = 60;

    /// How the target shows who it is.
    sealed interface Trust {
        /// No TLS.
        record Plain() implements Trust {}

        /// TLS, server only.
        ///
        /// @param anchors PEM file with roots; empty for those of the system
        record Server(Optional<Path> anchors) implements Trust {}

        /// Mutual TLS between Peers.
        ///
        /// @param checkHost whether the certificate must name the host, beside the Peer
        record Mutual(Tls tls, boolean checkHost) implements Trust {}
    }

    /// @param connect longest time to set up a connection
    /// @param idle longest silence
    /// @param connections at once to one target, on HTTP/1
    record Config(Trust trust, Protocol protocol, Duration connect, Duration idle, int connections) {}

    private final HttpClientAgent agent;
    private final HttpClientOptions options;
    private final Config config;
    private final Connections connections;

    private Onward(HttpClientAgent agent, HttpClientOptions options, Config config, Connections connections) {
        this.agent = agent;
        this.options = options;
        this.config = config;
        this.connections = connections;
    }

    static Onward open(GatewayNetwork network, Config config, PeerIdRule rule) {
        HttpClientOptions options = new HttpClientOptions();
        int connect = Math.toIntExact(config.connect().toMillis());
        options.setConnectTimeout(connect);
        options.setSslHandshakeTimeout(connect).setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
        options.setMaxInitialLineLength(MAX_HEAD).setMaxHeaderSize(MAX_HEAD).setMaxChunkSize(MAX_HEAD);
        options.setKeepAliveTimeout(KEPT_SECONDS);
        boolean tls = !(config.trust() instanceof Trust.Plain);
        switch (config.protocol()) {
            case HTTP_1_1 -> options.setProtocolVersion(HttpVersion.HTTP_1_1);
            case HTTP_2 -> options.setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false);
        }
        secure(config.trust(), options);
        if (tls && config.protocol() == Protocol.HTTP_2) {
            options.setUseAlpn(true).setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1));
        }
        Connections connections = new Connections(rule);
        HttpClientAgent agent = network.vertx()
                .httpClientBuilder()
                .with(options)
                .with(new PoolOptions().setHttp1MaxSize(config.connections()))
                .withConnectHandler(connections::add)
                .build();
        return new Onward(agent, options, config, connections);
    }

    private static void secure(Trust trust, HttpClientOptions options) {
        switch (trust) {
            case Trust.Plain _ -> options.setSsl(false);
            case Trust.Server(Optional<Path> anchors) -> {
                options.setSsl(true).setVerifyHost(true);
                anchors.ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
                options.getSslOptions().setHostnameVerificationAlgorithm("HTTPS");
            }
            case Trust.Mutual(Tls tls, boolean checkHost) -> {
                PipeTls.apply(tls, options);
                options.setVerifyHost(checkHost);
                options.getSslOptions().setHostnameVerificationAlgorithm(checkHost ? "HTTPS" : "");
            }
        }
    }

    /// A request that can be written; its connection is there.
    ///
    /// @param target scheme, host and port
    /// @param uri path and query as they stand
    Future<HttpClientRequest> request(HttpMethod method, URI target, String uri) {
        boolean tls = "https".equals(target.getScheme());
        int port = target.getPort() >= 0 ? target.getPort() : tls ? 443 : 80;
        return agent.request(new RequestOptions()
                .setMethod(method)
                .setHost(target.getHost())
                .setPort(port)
                .setSsl(tls)
                .setURI(uri)
                .setIdleTimeout(config.idle().toMillis())
                .setConnectTimeout(config.connect().toMillis())
                .setFollowRedirects(false));
    }

    Connections connections() {
        return connections;
    }

    @Override
    public void renew(Tls tls) {
        X509TrustManager trust = PipeTls.judge(tls);
        ClientSSLOptions renewed = options.getSslOptions().copy();
        PipeTls.replace(tls, renewed);
        boolean updated = GatewayNetwork.await(agent.updateSSLOptions(renewed, true), LONGEST, "renewing the keys");
        LOG.info("key material renewed: {}", updated);
        connections.closeUntrusted(chain -> trust.checkServerTrusted(chain, "UNKNOWN"));
    }

    @Override
    public void close() {
        Void closed = GatewayNetwork.await(agent.close(), LONGEST, "closing the client");
        assert closed == null;
    }
}
