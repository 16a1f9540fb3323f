// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.SSLEngineOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.X509TrustManager;

/// Calls HTTP/1.1 servers with blocking streams; keeps connections for reuse. Safe for many threads.
///
/// With TLS the server must show a certificate for the host that is called, leading to an anchor and not revoked.
/// Redirects are not followed, nothing is sent twice.
public final class HttpClient implements TlsEnd, AutoCloseable {

    private static final int CONNECTIONS_PER_SERVER = 256;
    private static final int KEPT_SECONDS = 10;
    private static final Duration CLOSING = Duration.ofSeconds(30);

    /// @param tls mutual TLS, empty for plain HTTP
    /// @param connect longest time to set up a connection
    /// @param idle longest silence while sending, waiting for or reading an answer
    public record Config(Optional<Tls> tls, Duration connect, Duration idle) {}

    /// One call; the body is sent with its exact length.
    ///
    /// @param uri absolute; path and query are sent as they stand
    public record Call(String method, URI uri, Headers headers, byte[] body) {}

    /// An answer; close it, whether read to the end or not.
    ///
    /// @param body blocking stream; throws `IOException` when the answer breaks off or stays silent too long
    /// @param peer certificate chain of the server, leaf first; empty on plain HTTP
    public record Answer(int status, Headers headers, InputStream body, List<X509Certificate> peer)
            implements AutoCloseable {

        public Answer(int status, Headers headers, InputStream body) {
            this(status, headers, body, List.of());
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    private final HttpClientAgent client;
    private final Config config;
    private final TlsRenewal renewal;

    private HttpClient(HttpClientAgent client, Config config, TlsRenewal renewal) {
        this.client = client;
        this.config = config;
        this.renewal = renewal;
    }

    /// @throws IllegalArgumentException when the key material cannot be used
    public static HttpClient open(Network network, Config config) {
        return open(network, config, TlsSetup.fastestEngine());
    }

    static HttpClient open(Network network, Config config, SSLEngineOptions engine) {
        int connectMillis = Math.toIntExact(config.connect().toMillis());
        HttpClientOptions options = new HttpClientOptions();
        options.setMaxInitialLineLength(Wire.MAX_HEAD).setMaxHeaderSize(Wire.MAX_HEAD);
        options.setMaxChunkSize(Wire.PIECE);
        options.setKeepAliveTimeout(KEPT_SECONDS);
        options.setConnectTimeout(connectMillis);
        options.setSslHandshakeTimeout(connectMillis).setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
        config.tls().ifPresent(tls -> {
            TlsSetup.apply(tls, engine, options);
            options.setVerifyHost(true);
            options.getSslOptions().setHostnameVerificationAlgorithm("HTTPS");
        });
        OpenConnections connections = new OpenConnections();
        HttpClientAgent agent = network.vertx()
                .httpClientBuilder()
                .with(options)
                .with(new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_SERVER))
                .withConnectHandler(connections::add)
                .build();
        TlsRenewal renewal = new TlsRenewal(
                network.vertx(),
                connections,
                tls -> {
                    ClientSSLOptions renewed = options.getSslOptions().copy();
                    TlsSetup.replace(tls, renewed);
                    return agent.updateSSLOptions(renewed, true);
                },
                X509TrustManager::checkServerTrusted);
        return new HttpClient(agent, config, renewal);
    }

    @Override
    public void renew(Tls tls) {
        if (config.tls().isEmpty()) {
            throw new IllegalStateException("a client of plain HTTP has no key material");
        }
        renewal.renew(tls);
    }

    /// Sends and waits for status and headers.
    ///
    /// @throws NoConnection when no connection comes about
    /// @throws IOException when sending or waiting fails or takes too long; reading the body throws it
    /// too
    /// @throws IllegalArgumentException when scheme and TLS of this client do not go together
    public Answer send(Call call) throws IOException {
        return new ClientCall(connect(call), config.idle()).send(call);
    }

    private HttpClientRequest connect(Call call) throws IOException {
        URI uri = call.uri();
        boolean https = "https".equals(uri.getScheme());
        if (https != config.tls().isPresent() || uri.getHost() == null) {
            throw new IllegalArgumentException("expected an " + (https ? "http" : "https") + " URI with a host, got "
                    + uri.getScheme() + "://" + uri.getRawAuthority());
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : https ? 443 : 80;
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(call.method().toUpperCase(Locale.ROOT)))
                .setHost(uri.getHost())
                .setPort(port)
                .setURI(target(uri))
                .setFollowRedirects(false);
        Future<HttpClientRequest> request = client.request(options);
        try {
            return Network.await(request, config.connect(), "connecting to " + uri.getHost() + ":" + port);
        } catch (IOException failed) {
            request.onSuccess(late -> late.reset());
            throw new NoConnection(uri.getHost(), port, failed);
        }
    }

    private static String target(URI uri) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /// Breaks off running calls and closes all connections.
    @Override
    public void close() {
        try {
            Network.await(client.close(), CLOSING, "closing the client");
        } catch (IOException failed) {
            throw new IllegalStateException("the client did not close", failed);
        }
    }
}
