// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An answer that the service has given and the caller does not take: it waits at the Inway, so its request counts.
class SlowReaderTest extends InwayStage {

    private static final int MANY = 1000;

    private List<RawHttp2.Line> get() {
        return List.of(
                new RawHttp2.Line(":method", "GET"),
                new RawHttp2.Line(":scheme", "https"),
                new RawHttp2.Line(":authority", "a"),
                new RawHttp2.Line(":path", "/"),
                new RawHttp2.Line("fsc-authorization", "Bearer " + token),
                new RawHttp2.Line("fsc-transaction-id", World.TRANSACTION));
    }

    private Inway one(String body) {
        String answer =
                "HTTP/1.1 200 Fine\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        backend.behave((in, out, seen) -> {
            seen.add(Backend.read(in));
            out.write(answer.getBytes(US_ASCII));
        });
        return World.inway(network, log, backend.uri(), World.Rules.NONE.atOnce(1));
    }

    /// Whether there is room again, soon.
    private boolean makesRoom(Inway narrow) throws Exception {
        for (int turn = 0; turn < MANY; turn++) {
            if (at(narrow, good("/")).statusCode() == 200) {
                return true;
            }
        }
        return false;
    }

    @Test
    void holdsItsPlaceUntilItIsTaken() throws Exception {
        try (Inway narrow = one("abc");
                RawHttp2 slow = RawHttp2.openSparing(World.B, narrow.port())) {
            slow.headers(get(), true);
            assertThat(slow.story(1, "a")).isEqualTo("200 a");
            assertThat(at(narrow, good("/")).statusCode()).isEqualTo(503);
            slow.take(1, 1);
            assertThat(slow.story(1, "b")).isEqualTo("b");
            assertThat(at(narrow, good("/")).statusCode()).isEqualTo(503);
            slow.take(1, 1);
            assertThat(slow.story(1, "fin")).isEqualTo("c fin");
            assertThat(makesRoom(narrow)).isTrue();
        }
    }

    @Test
    void makesRoomWhenTheCallerGivesItUp() throws Exception {
        try (Inway narrow = one("abc");
                RawHttp2 slow = RawHttp2.openSparing(World.B, narrow.port())) {
            slow.headers(get(), true);
            assertThat(slow.story(1, "a")).isEqualTo("200 a");
            slow.reset(1);
            assertThat(makesRoom(narrow)).isTrue();
        }
    }

    @Test
    void makesRoomWhenTheCallerIsGone() throws Exception {
        try (Inway narrow = one("abc")) {
            try (RawHttp2 slow = RawHttp2.openSparing(World.B, narrow.port())) {
                slow.headers(get(), true);
                assertThat(slow.story(1, "a")).isEqualTo("200 a");
            }
            assertThat(makesRoom(narrow)).isTrue();
        }
    }

    /// Somewhere between the answer that fits in the buffers of the machine and the one that is held back.
    @ParameterizedTest
    @ValueSource(ints = {1, 64, 128, 256, 512, 1024, 2048, 4096, 8192})
    void makesRoomWhenACallerOnHttp1IsGone(int kib) throws Exception {
        try (Inway narrow = one("x".repeat(kib * 1024))) {
            SSLSocketFactory ofB = World.ONE.context(World.B).getSocketFactory();
            try (SSLSocket slow = (SSLSocket) ofB.createSocket("127.0.0.1", narrow.port())) {
                String head = "GET / HTTP/1.1\r\nHost: a\r\nFsc-Authorization: Bearer " + token
                        + "\r\nFsc-Transaction-Id: " + World.TRANSACTION + "\r\n\r\n";
                slow.getOutputStream().write(head.getBytes(US_ASCII));
                assertThat(slow.getInputStream().read()).isEqualTo('H');
            }
            assertThat(makesRoom(narrow)).isTrue();
        }
    }
}
