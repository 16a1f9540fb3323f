// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// On HTTP/2, an answer before the request has ended: the caller gets all of it, its stream ends without an error, and
/// the other streams of the connection go on (RFC 9113, 8.1).
class EarlyAnswerTest extends InwayStage {

    private static final String ENOUGH = "x".repeat(10_000);

    private static List<RawHttp2.Line> post(String authorization) {
        return lines("POST", authorization, "promised");
    }

    private static List<RawHttp2.Line> lines(String method, String authorization, String path) {
        List<RawHttp2.Line> lines = new ArrayList<>(List.of(
                new RawHttp2.Line(":method", method),
                new RawHttp2.Line(":scheme", "https"),
                new RawHttp2.Line(":authority", "a"),
                new RawHttp2.Line(":path", "/" + path),
                new RawHttp2.Line("fsc-authorization", "Bearer " + authorization),
                new RawHttp2.Line("fsc-transaction-id", World.TRANSACTION)));
        if (method.equals("POST")) {
            lines.add(new RawHttp2.Line("content-length", "50000000"));
        }
        return lines;
    }

    private static void say(OutputStream out, String answer) throws IOException {
        out.write(("HTTP/1.1 " + answer).getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Test
    void anEarlyAnswerOfTheServiceEndsItsStreamOnly() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        backend.behave((in, out, seen) -> {
            String head = Backend.head(in);
            if (head.startsWith("POST")) {
                say(out, "413 Large\r\nContent-Length: 3\r\nConnection: close\r\n\r\nnee");
                long _ = in.skip(Long.MAX_VALUE);
                return;
            }
            try {
                go.await();
            } catch (InterruptedException stop) {
                throw new IOException(stop);
            }
            say(out, "200 Fine\r\nContent-Length: 4\r\nConnection: close\r\n\r\ngoed");
        });
        try (RawHttp2 client = RawHttp2.open(World.B, inway.port())) {
            client.headers(1, lines("GET", token, "slow"), true);
            client.headers(3, post(token), false);
            client.data(3, ENOUGH, false);
            assertThat(client.story(3, "reset")).isEqualTo("413 nee fin reset 0");
            go.countDown();
            assertThat(client.story(1, "fin")).isEqualTo("200 goed fin");
            client.headers(5, lines("GET", token, "next"), true);
            assertThat(client.story(5, "fin")).isEqualTo("200 goed fin");
        }
    }

    @Test
    void aRefusalOfTheInwayEndsItsStreamOnly() throws Exception {
        try (RawHttp2 client = RawHttp2.open(World.B, inway.port())) {
            client.headers(1, post("x"), false);
            client.data(1, ENOUGH, false);
            assertThat(client.story(1, "reset")).startsWith("401 ").endsWith("fin reset 0");
            client.headers(3, lines("GET", token, "next"), true);
            assertThat(client.story(3, "fin")).startsWith("200 ");
        }
    }
}
