// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
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
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.X509TrustManager;
import nl.ddas.basis.CertificateText;
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsEnd;
import nl.ddas.basis.TlsRenewal;
import nl.ddas.basis.TlsSetup;
import nl.ddas.basis.Wire;
import nl.ddas.fsc.model.PeerIdRule;
import nl.ddas.fsc.model.Protocol;

/// The side of a gateway where requests go out; keeps connections for reuse.
final class Onward implements TlsEnd, AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int KEPT_SECONDS = 60;

    /// How the target shows who it is.
    sealed interface Trust {
        /// No TLS.
        record Plain() implements Trust {}

        /// TLS, server only.
        ///
        /// @param anchors roots; none for those of the system
        record Server(List<X509Certificate> anchors) implements Trust {}

        /// Mutual TLS between Peers.
        ///
        /// @param checkHost whether the certificate must name the host, beside the Peer
        record Mutual(Tls tls, boolean checkHost) implements Trust {}
    }

    /// @param connect longest time to set up a connection
    /// @param idle longest silence
    /// @param connections at once to one target, on HTTP/1, of each event loop: a gateway has as many loops as the
    ///     machine has processors; on HTTP/2 so many requests at once, rounded up to whole connections of
    ///     [Wire#STREAMS] each: as if the other side lets us have as many as we let others
    record Config(Trust trust, Protocol protocol, Duration connect, Duration idle, int connections) {}

    private final List<HttpClientAgent> agents;
    private final Map<Thread, HttpClientAgent> own = new ConcurrentHashMap<>();
    private final AtomicInteger loops = new AtomicInteger();
    private final Config config;
    private final Connections connections;
    private final TlsRenewal renewal;

    private Onward(List<HttpClientAgent> agents, Config config, Connections connections, TlsRenewal renewal) {
        this.agents = agents;
        this.config = config;
        this.connections = connections;
        this.renewal = renewal;
    }

    static Onward open(Network network, Config config, PeerIdRule rule) {
        HttpClientOptions options = new HttpClientOptions();
        int connect = Math.toIntExact(config.connect().toMillis());
        options.setConnectTimeout(connect);
        options.setSslHandshakeTimeout(connect).setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
        options.setMaxInitialLineLength(Network.MAX_HEAD)
                .setMaxHeaderSize(Network.MAX_HEAD)
                .setMaxChunkSize(Network.PIECE);
        options.setKeepAliveTimeout(KEPT_SECONDS);
        options.setIdleTimeout(Math.toIntExact(config.idle().toMillis())).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        boolean tls = !(config.trust() instanceof Trust.Plain);
        switch (config.protocol()) {
            case HTTP_1_1 -> options.setProtocolVersion(HttpVersion.HTTP_1_1);
            case HTTP_2 -> {
                options.setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false);
                options.setInitialSettings(Wire.http2()).setHttp2ConnectionWindowSize(Wire.CONNECTION_WINDOW);
            }
        }
        secure(config.trust(), options);
        if (tls && config.protocol() == Protocol.HTTP_2) {
            options.setUseAlpn(true).setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1));
        }
        Connections connections = new Connections(rule);
        List<HttpClientAgent> agents = Stream.generate(() -> agent(network, options, config, connections))
                .limit(Runtime.getRuntime().availableProcessors())
                .toList();
        return new Onward(agents, config, connections, renewal(network, agents, options, connections));
    }

    private static HttpClientAgent agent(
            Network network, HttpClientOptions options, Config config, Connections connections) {
        return network.vertx()
                .httpClientBuilder()
                .with(options)
                .with(new PoolOptions()
                        .setHttp1MaxSize(config.connections())
                        .setHttp2MaxSize(Math.ceilDiv(config.connections(), Wire.STREAMS)))
                .withConnectHandler(connections::guardAnswers)
                .build();
    }

    private static TlsRenewal renewal(
            Network network, List<HttpClientAgent> agents, HttpClientOptions options, Connections connections) {
        return new TlsRenewal(
                network.vertx(),
                options.isSsl(),
                connections.open(),
                tls -> {
                    ClientSSLOptions renewed = options.getSslOptions().copy();
                    TlsSetup.replace(tls, renewed);
                    return Future.all(agents.stream()
                                    .map(agent -> agent.updateSSLOptions(renewed, true))
                                    .toList())
                            .map(true);
                },
                X509TrustManager::checkServerTrusted);
    }

    private static void secure(Trust trust, HttpClientOptions options) {
        switch (trust) {
            case Trust.Plain _ -> options.setSsl(false);
            case Trust.Server(List<X509Certificate> anchors) -> {
                options.setSsl(true).setVerifyHost(true);
                if (!anchors.isEmpty()) {
                    PemTrustOptions roots = new PemTrustOptions();
                    anchors.forEach(root -> roots.addCertValue(Buffer.buffer(CertificateText.pem(root))));
                    options.setTrustOptions(roots);
                }
                options.getSslOptions().setHostnameVerificationAlgorithm("HTTPS");
            }
            case Trust.Mutual(Tls tls, boolean checkHost) -> {
                TlsSetup.apply(tls, TlsSetup.engineFor(tls), options);
                options.setVerifyHost(checkHost);
                options.getSslOptions().setHostnameVerificationAlgorithm(checkHost ? "HTTPS" : "");
            }
        }
    }

    /// An agent for each event loop, so that a request does not change threads on its way, and no loop waits for
    /// another to get a connection.
    private HttpClientAgent own() {
        return Context.isOnEventLoopThread()
                ? own.computeIfAbsent(
                        Thread.currentThread(), loop -> agents.get(loops.getAndIncrement() % agents.size()))
                : agents.getFirst();
    }

    /// A request that can be written; its connection is there.
    ///
    /// @param target scheme, host and port
    /// @param uri path and query as they stand
    Future<HttpClientRequest> request(HttpMethod method, URI target, String uri) {
        boolean tls = "https".equals(target.getScheme());
        int port = target.getPort() >= 0 ? target.getPort() : tls ? 443 : 80;
        return own().request(new RequestOptions()
                        .setMethod(method)
                        .setHost(target.getHost())
                        .setPort(port)
                        .setSsl(tls)
                        .setURI(uri)
                        .setConnectTimeout(config.connect().toMillis())
                        .setFollowRedirects(false))
                .map(Wire::quiet);
    }

    Connections connections() {
        return connections;
    }

    @Override
    public void renew(Tls tls) {
        renewal.renew(tls);
    }

    @Override
    public void closeUntrusted(Tls tls) {
        renewal.closeUntrusted(tls);
    }

    /// Lets running requests of all of these end side by side, then closes them.
    static void drain(Collection<Onward> gone) {
        Waiting.await(
                Future.all(gone.stream()
                        .flatMap(onward -> onward.agents.stream())
                        .map(agent -> agent.shutdown(LONGEST))
                        .toList()),
                LONGEST.plusSeconds(5),
                "draining the client");
    }

    @Override
    public void close() {
        Waiting.await(Future.all(agents.stream().map(HttpClientAgent::close).toList()), LONGEST, "closing the client");
    }
}
