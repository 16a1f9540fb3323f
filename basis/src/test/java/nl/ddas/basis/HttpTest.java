// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoBlockedLoop.class)
@Timeout(60)
class HttpTest {

    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final int MEGABYTE = 1_000_000;

    private Network network;
    private HttpClient client;

    @BeforeEach
    void open() {
        network = Network.open();
        client = HttpClient.open(network, new HttpClient.Config(Optional.empty(), IDLE, IDLE));
    }

    @AfterEach
    void close() {
        client.close();
        network.close();
    }

    @Test
    void carriesThirtyMegabytesEachWay() throws Exception {
        byte[] sent = random(30 * MEGABYTE);
        Handler echo = request -> {
            byte[] received = request.body().readAllBytes();
            return new Response(
                    200, Headers.NONE, new Response.Body.Stream(received.length, out -> out.write(received)));
        };
        try (HttpServer server = serve(echo);
                var answer = client.send(post(server, sent))) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers().first("content-length")).contains("30000000");
            assertThat(Arrays.equals(answer.body().readAllBytes(), sent)).isTrue();
        }
    }

    @Test
    void passesMethodPathQueryAndRepeatedHeadersUnchanged() throws Exception {
        Handler tell = request -> Response.text(
                200,
                "text/plain; charset=utf-8",
                request.method() + " " + request.path() + " "
                        + request.headers().all("x-two"));
        try (HttpServer server = serve(tell);
                var answer = client.send(new HttpClient.Call(
                        "GET",
                        URI.create("http://127.0.0.1:" + server.port() + "/a%20b/c?d=%C3%A9&e"),
                        Headers.of("X-Two", "1", "x-two", "2"),
                        new byte[0]))) {
            assertThat(text(answer)).isEqualTo("GET /a%20b/c?d=%C3%A9&e [1, 2]");
        }
    }

    @Test
    void servesManyRequestsAtOnce() throws Exception {
        int many = 200;
        CountDownLatch allInside = new CountDownLatch(many);
        Handler meet = request -> {
            byte[] body = request.body().readAllBytes();
            allInside.countDown();
            awaitLatch(allInside);
            return Response.of(200, Headers.NONE, body);
        };
        try (HttpServer server = serve(meet);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = IntStream.range(0, many)
                    .mapToObj(i -> threads.submit(() -> {
                        try (var answer = client.send(post(server, ("n" + i).getBytes(StandardCharsets.UTF_8)))) {
                            return text(answer);
                        }
                    }))
                    .toList();
            for (int i = 0; i < many; i++) {
                assertThat(answers.get(i).get()).isEqualTo("n" + i);
            }
        }
    }

    @Test
    void anEarlyAnswerDuringAnUploadHangsNobody() throws Exception {
        Handler refuse = request -> Response.text(403, "text/plain", "no");
        try (HttpServer server = serve(refuse)) {
            for (int i = 0; i < 3; i++) {
                try (var answer = client.send(post(server, new byte[20 * MEGABYTE]))) {
                    assertThat(answer.status()).isEqualTo(403);
                    assertThat(text(answer)).isEqualTo("no");
                }
            }
        }
    }

    @Test
    void anEarlyAnswerReachesAClientThatSendsAllFirst() throws Exception {
        Handler refuse = request -> Response.text(403, "text/plain", "no");
        try (HttpServer server = serve(refuse);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            int length = 20 * MEGABYTE;
            socket.getOutputStream()
                    .write(("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + length + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(new byte[length]);
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(all.split("HTTP/1.1 403", -1)).hasSize(3);
        }
    }

    @Test
    void everyAnswerCarriesTheSecurityHeadersUnlessTheHandlerSetsItsOwn() throws Exception {
        Handler own = request -> Response.of(
                200, Headers.of("Content-Security-Policy", "default-src 'self'", "Content-Length", "99"), new byte[3]);
        try (HttpServer server = serve(own);
                var answer = client.send(get(server))) {
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
        try (HttpServer server = serve(fails);
                var answer = client.send(get(server))) {
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.headers().first("content-type")).contains("application/problem+json");
            assertThat(text(answer)).contains("\"status\":500").doesNotContain("secret");
        }
    }

    @Test
    void aBodyPastTheLimitIsRefusedWith413() throws Exception {
        Handler reads = request -> Response.of(200, Headers.NONE, request.body().readAllBytes());
        var config = new HttpServer.Config("127.0.0.1", 0, Optional.empty(), 1000, IDLE);
        try (HttpServer server = HttpServer.start(network, config, reads)) {
            try (var answer = client.send(post(server, new byte[1000]))) {
                assertThat(answer.status()).isEqualTo(200);
            }
            for (int size : new int[] {1001, 5 * MEGABYTE}) {
                try (var answer = client.send(post(server, new byte[size]))) {
                    assertThat(answer.status()).isEqualTo(413);
                    assertThat(text(answer)).contains("1000 bytes");
                }
            }
        }
    }

    @Test
    void aClientThatLeavesEndsTheHandlerWithAnException() throws Exception {
        CompletableFuture<Throwable> seen = new CompletableFuture<>();
        Handler endless = request -> new Response(200, Headers.NONE, new Response.Body.Stream(Long.MAX_VALUE, out -> {
            try {
                while (true) {
                    out.write(new byte[8192]);
                }
            } catch (IOException gone) {
                seen.complete(gone);
                throw gone;
            }
        }));
        try (HttpServer server = serve(endless)) {
            try (var answer = client.send(get(server))) {
                assertThat(answer.body().readNBytes(100_000)).hasSize(100_000);
            }
            assertThat(seen.get(30, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void anAnswerThatStopsHalfwayIsAnExceptionForTheClient() throws Exception {
        Handler half = request -> new Response(200, Headers.NONE, new Response.Body.Stream(500_000, out -> {
            out.write(new byte[200_000]);
            throw new IllegalStateException("broke while writing");
        }));
        try (HttpServer server = serve(half)) {
            assertThatThrownBy(() -> {
                        try (var answer = client.send(get(server))) {
                            answer.body().readAllBytes();
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aServerThatHangsInsideTheBodyIsNamedSo() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        Handler hangs = request -> new Response(200, Headers.NONE, new Response.Body.Stream(500_000, out -> {
            out.write(new byte[200_000]);
            awaitLatch(go);
            out.write(new byte[300_000]);
        }));
        var hasty = new HttpClient.Config(Optional.empty(), IDLE, Duration.ofMillis(300));
        try (HttpServer server = serve(hangs);
                HttpClient impatient = HttpClient.open(network, hasty);
                var answer = impatient.send(get(server))) {
            assertThatThrownBy(() -> answer.body().readAllBytes())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("sent nothing for PT0.3S inside the body");
            go.countDown();
        }
    }

    @Test
    void aServerThatNeverAnswersIsNamedSo() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        Handler hangs = request -> {
            awaitLatch(go);
            return Response.text(200, "text/plain", "late");
        };
        var hasty = new HttpClient.Config(Optional.empty(), IDLE, Duration.ofMillis(300));
        try (HttpServer server = serve(hangs);
                HttpClient impatient = HttpClient.open(network, hasty)) {
            assertThatThrownBy(() -> impatient.send(get(server)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no answer within PT0.3S");
            go.countDown();
        }
    }

    @Test
    void aClientThatStaysSilentInsideItsBodyIsLetGo() throws Exception {
        CompletableFuture<Throwable> seen = new CompletableFuture<>();
        Handler reads = request -> {
            try {
                return Response.of(200, Headers.NONE, request.body().readAllBytes());
            } catch (IOException silent) {
                seen.complete(silent);
                throw silent;
            }
        };
        var config = new HttpServer.Config("127.0.0.1", 0, Optional.empty(), MEGABYTE, Duration.ofMillis(300));
        try (HttpServer server = HttpServer.start(network, config, reads);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(seen.get(30, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void noServerIsAnExceptionThatNamesTheAddress() throws Exception {
        int port;
        try (HttpServer server = serve(request -> Response.text(200, "text/plain", ""))) {
            port = server.port();
        }
        URI uri = URI.create("http://127.0.0.1:" + port + "/");
        assertThatThrownBy(() -> client.send(new HttpClient.Call("GET", uri, Headers.NONE, new byte[0])))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("127.0.0.1:" + port);
    }

    @Test
    void headersOfThirtyKilobytesPassAndMoreIsRefusedWith431() throws Exception {
        Handler tell = request -> Response.of(
                200, Headers.of("X-Long", request.headers().first("x-long").orElse("")), new byte[0]);
        try (HttpServer server = serve(tell)) {
            String fits = "a".repeat(30_000);
            try (var answer = client.send(withHeader(server, fits))) {
                assertThat(answer.headers().first("x-long")).contains(fits);
            }
            try (var answer = client.send(withHeader(server, "a".repeat(40_000)))) {
                assertThat(answer.status()).isEqualTo(431);
                assertThat(text(answer)).contains("\"status\":431");
            }
        }
    }

    @Test
    void nonsenseIsRefusedWith400() throws Exception {
        try (HttpServer server = serve(request -> Response.text(200, "text/plain", "never"));
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
            awaitLatch(go);
            return Response.text(200, "text/plain", "done");
        };
        HttpServer server = serve(slow);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> answer = threads.submit(() -> {
                try (var received = client.send(get(server))) {
                    return text(received);
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
        var config = new HttpServer.Config("0.0.0.0", 0, Optional.empty(), 1, IDLE);
        assertThatThrownBy(() -> HttpServer.start(network, config, request -> Response.text(200, "text/plain", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("loopback");
    }

    @Test
    void aPortInUseIsAnExceptionThatNamesIt() {
        Handler none = request -> Response.text(200, "text/plain", "");
        try (HttpServer server = serve(none)) {
            var same = new HttpServer.Config("127.0.0.1", server.port(), Optional.empty(), 1, IDLE);
            try (Network other = Network.open()) {
                assertThatThrownBy(() -> HttpServer.start(other, same, none))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("127.0.0.1:" + server.port());
            }
        }
    }

    private HttpServer serve(Handler handler) {
        return HttpServer.start(
                network, new HttpServer.Config("127.0.0.1", 0, Optional.empty(), 100 * MEGABYTE, IDLE), handler);
    }

    private static HttpClient.Call post(HttpServer server, byte[] body) {
        return new HttpClient.Call("POST", URI.create("http://127.0.0.1:" + server.port() + "/"), Headers.NONE, body);
    }

    private static HttpClient.Call get(HttpServer server) {
        return new HttpClient.Call(
                "GET", URI.create("http://127.0.0.1:" + server.port() + "/"), Headers.NONE, new byte[0]);
    }

    private static HttpClient.Call withHeader(HttpServer server, String value) {
        return new HttpClient.Call(
                "GET", URI.create("http://127.0.0.1:" + server.port() + "/"), Headers.of("X-Long", value), new byte[0]);
    }

    private static String text(HttpClient.Answer answer) throws IOException {
        try (InputStream in = answer.body()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void awaitLatch(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(42).nextBytes(bytes);
        return bytes;
    }
}
