// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an answer says after its body.
@ExtendWith(NoBlockedLoop.class)
@Timeout(60)
class TrailersTest {

    private static final Duration IDLE = Duration.ofSeconds(20);

    /// @param trailers by name
    private record Answer(String body, MultiMap headers, MultiMap trailers) {}

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

    private static Response answer(String kind) {
        Headers trailers = Headers.of("grpc-status", "0", "x-late", "a", "x-late", "b");
        byte[] bytes = (kind.equals("none") ? "" : "body").getBytes(StandardCharsets.US_ASCII);
        Response.Body body =
                switch (kind) {
                    case "stream" -> new Response.Body.Stream(bytes.length, out -> out.write(bytes));
                    case "copy" ->
                        new Response.Body.Copy(OptionalLong.of(bytes.length), new ByteArrayInputStream(bytes));
                    default -> new Response.Body.Bytes(bytes);
                };
        return new Response(200, Headers.of("X-Early", "1"), body, trailers);
    }

    @ParameterizedTest
    @CsvSource({"bytes", "none", "stream", "copy"})
    void followTheBodyOnHttp2(String kind) throws Exception {
        try (HttpServer server = HttpServer.start(
                network,
                new HttpServer.Config("127.0.0.1", 0, Optional.of(authority.issue("server", "EC")), 1000, IDLE),
                _ -> answer(kind))) {
            Answer answer = ask(server);

            assertThat(answer.body()).isEqualTo(kind.equals("none") ? "" : "body");
            assertThat(answer.headers().get("X-Early")).isEqualTo("1");
            assertThat(answer.headers().contains("Content-Length")).isFalse();
            assertThat(answer.trailers().get("grpc-status")).isEqualTo("0");
            assertThat(answer.trailers().getAll("x-late")).containsExactly("a", "b");
        }
    }

    private Answer ask(HttpServer server) throws Exception {
        HttpClientOptions options =
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setUseAlpn(true);
        options.setAlpnVersions(List.of(HttpVersion.HTTP_2));
        TlsSetup.apply(authority.issue("client", "EC"), TlsSetup.fastestEngine(), options);
        var client = network.vertx().createHttpClient(options);
        Answer answer = Network.await(
                client.request(HttpMethod.GET, server.port(), "127.0.0.1", "/")
                        .compose(request -> request.send())
                        .compose(response -> response.body()
                                .map(body -> new Answer(body.toString(), response.headers(), response.trailers()))),
                IDLE,
                "asking");
        // Not before: a client that nobody holds is closed when it is collected.
        Network.await(client.close(), IDLE, "closing");
        return answer;
    }

    @Test
    void followTheBodyInChunksOnHttp1() throws Exception {
        try (HttpServer server = HttpServer.start(
                        network,
                        new HttpServer.Config("127.0.0.1", 0, Optional.empty(), 1000, IDLE),
                        _ -> answer("bytes"));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .doesNotContainIgnoringCase("content-length")
                    .endsWith("\r\n4\r\nbody\r\n0\r\ngrpc-status: 0\r\nx-late: a\r\nx-late: b\r\n\r\n");
        }
    }

    @Test
    void areLeftOutOfAnAnswerToHead() throws Exception {
        try (HttpServer server = HttpServer.start(
                        network,
                        new HttpServer.Config("127.0.0.1", 0, Optional.empty(), 1000, IDLE),
                        _ -> answer("bytes"));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write("HEAD / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 200 ")
                    .doesNotContain("grpc-status");
        }
    }
}
