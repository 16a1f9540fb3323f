// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// What server and client carry, and what the server refuses.
@ExtendWith(NoBlockedLoop.class)
@Timeout(60)
class HttpTest {

    private final HttpStand http = new HttpStand();

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void carriesThirtyMegabytesEachWay() throws Exception {
        byte[] sent = HttpStand.random(30 * HttpStand.MEGABYTE);
        Handler echo = request -> {
            byte[] received = request.body().readAllBytes();
            return new Response(
                    200, Headers.NONE, new Response.Body.Stream(received.length, out -> out.write(received)));
        };
        try (HttpServer server = http.serve(echo);
                var answer = http.client.send(HttpStand.post(server, sent))) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers().first("content-length")).contains("30000000");
            assertThat(Arrays.equals(answer.body().readAllBytes(), sent)).isTrue();
        }
    }

    @Test
    void sendsWhatIsFlushedWhileTheRestIsStillBeingMade() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        Handler slow = request -> new Response(200, Headers.NONE, new Response.Body.Stream(11, out -> {
            out.write("first".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            HttpStand.awaitLatch(seen);
            out.write("second".getBytes(StandardCharsets.US_ASCII));
        }));
        try (HttpServer server = http.serve(slow);
                var answer = http.client.send(HttpStand.get(server))) {
            assertThat(new String(answer.body().readNBytes(5), StandardCharsets.US_ASCII))
                    .isEqualTo("first");
            seen.countDown();
            assertThat(HttpStand.text(answer)).isEqualTo("second");
        }
    }

    @Test
    void passesMethodPathQueryAndRepeatedHeadersUnchanged() throws Exception {
        Handler tell = request -> Response.text(
                200,
                "text/plain; charset=utf-8",
                request.method() + " " + request.path() + " "
                        + request.headers().all("x-two"));
        try (HttpServer server = http.serve(tell);
                var answer = http.client.send(new HttpClient.Call(
                        "GET",
                        URI.create("http://127.0.0.1:" + server.port() + "/a%20b/c?d=%C3%A9&e"),
                        Headers.of("X-Two", "1", "x-two", "2"),
                        new byte[0]))) {
            assertThat(HttpStand.text(answer)).isEqualTo("GET /a%20b/c?d=%C3%A9&e [1, 2]");
        }
    }

    @Test
    void servesManyRequestsAtOnce() throws Exception {
        int many = 200;
        CountDownLatch allInside = new CountDownLatch(many);
        Handler meet = request -> {
            byte[] body = request.body().readAllBytes();
            allInside.countDown();
            HttpStand.awaitLatch(allInside);
            return Response.of(200, Headers.NONE, body);
        };
        try (HttpServer server = http.serve(meet);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = IntStream.range(0, many)
                    .mapToObj(i -> threads.submit(() -> {
                        try (var answer =
                                http.client.send(HttpStand.post(server, ("n" + i).getBytes(StandardCharsets.UTF_8)))) {
                            return HttpStand.text(answer);
                        }
                    }))
                    .toList();
            for (int i = 0; i < many; i++) {
                assertThat(answers.get(i).get()).isEqualTo("n" + i);
            }
        }
    }

    @Test
    void everyAnswerCarriesTheSecurityHeadersUnlessTheHandlerSetsItsOwn() throws Exception {
        Handler own = request -> Response.of(
                200, Headers.of("Content-Security-Policy", "default-src 'self'", "Content-Length", "99"), new byte[3]);
        try (HttpServer server = http.serve(own);
                var answer = http.client.send(HttpStand.get(server))) {
            assertThat(answer.headers().all("content-security-policy")).containsExactly("default-src 'self'");
            assertThat(answer.headers().all("content-length")).containsExactly("3");
            assertThat(answer.headers().first("cache-control")).contains("no-store");
            assertThat(answer.headers().first("x-content-type-options")).contains("nosniff");
            assertThat(answer.headers().first("x-frame-options")).contains("DENY");
            assertThat(answer.headers().first("referrer-policy")).contains("no-referrer");
            assertThat(answer.headers().first("strict-transport-security"))
                    .hasValueSatisfying(v -> assertThat(v).contains("max-age=31536000"));
        }
    }

    @Test
    void aFailingHandlerGivesAProblemWithoutDetails() throws Exception {
        Handler fails = request -> {
            throw new IllegalStateException("secret inside");
        };
        try (HttpServer server = http.serve(fails);
                var answer = http.client.send(HttpStand.get(server))) {
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.headers().first("content-type")).contains("application/problem+json");
            assertThat(HttpStand.text(answer)).contains("\"status\":500").doesNotContain("secret");
        }
    }

    @Test
    void aBodyPastTheLimitIsRefusedWith413() throws Exception {
        Handler reads = request -> Response.of(200, Headers.NONE, request.body().readAllBytes());
        var config = new HttpServer.Config("127.0.0.1", 0, Optional.empty(), 1000, HttpStand.IDLE);
        try (HttpServer server = HttpServer.start(http.network, config, reads)) {
            try (var answer = http.client.send(HttpStand.post(server, new byte[1000]))) {
                assertThat(answer.status()).isEqualTo(200);
            }
            for (int size : new int[] {1001, 5 * HttpStand.MEGABYTE}) {
                try (var answer = http.client.send(HttpStand.post(server, new byte[size]))) {
                    assertThat(answer.status()).isEqualTo(413);
                    assertThat(HttpStand.text(answer)).contains("1000 bytes");
                }
            }
        }
    }

    @Test
    void headersOfThirtyKilobytesPassAndMoreIsRefusedWith431() throws Exception {
        Handler tell = request -> Response.of(
                200, Headers.of("X-Long", request.headers().first("x-long").orElse("")), new byte[0]);
        try (HttpServer server = http.serve(tell)) {
            String fits = "a".repeat(30_000);
            try (var answer = http.client.send(HttpStand.withHeader(server, fits))) {
                assertThat(answer.headers().first("x-long")).contains(fits);
            }
            try (var answer = http.client.send(HttpStand.withHeader(server, "a".repeat(40_000)))) {
                assertThat(answer.status()).isEqualTo(431);
                assertThat(HttpStand.text(answer)).contains("\"status\":431");
            }
        }
    }

    @Test
    void nonsenseIsRefusedWith400() throws Exception {
        try (HttpServer server = http.serve(request -> Response.text(200, "text/plain", "never"));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write("this is not HTTP\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(all)
                    .matches("(?s)HTTP/1[.][01] 400.*")
                    .contains("application/problem+json")
                    .contains("nosniff");
        }
    }

    @Test
    void closingLetsARunningRequestEnd() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Handler slow = request -> {
            inside.countDown();
            HttpStand.awaitLatch(go);
            return Response.text(200, "text/plain", "done");
        };
        HttpServer server = http.serve(slow);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> answer = threads.submit(() -> {
                try (var received = http.client.send(HttpStand.get(server))) {
                    return HttpStand.text(received);
                }
            });
            inside.await();
            Future<?> closing = threads.submit(server::close);
            go.countDown();
            assertThat(answer.get()).isEqualTo("done");
            closing.get();
        }
    }

    @Test
    void plainHttpIsRefusedOutsideLoopback() {
        var config = new HttpServer.Config("0.0.0.0", 0, Optional.empty(), 1, HttpStand.IDLE);
        assertThatThrownBy(
                        () -> HttpServer.start(http.network, config, request -> Response.text(200, "text/plain", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("loopback");
    }

    @Test
    void aPortInUseIsAnExceptionThatNamesIt() {
        Handler none = request -> Response.text(200, "text/plain", "");
        try (HttpServer server = http.serve(none)) {
            var same = new HttpServer.Config("127.0.0.1", server.port(), Optional.empty(), 1, HttpStand.IDLE);
            try (Network other = Network.open()) {
                assertThatThrownBy(() -> HttpServer.start(other, same, none))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("127.0.0.1:" + server.port());
            }
        }
    }
}
