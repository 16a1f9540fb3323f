// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import nl.ddas.basis.HttpClient.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What goes over the wire, seen from the other side of the socket.
@ExtendWith(NoBlockedLoop.class)
@Timeout(60)
class HttpWireTest {

    private static final Duration IDLE = Duration.ofSeconds(20);

    private static final int LIMIT = 1_000_000;

    private Network network;
    private TestAuthority authority;

    @BeforeEach
    void open() throws Exception {
        authority = new TestAuthority("authority");
        network = Network.open();
    }

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void whoSendsAHeadThatIsTooLongReadsWhy() throws Exception {
        try (HttpStand stand = new HttpStand();
                HttpServer server = stand.serve(request -> Response.text(200, "text/plain", "never"));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            byte[] head = ("GET / HTTP/1.1\r\nHost: here\r\nX-Long: " + "x".repeat(8 * 1024 * 1024) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            socket.getOutputStream().write(head);
            socket.shutdownOutput();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 431 ")
                    .contains("\"status\":431");
        }
    }

    @Test
    void sendsHeadersInOrderAndCaseAndUsesAConnectionAgain() throws Exception {
        try (Recorder recorder = new Recorder();
                HttpClient client = client(Map.of("peer.example", "127.0.0.1"))) {
            Headers headers = Headers.of("X-Zulu", "1", "x-alpha", "a", "X-Zulu", "2", "Content-Length", "99");
            URI uri = URI.create("http://peer.example:" + recorder.port() + "/p?q=%20");
            for (int i = 0; i < 3; i++) {
                try (var answer =
                        client.send(new HttpClient.Call("Report", uri, headers, new HttpClient.Body.None()))) {
                    assertThat(answer.headers().lines())
                            .containsSubsequence(
                                    new Headers.Line("B-Two", "1"),
                                    new Headers.Line("a-one", "2"),
                                    new Headers.Line("B-Two", "3"));
                    answer.body().readAllBytes();
                }
            }
            assertThat(recorder.connections).hasValue(1);
            assertThat(recorder.heads).hasSize(3).allSatisfy(head -> assertThat(head)
                    .startsWith("Report /p?q=%20 HTTP/1.1\r\n")
                    .containsSubsequence("X-Zulu: 1\r\n", "x-alpha: a\r\n", "X-Zulu: 2\r\n")
                    .containsIgnoringCase("host: peer.example:" + recorder.port())
                    .doesNotContain("99\r\n"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET / HTTP/1.1   | Upgrade: websocket",
                "GET / HTTP/1.1   | Upgrade: h2c",
                "CONNECT a:1 HTTP/1.1 | X-None: 1"
            })
    void aChangeOfProtocolReachesTheHandlerWhichRefusesIt(String line, String header) throws Exception {
        Handler refuse = request -> {
            boolean change = request.headers().first("Upgrade").isPresent()
                    || request.method().equals("CONNECT");
            return Response.text(change ? 405 : 200, "text/plain", request.method() + " " + request.path());
        };
        try (HttpServer server = HttpServer.start(
                        network, new HttpServer.Config("127.0.0.1", 0, Optional.empty(), 1000, IDLE), refuse);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write((line + "\r\nHost: a:1\r\nConnection: Upgrade, close, HTTP2-Settings\r\n"
                                    + "HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\nSec-WebSocket-Version: 13\r\n"
                                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + header + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(answer.readLine()).startsWith("HTTP/1.1 405");
        }
    }

    @Test
    void onHttp2AnEarlyAnswerHangsNobody() throws Exception {
        Handler refuse = request -> Response.text(403, "text/plain", "no");
        try (HttpServer server = serve(refuse);
                HttpClient client = http2Client()) {
            for (int i = 0; i < 3; i++) {
                try (var answer = client.send(post(server, Headers.NONE, new byte[20_000_000]))) {
                    assertThat(answer.status()).isEqualTo(403);
                    assertThat(answer.body().readAllBytes()).hasSize(2);
                }
            }
        }
    }

    @Test
    void onHttp2TheLimitsAreTheSame() throws Exception {
        Handler echo = request -> Response.of(
                200,
                Headers.of("X-Long", request.headers().first("x-long").orElse("")),
                request.body().readAllBytes());
        try (HttpServer server = serve(echo);
                HttpClient client = http2Client()) {
            try (var answer = client.send(post(server, Headers.NONE, new byte[LIMIT + 1]))) {
                assertThat(answer.status()).isEqualTo(413);
            }
            String fits = "a".repeat(30_000);
            try (var answer = client.send(post(server, Headers.of("X-Long", fits), new byte[LIMIT]))) {
                assertThat(answer.headers().first("x-long")).contains(fits);
                assertThat(answer.body().readAllBytes()).hasSize(LIMIT);
            }
        }
    }

    private HttpServer serve(Handler handler) throws Exception {
        var tls = Optional.of(authority.issue("server", "EC"));
        return HttpServer.start(network, new HttpServer.Config("127.0.0.1", 0, tls, LIMIT, IDLE), handler);
    }

    private HttpClient http2Client() throws Exception {
        var tls = Optional.of(authority.issue("client", "EC"));
        return HttpClient.open(network, new HttpClient.Config(tls, IDLE, IDLE, Protocol.HTTP_2, Map.of()));
    }

    private static HttpClient.Call post(HttpServer server, Headers headers, byte[] body) {
        return new HttpClient.Call("POST", URI.create("https://127.0.0.1:" + server.port() + "/"), headers, body);
    }

    @Test
    void headersOfOneConnectionStayBehind() {
        Headers headers = Headers.of(
                "Host",
                "a",
                "Connection",
                "keep-alive, X-Mine",
                "X-Mine",
                "1",
                "Keep-Alive",
                "timeout=5",
                "TE",
                "trailers",
                "Transfer-Encoding",
                "chunked",
                "Upgrade",
                "h2c",
                "X-Yours",
                "2",
                "Expect",
                "100-continue");
        assertThat(headers.endToEnd().lines())
                .containsExactly(new Headers.Line("Host", "a"), new Headers.Line("X-Yours", "2"));
    }

    private HttpClient client(Map<String, String> hosts) {
        return HttpClient.open(network, new HttpClient.Config(Optional.empty(), IDLE, IDLE, Protocol.HTTP_1_1, hosts));
    }

    /// A server of plain sockets that keeps what it hears.
    private static final class Recorder implements AutoCloseable {

        final List<String> heads = new CopyOnWriteArrayList<>();
        final AtomicInteger connections = new AtomicInteger();
        private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

        Recorder() throws IOException {
            Thread.ofVirtual().start(this::accept);
        }

        int port() {
            return socket.getLocalPort();
        }

        private void accept() {
            try {
                while (true) {
                    Socket connection = socket.accept();
                    connections.incrementAndGet();
                    Thread.ofVirtual().start(() -> answer(connection));
                }
            } catch (IOException closed) {
                // The test is over.
            }
        }

        private void answer(Socket connection) {
            try (connection) {
                InputStream in = connection.getInputStream();
                StringBuilder head = new StringBuilder();
                for (int b = in.read(); b >= 0; b = in.read()) {
                    head.append((char) b);
                    if (head.toString().endsWith("\r\n\r\n")) {
                        heads.add(head.toString());
                        head.setLength(0);
                        connection
                                .getOutputStream()
                                .write(
                                        "HTTP/1.1 200 OK\r\nB-Two: 1\r\na-one: 2\r\nB-Two: 3\r\nContent-Length: 2\r\n\r\nok"
                                                .getBytes(StandardCharsets.US_ASCII));
                    }
                }
            } catch (IOException gone) {
                // The client left.
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
