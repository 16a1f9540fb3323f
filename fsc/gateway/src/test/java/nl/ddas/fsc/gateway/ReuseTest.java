// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import nl.ddas.fsc.model.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Requests one after another go by one connection from Outway to Inway, and by one from Inway to Service,
/// until one of the connections broke.
class ReuseTest extends OutwayStage {

    private static final List<String> WHOLE = List.of(
            "200 Fine\r\nContent-Length: 4\r\n\r\ngoed",
            "200 Fine\r\nTransfer-Encoding: chunked\r\n\r\n4\r\ngoed\r\n0\r\n\r\n",
            "204 Nothing\r\n\r\n",
            "304 As before\r\n\r\n",
            "404 Unknown\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nnee\r\n0\r\n\r\n",
            "500 Broken\r\nContent-Length: 3\r\n\r\nnee",
            "503 Busy\r\nContent-Length: 0\r\n\r\n");

    private Relay relay;

    @BeforeEach
    void startRelay() throws IOException {
        relay = new Relay(inway.port());
        backend.behave(ReuseTest::serve);
    }

    @AfterEach
    void stopRelay() throws IOException {
        relay.close();
    }

    /// As many requests as come: the path says which answer; another path breaks an answer off.
    private static void serve(InputStream in, OutputStream out, List<Backend.Seen> seen) throws IOException {
        while (true) {
            Backend.Seen request = Backend.read(in);
            seen.add(request);
            String path = request.head().split(" ", 3)[1];
            boolean breaks = path.equals("/breek");
            String answer = breaks
                    ? "200 Fine\r\nContent-Length: 9\r\n\r\nhalf"
                    : WHOLE.get(Integer.parseInt(path.substring(1)));
            String sent =
                    request.head().startsWith("HEAD") ? answer.substring(0, answer.indexOf("\r\n\r\n") + 4) : answer;
            out.write(("HTTP/1.1 " + sent).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            if (breaks) {
                return;
            }
        }
    }

    private int status(Outway outway, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + outway.port() + path);
        return send(request("/").uri(uri)).statusCode();
    }

    /// Each answer three times over, to each of these requests.
    @SafeVarargs
    private void goByOneConnection(Protocol protocol, UnaryOperator<HttpRequest.Builder>... requests) throws Exception {
        try (Outway through = outwayTo(relay.port(), protocol)) {
            for (int turn = 0; turn < 3; turn++) {
                for (int i = 0; i < WHOLE.size(); i++) {
                    URI uri = URI.create("http://127.0.0.1:" + through.port() + "/" + i);
                    for (UnaryOperator<HttpRequest.Builder> one : requests) {
                        assertThat(send(one.apply(request("/").uri(uri))).statusCode())
                                .isEqualTo(Integer.parseInt(WHOLE.get(i).substring(0, 3)));
                    }
                }
            }
        }
        assertThat(backend.seen).hasSize(3 * requests.length * WHOLE.size());
        assertThat(backend.connections).as("to the service").hasValue(1);
        assertThat(relay.connections).as("from outway to inway").hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    void afterAWholeAnswerTheNextGoesByTheSameConnections(Protocol protocol) throws Exception {
        goByOneConnection(
                protocol,
                HttpRequest.Builder::GET,
                post -> post.POST(BodyPublishers.ofString("lichaam")),
                HttpRequest.Builder::HEAD);
    }

    @ParameterizedTest
    @EnumSource
    void afterABrokenAnswerTheNextGoesByAnother(Protocol protocol) throws Exception {
        try (Outway through = outwayTo(relay.port(), protocol)) {
            assertThat(status(through, "/0")).isEqualTo(200);
            assertThatThrownBy(() -> status(through, "/breek")).isInstanceOf(IOException.class);
            assertThat(status(through, "/0")).isEqualTo(200);
            assertThat(status(through, "/1")).isEqualTo(200);
        }
        assertThat(backend.connections).as("to the service").hasValue(2);
        // On HTTP/2 only the stream breaks.
        assertThat(relay.connections).as("from outway to inway").hasValue(protocol == Protocol.HTTP_2 ? 1 : 2);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalOfTheInwayLeavesTheConnectionAsItIs(Protocol protocol) throws Exception {
        try (Outway through = outwayTo(relay.port(), protocol)) {
            assertThat(status(through, "/0")).isEqualTo(200);
            inwayLog.broken = true;
            HttpResponse<String> refused = at(through, request("/"));
            assertThat(refused.headers().firstValue("Fsc-Error-Code")).contains("TRANSACTION_LOG_WRITE_ERROR");
            inwayLog.broken = false;
            assertThat(status(through, "/0")).isEqualTo(200);
        }
        assertThat(backend.connections).as("to the service").hasValue(1);
        assertThat(relay.connections).as("from outway to inway").hasValue(1);
    }

    @Test
    void aServiceThatSpeaksHttp2GetsOneConnectionToo() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        HttpServer service = network.vertx()
                .createHttpServer()
                .connectionHandler(one -> connections.incrementAndGet())
                .requestHandler(request -> request.response()
                        .setStatusCode("/fout".equals(request.path()) ? 500 : 200)
                        .end("x"));
        int port = Waiting.await(service.listen(0, "127.0.0.1"), Duration.ofSeconds(10), "listening")
                .actualPort();
        try (Inway newer = World.inway(
                        network,
                        inwayLog,
                        URI.create("http://127.0.0.1:" + port),
                        World.Rules.NONE.speaking(Protocol.HTTP_2));
                Outway through = outwayTo(newer.port(), Protocol.HTTP_2)) {
            for (String path : List.of("/", "/fout", "/", "/fout", "/")) {
                assertThat(status(through, path)).isEqualTo(path.equals("/fout") ? 500 : 200);
            }
        }
        assertThat(connections).hasValue(1);
    }
}
