// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.SSLEngineOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.net.ssl.X509TrustManager;

/// Calls HTTP servers with blocking streams; keeps connections for reuse. Safe for many threads.
///
/// With TLS the server must show a certificate for the host that is called, leading to an anchor and not revoked.
/// Redirects are not followed, nothing is sent twice.
public final class HttpClient implements TlsEnd, AutoCloseable {

    private static final int CONNECTIONS_PER_SERVER = 256;
    private static final int HTTP2_CONNECTIONS_PER_SERVER = 4;
    private static final int KEPT_SECONDS = 10;
    private static final Duration CLOSING = Duration.ofSeconds(30);

    /// @param tls mutual TLS, empty for plain HTTP
    /// @param connect longest time to set up a connection
    /// @param idle longest silence while sending, waiting for or reading an answer
    /// @param protocol what is spoken
    /// @param hosts addresses of names that are not to be asked of the system
    public record Config(
            Optional<Tls> tls, Duration connect, Duration idle, Protocol protocol, Map<String, String> hosts) {

        public Config {
            hosts = Map.copyOf(hosts);
        }

        /// HTTP/1.1, with the names that the system knows.
        public Config(Optional<Tls> tls, Duration connect, Duration idle) {
            this(tls, connect, idle, Protocol.HTTP_1_1, Map.of());
        }
    }

    /// What is spoken.
    public enum Protocol {
        /// A connection carries one call at a time: the fastest way for large bodies.
        HTTP_1_1,
        /// HTTP/2 when the other side has it and there is TLS, else HTTP/1.1.
        HTTP_2
    }

    /// What is sent after the headers.
    public sealed interface Body {
        /// No body at all.
        record None() implements Body {}

        /// Bytes that are ready.
        record Bytes(byte[] bytes) implements Body {}

        /// Bytes that are sent as they come in, while the answer may come in already. Not closed.
        ///
        /// @param length in bytes, exact; empty when not known beforehand
        record Stream(OptionalLong length, InputStream from) implements Body {}

        /// The body of a request as it comes in, to send on.
        ///
        /// @throws IOException when it breaks off at once
        static Body of(Request request) throws IOException {
            OptionalLong length = request.headers().contentLength();
            if (length.isPresent()) {
                return length.getAsLong() == 0 ? new Bytes(new byte[0]) : new Stream(length, request.body());
            }
            if (request.headers().first("Transfer-Encoding").isPresent()) {
                return new Stream(length, request.body());
            }
            PushbackInputStream in = new PushbackInputStream(request.body());
            int first = in.read();
            if (first < 0) {
                return new None();
            }
            in.unread(first);
            return new Stream(OptionalLong.empty(), in);
        }
    }

    /// One call.
    ///
    /// @param method as it is sent: capitals count
    /// @param uri absolute; path and query are sent as they stand
    /// @param headers sent in this order; `Content-Length` and `Transfer-Encoding` follow from the body instead
    public record Call(String method, URI uri, Headers headers, Body body) {

        public Call(String method, URI uri, Headers headers, byte[] body) {
            this(method, uri, headers, bodyless(method, body) ? new Body.None() : new Body.Bytes(body));
        }

        private static boolean bodyless(String method, byte[] body) {
            return body.length == 0 && (method.equals("GET") || method.equals("HEAD"));
        }
    }

    /// An answer; close it, whether read to the end or not.
    ///
    /// @param body blocking stream; throws `IOException` when the answer breaks off or stays silent too long
    /// @param peer certificate chain of the server, leaf first; empty on plain HTTP
    public record Answer(int status, Headers headers, InputStream body, List<X509Certificate> peer)
            implements AutoCloseable {

        public Answer(int status, Headers headers, InputStream body) {
            this(status, headers, body, List.of());
        }

        /// This answer as the answer of a listener; the body streams through and is closed.
        ///
        /// @param other headers in place of those of this answer
        public Response onward(Headers other) {
            return new Response(status, other, new Response.Body.Copy(headers.contentLength(), body));
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
        return open(network, config, config.tls().map(TlsSetup::engineFor).orElseGet(TlsSetup::fastestEngine));
    }

    static HttpClient open(Network network, Config config, SSLEngineOptions engine) {
        HttpClientOptions options = options(config);
        config.tls().ifPresent(tls -> {
            TlsSetup.apply(tls, engine, options);
            options.setVerifyHost(true);
            options.getSslOptions().setHostnameVerificationAlgorithm("HTTPS");
        });
        OpenConnections connections = new OpenConnections();
        HttpClientAgent agent = network.vertx()
                .httpClientBuilder()
                .with(options)
                .with(new PoolOptions()
                        .setHttp1MaxSize(CONNECTIONS_PER_SERVER)
                        .setHttp2MaxSize(HTTP2_CONNECTIONS_PER_SERVER))
                .withConnectHandler(connections::add)
                .build();
        TlsRenewal renewal = new TlsRenewal(
                network.vertx(),
                options.isSsl(),
                connections,
                tls -> {
                    ClientSSLOptions renewed = options.getSslOptions().copy();
                    TlsSetup.replace(tls, renewed);
                    return agent.updateSSLOptions(renewed, true);
                },
                X509TrustManager::checkServerTrusted);
        return new HttpClient(agent, config, renewal);
    }

    private static HttpClientOptions options(Config config) {
        int connectMillis = Math.toIntExact(config.connect().toMillis());
        HttpClientOptions options = new HttpClientOptions();
        options.setMaxInitialLineLength(Network.MAX_HEAD).setMaxHeaderSize(Network.MAX_HEAD);
        options.setMaxChunkSize(Network.PIECE);
        options.setKeepAliveTimeout(KEPT_SECONDS).setHttp2KeepAliveTimeout(KEPT_SECONDS);
        options.setConnectTimeout(connectMillis);
        options.setSslHandshakeTimeout(connectMillis).setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
        if (config.protocol() == Protocol.HTTP_2 && config.tls().isPresent()) {
            options.setProtocolVersion(HttpVersion.HTTP_2).setUseAlpn(true);
            options.setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1));
            options.setInitialSettings(Wire.http2()).setHttp2ConnectionWindowSize(Wire.CONNECTION_WINDOW);
        }
        return options;
    }

    @Override
    public void renew(Tls tls) {
        renewal.renew(tls);
    }

    @Override
    public void closeUntrusted(Tls tls) {
        renewal.closeUntrusted(tls);
    }

    /// Sends and waits for status and headers.
    ///
    /// @throws NoConnection when no connection comes about
    /// @throws ConnectionBroken when sending or waiting fails or takes too long; reading the body throws it too
    /// @throws IOException when the body to send does
    /// @throws IllegalArgumentException when scheme and TLS of this client do not go together
    public Answer send(Call call) throws IOException {
        return new ClientCall(connect(call), config.idle()).send(call);
    }

    /// As [#send(Call)], but only to a server that the caller wants: else nothing is sent.
    ///
    /// @param wanted judges the certificate chain of the server, leaf first
    /// @throws UnwantedServer when another server answers
    public Answer send(Call call, Predicate<List<X509Certificate>> wanted) throws IOException {
        HttpClientRequest request = connect(call);
        if (!wanted.test(Wire.peer(request.connection().sslSession()))) {
            request.reset();
            throw new UnwantedServer(call.uri().getHost());
        }
        return new ClientCall(request, config.idle()).send(call);
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
                .setMethod(HttpMethod.valueOf(call.method()))
                .setHost(uri.getHost())
                .setPort(port)
                .setURI(target(uri))
                .setFollowRedirects(false);
        String address = config.hosts().get(uri.getHost());
        if (address != null) {
            options.setServer(SocketAddress.inetSocketAddress(port, address));
        }
        Future<HttpClientRequest> request = client.request(options).map(Wire::quiet);
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
