// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import io.netty.handler.codec.TooLongFrameException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.SSLEngineOptions;
import io.vertx.core.net.ServerSSLOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.X509TrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A listener for HTTP/1.1, and on TLS for HTTP/2 as well; requests are handled on virtual threads with blocking
/// streams, whose reader or writer is held back when the other side is slower.
///
/// With TLS the caller must show a certificate that leads to an anchor and is not revoked. A request to change
/// protocol (`Upgrade`) and `CONNECT` reach the handler as requests like any other: no connection is handed over.
/// Every answer carries the headers of the configuration, unless the handler set its own. An exception of the
/// handler is answered with 500, past the limit of the body with 413, both without details, as [Faults] tell it.
public final class HttpServer implements TlsEnd, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final Duration DRAIN = Duration.ofSeconds(30);
    /// How long the rest of a refused request is let in.
    private static final Duration LINGER = Duration.ofSeconds(2);

    private static final Duration STARTING = Duration.ofSeconds(30);

    /// @param host address to listen on
    /// @param port 0 for any free port
    /// @param tls mutual TLS, empty for plain HTTP (loopback only)
    /// @param maxBodyBytes largest request body
    /// @param idle how long a connection may be silent, also while a handler thinks
    /// @param always headers of each answer that does not set them itself
    /// @param faults how it tells what went wrong outside its handler
    public record Config(
            String host, int port, Optional<Tls> tls, long maxBodyBytes, Duration idle, Headers always, Faults faults) {

        /// Which tells faults as problem+json.
        public Config(String host, int port, Optional<Tls> tls, long maxBodyBytes, Duration idle, Headers always) {
            this(host, port, tls, maxBodyBytes, idle, always, Faults.PROBLEMS);
        }

        /// With the security headers on each answer.
        public Config(String host, int port, Optional<Tls> tls, long maxBodyBytes, Duration idle) {
            this(host, port, tls, maxBodyBytes, idle, SecurityHeaders.DEFAULTS);
        }

        /// The same, but with another way to tell faults.
        public Config telling(Faults other) {
            return new Config(host, port, tls, maxBodyBytes, idle, always, other);
        }
    }

    private final io.vertx.core.http.HttpServer server;
    private final TlsRenewal renewal;

    private HttpServer(io.vertx.core.http.HttpServer server, TlsRenewal renewal) {
        this.server = server;
        this.renewal = renewal;
    }

    /// Starts listening.
    ///
    /// @throws NotListening when the port cannot be opened
    /// @throws IllegalArgumentException when the key material cannot be used, or when plain HTTP is asked for on an
    /// address that is not loopback
    public static HttpServer start(Network network, Config config, Handler handler) {
        return start(network, config, TlsProfile.DIGIKOPPELING, handler);
    }

    /// As [#start(Network, Config, Handler)], with another profile of TLS.
    public static HttpServer start(Network network, Config config, TlsProfile profile, Handler handler) {
        SSLEngineOptions engine =
                config.tls().map(tls -> TlsSetup.engineFor(tls, profile)).orElseGet(TlsSetup::fastestEngine);
        return start(network, config, options(config, engine, profile), handler);
    }

    static HttpServer start(Network network, Config config, SSLEngineOptions engine, Handler handler) {
        return start(network, config, options(config, engine, TlsProfile.DIGIKOPPELING), handler);
    }

    private static HttpServer start(Network network, Config config, HttpServerOptions options, Handler handler) {
        Vertx vertx = network.vertx();
        io.vertx.core.http.HttpServer server = vertx.createHttpServer(options);
        OpenConnections connections = new OpenConnections();
        server.requestHandler(request -> {
            Exchange exchange = new Exchange(network, request, config);
            Thread.ofVirtual().name("http-" + config.port()).start(() -> exchange.run(handler));
        });
        server.invalidRequestHandler(request -> refuse(vertx, request, config.faults(), network.mark()));
        server.connectionHandler(connection -> {
            HeadClock.watch(connection, config.idle());
            connections.add(connection);
        });
        server.exceptionHandler(failed -> LOG.info("connection refused: {}", failed.toString()));
        try {
            Network.await(server.listen(), STARTING, "opening the port");
        } catch (IOException failed) {
            throw new NotListening(config.host(), config.port(), failed);
        }
        TlsRenewal renewal = new TlsRenewal(
                vertx,
                options.isSsl(),
                connections,
                tls -> {
                    ServerSSLOptions renewed = options.getSslOptions().copy();
                    TlsSetup.replace(tls, renewed);
                    return server.updateSSLOptions(renewed, true);
                },
                X509TrustManager::checkClientTrusted);
        return new HttpServer(server, renewal);
    }

    private static HttpServerOptions options(Config config, SSLEngineOptions engine, TlsProfile profile) {
        HttpServerOptions options = new HttpServerOptions();
        options.setHost(config.host()).setPort(config.port());
        options.setUseAlpn(true).setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1));
        options.setHttp2ClearTextEnabled(false);
        options.setInitialSettings(Wire.http2()).setHttp2ConnectionWindowSize(Wire.CONNECTION_WINDOW);
        options.setMaxInitialLineLength(Network.MAX_HEAD).setMaxHeaderSize(Network.MAX_HEAD);
        options.setMaxChunkSize(Network.PIECE);
        options.setHandle100ContinueAutomatically(true);
        options.setIdleTimeout(Math.toIntExact(config.idle().toMillis())).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        config.tls()
                .ifPresentOrElse(
                        tls -> {
                            TlsSetup.apply(tls, engine, profile, options);
                            options.setClientAuth(ClientAuth.REQUIRED);
                        },
                        () -> requireLoopback(config.host()));
        return options;
    }

    private static void requireLoopback(String host) {
        try {
            if (!InetAddress.getByName(host).isLoopbackAddress()) {
                throw new IllegalArgumentException("plain HTTP: expected a loopback address, got " + host);
            }
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException("unknown host " + host, unknown);
        }
    }

    /// Answers what could not be read as a request, and lets the rest of it in for a while before it hangs up,
    /// unless the sender does: hung up at once, the sender finds its connection broken and never reads the
    /// answer.
    private static void refuse(Vertx vertx, HttpServerRequest request, Faults faults, String mark) {
        Problem problem = request.decoderResult().cause() instanceof TooLongFrameException
                ? Problems.headTooLarge(mark)
                : Problems.malformed(mark);
        Response told = faults.tell(problem);
        byte[] body = told.body() instanceof Response.Body.Bytes(byte[] ready) ? ready : new byte[0];
        HttpServerResponse response = request.response().setStatusCode(told.status());
        told.headers().lines().forEach(line -> response.putHeader(line.name(), line.value()));
        response.putHeader("Connection", "close").putHeader("Content-Length", Integer.toString(body.length));
        SecurityHeaders.DEFAULTS.lines().forEach(line -> response.putHeader(line.name(), line.value()));
        // Not ended: that would hang up.
        response.write(Buffer.buffer(body));
        long timer =
                vertx.setTimer(LINGER.toMillis(), late -> request.connection().close());
        response.closeHandler(closed -> vertx.cancelTimer(timer));
    }

    @Override
    public void renew(Tls tls) {
        renewal.renew(tls);
    }

    @Override
    public void closeUntrusted(Tls tls) {
        renewal.closeUntrusted(tls);
    }

    /// The port that is really listened on.
    public int port() {
        return server.actualPort();
    }

    /// Stops taking requests, lets running ones end (at most 30 s), then stops.
    @Override
    public void close() {
        try {
            Network.await(server.shutdown(DRAIN), DRAIN.plusSeconds(5), "closing the listener");
        } catch (IOException failed) {
            throw new IllegalStateException("the listener did not close", failed);
        }
    }
}
