// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import nl.ddas.testkit.Trickle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Who is slow with a head, and who is slow with something else.
@ExtendWith(NoBlockedLoop.class)
class HeadClockTest {

    private static final Duration IDLE = Duration.ofSeconds(2);

    private final Network network = Network.open();
    private HttpServer server;

    @BeforeEach
    void start() {
        HttpServer.Config config = new HttpServer.Config("127.0.0.1", 0, Optional.empty(), 1000, IDLE);
        server = HttpServer.start(network, config, request -> {
            int length = request.body().readAllBytes().length;
            return Response.text(200, "text/plain", "got " + length + ";");
        });
    }

    @AfterEach
    void stop() {
        server.close();
        network.close();
    }

    /// A byte now and then keeps a connection from being silent.
    @Test
    void whoTakesTooLongOverAHeadIsHungUpOn() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            Trickle slow = Trickle.begin(
                    socket, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
            assertThat(slow.isHungUpOn()).isTrue();
        }
    }

    /// A body may take its time, and so may the next request, as long as bytes come.
    @Test
    void whoTakesLongOverABodyIsNot() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            for (int request = 0; request < 2; request++) {
                Trickle slow = Trickle.begin(
                        socket,
                        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 25\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                for (int turn = 0; turn < 25; turn++) {
                    assertThat(slow.goesOn()).isTrue();
                }
                socket.setSoTimeout(20_000);
                StringBuilder answer = new StringBuilder();
                while (answer.indexOf("got 25;") < 0) {
                    int next = socket.getInputStream().read();
                    assertThat(next).as("the answer, so far: %s", answer).isNotNegative();
                    answer.append((char) next);
                }
            }
        }
    }
}
