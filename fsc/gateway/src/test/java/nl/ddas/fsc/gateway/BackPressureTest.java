// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsSetup;
import nl.ddas.fsc.model.Protocol;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Who does not read is waited for all the way back, through Inway and Outway, by HTTP/1.1 and by HTTP/2 from end to
/// end: nothing on the way takes more than a little. Once it reads, all arrives, byte for byte.
class BackPressureTest extends OutwayStage {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final long LARGE = 192L << 20;

    /// Nearly all of it with the system: a socket of a gateway may grow to some 35 MiB. Without back-pressure
    /// it is all there is.
    private static final long MOST_IN_SOCKETS = 96L << 20;

    /// On HTTP/2 the windows count, and what waits with the system is part of them: 512 KiB in each gateway,
    /// and as much or less at the ends.
    private static final long MOST_IN_WINDOWS = 6L << 20;

    /// Of the sockets at both ends, so that they do not grow.
    private static final int SOCKET = 64 * 1024;

    /// How many bytes may be on their way.
    private static long most(Protocol protocol) {
        return switch (protocol) {
            case HTTP_1_1 -> MOST_IN_SOCKETS;
            case HTTP_2 -> MOST_IN_WINDOWS;
        };
    }

    /// From a caller to a Service.
    private record Road(HttpServer service, Inway inway, Outway outway, HttpClientAgent caller)
            implements AutoCloseable {

        Future<HttpClientRequest> ask(HttpMethod method) {
            return caller.request(new RequestOptions()
                    .setMethod(method)
                    .setHost("localhost")
                    .setPort(outway.port())
                    .setURI("/")
                    .putHeader(Outway.GRANT_HASH, World.GRANT.value()));
        }

        @Override
        public void close() {
            outway.close();
            inway.close();
            await(Future.all(service.close(), caller.close()));
        }
    }

    private static <T> T await(Future<T> future) {
        return Waiting.await(future, LONGEST, "what comes over the road");
    }

    private Road road(Protocol protocol, Handler<HttpServerRequest> behaviour) {
        HttpServerOptions small = new HttpServerOptions();
        small.setReceiveBufferSize(SOCKET).setSendBufferSize(SOCKET);
        HttpServer service = network.vertx().createHttpServer(small).requestHandler(behaviour);
        int port = await(service.listen(0, "127.0.0.1")).actualPort();
        Inway open = World.inway(
                network, inwayLog, URI.create("http://127.0.0.1:" + port), World.Rules.NONE.speaking(protocol));
        audience = URI.create("https://127.0.0.1:" + open.port());
        extraPort = open.port();
        boolean newer = protocol == Protocol.HTTP_2;
        OutwayConfig config = new OutwayConfig(
                "127.0.0.1",
                0,
                newer ? OutwayConfig.Clients.TLS : OutwayConfig.Clients.PLAIN,
                false,
                Map.of(),
                false,
                true,
                true,
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(5));
        Outway way = outway(config, World.ONE.tls(World.B), protocol);
        return new Road(service, open, way, caller(newer));
    }

    private static HttpClientAgent caller(boolean newer) {
        HttpClientOptions options = new HttpClientOptions();
        options.setReceiveBufferSize(SOCKET).setSendBufferSize(SOCKET);
        if (newer) {
            Tls tls = World.ONE.tls(World.C);
            TlsSetup.apply(tls, TlsSetup.engineFor(tls), options);
            options.setProtocolVersion(HttpVersion.HTTP_2)
                    .setUseAlpn(true)
                    .setAlpnVersions(List.of(HttpVersion.HTTP_2));
            options.getSslOptions().setHostnameVerificationAlgorithm("HTTPS");
        }
        return network.vertx().createHttpClient(options);
    }

    @ParameterizedTest
    @EnumSource
    void aServiceThatDoesNotReadHoldsTheCallerBack(Protocol protocol) {
        Promise<Basin> arrived = Promise.promise();
        Handler<HttpServerRequest> service = request -> {
            Basin basin = new Basin(network.vertx(), request);
            basin.full().onSuccess(sum -> request.response().end(sum.toString()));
            arrived.complete(basin);
        };
        try (Road road = road(protocol, service)) {
            Promise<Buffer> answer = Promise.promise();
            Faucet faucet = await(road.ask(HttpMethod.POST).map(request -> {
                request.putHeader("Content-Length", Long.toString(LARGE));
                request.response().compose(HttpClientResponse::body).onComplete(answer);
                return Faucet.open(network.vertx(), request, LARGE);
            }));
            Basin basin = await(arrived.future());

            assertThat(await(faucet.stopped())).isLessThan(most(protocol));

            basin.open();
            assertThat(await(answer.future()))
                    .hasToString(await(faucet.poured()).toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCallerThatDoesNotReadHoldsTheServiceBack(Protocol protocol) {
        Promise<Faucet> answering = Promise.promise();
        Handler<HttpServerRequest> service = request -> {
            request.response().putHeader("Content-Length", Long.toString(LARGE));
            answering.complete(Faucet.open(network.vertx(), request.response(), LARGE));
        };
        try (Road road = road(protocol, service)) {
            Basin basin = await(road.ask(HttpMethod.GET)
                    .compose(HttpClientRequest::send)
                    .map(answer -> new Basin(network.vertx(), answer)));
            Faucet faucet = await(answering.future());

            assertThat(await(faucet.stopped())).isLessThan(most(protocol));

            basin.open();
            assertThat(await(basin.full())).isEqualTo(await(faucet.poured()));
        }
    }
}
