// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.ddas.fsc.model.Protocol;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What HTTP/2 must do as HTTP/1 does it: large heads, bodies that were not told of, requests that stand still.
class Http2StreamsTest extends OutwayStage {

    private static final String LARGE = "x".repeat(20_000);
    private static final int MOST = 32 * 1024;

    private String token = "";

    @BeforeEach
    void makeToken() {
        token = World.ONE.token(World.ONE.claims(
                URI.create("https://127.0.0.1:8443"), Optional.empty(), Optional.empty(), Duration.ofMinutes(5)));
    }

    private static HttpClient newer() {
        return InwayStage.client(World.ONE, HttpClient.Version.HTTP_2);
    }

    private HttpRequest.Builder to(Inway target, String path) {
        return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + target.port() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Fsc-Authorization", "Bearer " + token)
                .header("Fsc-Transaction-Id", World.TRANSACTION);
    }

    private URI service(Handler<HttpServerRequest> behaviour) {
        HttpServerOptions options = new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(0)
                .setMaxHeaderSize(MOST)
                .setInitialSettings(
                        new Http2Settings().setMaxHeaderListSize(MOST).setMaxConcurrentStreams(100));
        HttpServer server = network.vertx().createHttpServer(options).requestHandler(behaviour);
        int port = Waiting.await(server.listen(), Duration.ofSeconds(10), "listening")
                .actualPort();
        return URI.create("http://127.0.0.1:" + port);
    }

    private static InwayConfig config(URI service, Duration idle) {
        return World.inwayConfig(service, idle, Duration.ofSeconds(5));
    }

    private Inway inwayTo(URI service, Duration idle) {
        return World.inway(network, log, config(service, idle), World.Rules.NONE.speaking(Protocol.HTTP_2));
    }

    @Test
    void largeHeadsPassFromOutwayToInwayAndBack() throws Exception {
        backend.behave((in, out, seen) -> {
            seen.add(Backend.read(in));
            out.write(("HTTP/1.1 200 Fine\r\nX-Large: " + LARGE + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        });
        try (Outway newer = outway(manager.port(), World.CLOCK, Protocol.HTTP_2)) {
            HttpResponse<String> answer = at(newer, request("/").header("X-Large", LARGE));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.headers().firstValue("X-Large")).contains(LARGE);
        }
        assertThat(backend.seen.getFirst().header("X-Large")).isEqualTo(LARGE);
    }

    @Test
    void largeHeadsPassFromCallerToServiceAndBack() throws Exception {
        URI service = service(request -> request.response()
                .putHeader("X-Large", request.getHeader("X-Large"))
                .end());
        try (Inway inwayToIt = inwayTo(service, Duration.ofSeconds(20));
                HttpClient caller = newer()) {
            HttpResponse<String> answer =
                    caller.send(to(inwayToIt, "/").header("X-Large", LARGE).build(), BodyHandlers.ofString());
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.headers().firstValue("X-Large")).contains(LARGE);
        }
    }

    /// The connections on both sides are never silent: another request keeps them busy.
    @Test
    void aRequestThatStandsStillEndsThoughOthersMove() throws Exception {
        Vertx vertx = network.vertx();
        URI service = service(request -> {
            if ("/drip".equals(request.path())) {
                long drops = vertx.setPeriodic(50, drop -> request.response().write("x"));
                request.response().closeHandler(gone -> vertx.cancelTimer(drops));
            }
        });
        try (Inway impatient = inwayTo(service, Duration.ofMillis(500));
                HttpClient caller = newer()) {
            HttpResponse<InputStream> drip = caller.send(to(impatient, "/drip").build(), BodyHandlers.ofInputStream());
            try (InputStream drops = drip.body()) {
                HttpResponse<String> answer = caller.send(to(impatient, "/hang").build(), BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(502);
                assertThat(answer.headers().firstValue("Fsc-Error-Code")).contains("ERROR_CODE_SERVICE_UNREACHABLE");
                assertThat(drops.read()).as("the other goes on").isEqualTo('x');
            }
        }
    }

    @Test
    void aRequestThatAloneStandsStillIsAnswered() throws Exception {
        try (Inway impatient = inwayTo(service(request -> {}), Duration.ofMillis(500));
                HttpClient caller = newer()) {
            HttpResponse<String> answer = caller.send(to(impatient, "/hang").build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(answer.headers().firstValue("Fsc-Error-Code")).contains("ERROR_CODE_SERVICE_UNREACHABLE");
        }
    }

    /// One connection carries no more than a hundred.
    @Test
    void carriesAsManyRequestsAtOnceAsTheServiceMayHaveOfOnePeer() throws Exception {
        int many = 120;
        Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
        AtomicInteger come = new AtomicInteger();
        URI service = service(request -> {
            held.add(request);
            if (come.incrementAndGet() == many) {
                held.forEach(one -> one.response().end());
            }
        });
        World.Rules rules = World.Rules.NONE.speaking(Protocol.HTTP_2).atOnce(many / 3 * 4);
        try (Inway wide = World.inway(network, log, config(service, Duration.ofSeconds(20)), rules);
                HttpClient one = newer();
                HttpClient other = newer()) {
            List<CompletableFuture<HttpResponse<Void>>> answers = IntStream.range(0, many)
                    .mapToObj(i ->
                            (i % 2 == 0 ? one : other).sendAsync(to(wide, "/").build(), BodyHandlers.discarding()))
                    .toList();
            assertThat(answers).extracting(CompletableFuture::join).allMatch(answer -> answer.statusCode() == 200);
        }
    }

    /// A byte or a small frame now and then keeps a connection from being silent.
    @Test
    void whoTakesTooLongOverAHeadIsHungUpOn() throws Exception {
        try (Inway hasty = inwayTo(backend.uri(), Duration.ofSeconds(1));
                RawHttp2 one = RawHttp2.open(World.B, hasty.port());
                RawHttp2 many = RawHttp2.open(World.B, hasty.port())) {
            assertThat(one.isHungUpOverOneFrame()).isTrue();
            assertThat(many.isHungUpOverManyFrames()).isTrue();
        }
    }

    /// A body may take its time, as long as bytes come.
    @Test
    void whoTakesLongOverABodyIsNotHungUpOn() throws Exception {
        try (Inway hasty = World.inway(network, log, config(backend.uri(), Duration.ofSeconds(1)), World.Rules.NONE);
                RawHttp2 caller = RawHttp2.open(World.B, hasty.port())) {
            List<RawHttp2.Line> lines = get("/");
            lines.set(0, new RawHttp2.Line(":method", "POST"));
            lines.add(new RawHttp2.Line("content-length", "15"));
            caller.headers(lines, false);
            assertThat(caller.goesOnWithBody(15)).isTrue();
            assertThat(caller.outcome()).endsWith("x".repeat(15));
        }
    }

    private List<RawHttp2.Line> get(String path) {
        return new ArrayList<>(List.of(
                new RawHttp2.Line(":method", "GET"),
                new RawHttp2.Line(":scheme", "https"),
                new RawHttp2.Line(":authority", "a"),
                new RawHttp2.Line(":path", path),
                new RawHttp2.Line("fsc-authorization", "Bearer " + token),
                new RawHttp2.Line("fsc-transaction-id", World.TRANSACTION)));
    }

    @Test
    void aBodyThatNobodyToldOfIsNotDroppedWithoutAWord() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        backend.behave((in, out, seen) -> {
            seen.add(Backend.read(in));
            try {
                over.await();
            } catch (InterruptedException stop) {
                throw new IOException(stop);
            }
        });
        try (RawHttp2 caller = RawHttp2.open(World.B, inway.port())) {
            caller.headers(get("/"), false);
            caller.data("abc", true);
            assertThat(caller.outcome()).isEqualTo(" reset");
        } finally {
            over.countDown();
        }
    }

    @Test
    void aBodyThatTheHeadTellsOfReachesTheServiceWithAGetToo() throws Exception {
        try (RawHttp2 caller = RawHttp2.open(World.B, inway.port())) {
            List<RawHttp2.Line> lines = get("/");
            lines.add(new RawHttp2.Line("content-length", "3"));
            caller.headers(lines, false);
            caller.data("abc", true);
            assertThat(caller.outcome()).isEqualTo("200 abc");
        }
        assertThat(backend.seen.getFirst().body()).isEqualTo("abc");
    }

    /// As some clients end a request without a body.
    @Test
    void anEmptyPieceIsNoBody() throws Exception {
        try (RawHttp2 caller = RawHttp2.open(World.B, inway.port())) {
            caller.headers(get("/"), false);
            caller.data("", true);
            assertThat(caller.outcome()).startsWith("200 ");
        }
    }
}
