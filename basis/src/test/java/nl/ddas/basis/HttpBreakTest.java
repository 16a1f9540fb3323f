// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// One of both sides leaves, stays silent or answers early.
@ExtendWith(NoBlockedLoop.class)
@Timeout(60)
class HttpBreakTest {

    private final HttpStand http = new HttpStand();

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void anEarlyAnswerDuringAnUploadHangsNobody() throws Exception {
        Handler refuse = request -> Response.text(403, "text/plain", "no");
        try (HttpServer server = http.serve(refuse)) {
            for (int i = 0; i < 3; i++) {
                try (var answer = http.client.send(HttpStand.post(server, new byte[20 * HttpStand.MEGABYTE]))) {
                    assertThat(answer.status()).isEqualTo(403);
                    assertThat(HttpStand.text(answer)).isEqualTo("no");
                }
            }
        }
    }

    @Test
    void anEarlyAnswerReachesAClientThatSendsAllFirst() throws Exception {
        Handler refuse = request -> Response.text(403, "text/plain", "no");
        try (HttpServer server = http.serve(refuse);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            int length = 20 * HttpStand.MEGABYTE;
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

    /// The last pieces may have arrived behind the ones that were asked for, or not, when the reader leaves.
    @Test
    void anAnswerThatIsLeftUnreadHoldsUpNoOther() throws Exception {
        byte[] page = new byte[40 * Network.PIECE];
        Handler pages = request -> Response.of(
                200,
                Headers.NONE,
                Arrays.copyOf(page, Integer.parseInt(request.path().substring(1))));
        try (HttpServer server = http.serve(pages)) {
            for (int pieces = 1; pieces <= 40; pieces++) {
                for (int round = 0; round < 3; round++) {
                    try (var left = http.client.send(HttpStand.get(server, "/" + pieces * Network.PIECE))) {
                        assertThat(left.body().read()).isZero();
                    }
                    try (var next = http.client.send(HttpStand.get(server, "/1"))) {
                        assertThat(next.body().readAllBytes()).hasSize(1);
                    }
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
        try (HttpServer server = http.serve(endless)) {
            try (var answer = http.client.send(HttpStand.get(server))) {
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
        try (HttpServer server = http.serve(half)) {
            assertThatThrownBy(() -> {
                        try (var answer = http.client.send(HttpStand.get(server))) {
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
            out.flush();
            HttpStand.awaitLatch(go);
            out.write(new byte[300_000]);
        }));
        var hasty = new HttpClient.Config(Optional.empty(), HttpStand.IDLE, Duration.ofSeconds(3));
        try (HttpServer server = http.serve(hangs);
                HttpClient impatient = HttpClient.open(http.network, hasty);
                var answer = impatient.send(HttpStand.get(server))) {
            assertThatThrownBy(() -> answer.body().readAllBytes())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("sent nothing for PT3S inside the body");
            go.countDown();
        }
    }

    @Test
    void aServerThatNeverAnswersIsNamedSo() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        Handler hangs = request -> {
            HttpStand.awaitLatch(go);
            return Response.text(200, "text/plain", "late");
        };
        var hasty = new HttpClient.Config(Optional.empty(), HttpStand.IDLE, Duration.ofMillis(300));
        try (HttpServer server = http.serve(hangs);
                HttpClient impatient = HttpClient.open(http.network, hasty)) {
            assertThatThrownBy(() -> impatient.send(HttpStand.get(server)))
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
        var config =
                new HttpServer.Config("127.0.0.1", 0, Optional.empty(), HttpStand.MEGABYTE, Duration.ofMillis(300));
        try (HttpServer server = HttpServer.start(http.network, config, reads);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(seen.get(30, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
        }
    }

    /// The port is taken and nobody listens, so nobody else's server can come to stand there.
    @Test
    void noServerIsAnExceptionThatNamesTheAddress() throws Exception {
        try (Socket taken = new Socket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            URI uri = URI.create("http://127.0.0.1:" + taken.getLocalPort() + "/");
            assertThatThrownBy(() -> http.client.send(new HttpClient.Call("GET", uri, Headers.NONE, new byte[0])))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
        }
    }
}
