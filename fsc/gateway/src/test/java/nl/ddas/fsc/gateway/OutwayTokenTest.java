// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How an Outway gets, keeps and renews its access tokens.
class OutwayTokenTest extends OutwayStage {

    @Test
    void asksOneTokenForManyRequestsAtOnceAndAfterwards() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> answers = new CopyOnWriteArrayList<>();
        for (int n = 0; n < 20; n++) {
            answers.add(client.sendAsync(request("/" + n).build(), BodyHandlers.ofString()));
        }
        answers.forEach(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        send(request("/last"));

        assertThat(tokenRequests).hasSize(1);
        assertThat(log.records).hasSize(21);
        assertThat(inwayLog.records).hasSize(21);
    }

    @Test
    void asksNoTokenOfAManagerOfAnotherPeer() throws Exception {
        try (Listener other = manager(World.C);
                Outway lost = outway(other.port())) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + lost.port() + "/"))
                    .header("Fsc-Grant-Hash", World.GRANT.value())
                    .build();
            refused(client.send(request, BodyHandlers.ofString()), 502, "ERROR_CODE_MANAGER_UNREACHABLE");
            assertThat(tokenRequests).isEmpty();
        }
    }

    @Test
    void aManagerThatNeverEndsItsAnswerIsGivenUpAndAskedAgain() throws Exception {
        OutwayConfig hasty = new OutwayConfig(
                "127.0.0.1",
                0,
                false,
                Map.of(),
                true,
                true,
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5));
        try (Outway ours = outway(hasty, World.OTHER_CA.tls(World.B))) {
            trickles = true;
            refused(at(ours, request("/")), 502, "ERROR_CODE_MANAGER_UNREACHABLE");
            trickles = false;
            assertThat(at(ours, request("/")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void renewsATokenBeforeItEnds() throws Exception {
        TestClock clock = new TestClock(World.CLOCK.instant());
        try (Outway ours = outway(manager.port(), clock, Protocol.HTTP_1_1)) {
            at(ours, request("/"));
            life = Duration.ofMinutes(30);
            clock.advance(Duration.ofSeconds(250));

            assertThat(at(ours, request("/")).statusCode()).isEqualTo(200);
            tokensAsked.acquire(2);
            clock.advance(Duration.ofSeconds(30));
            assertThat(at(ours, request("/")).statusCode()).isEqualTo(200);

            assertThat(tokenRequests).hasSize(2);
            assertThat(backend.seen.get(1).header("Fsc-Authorization"))
                    .isEqualTo(backend.seen.get(0).header("Fsc-Authorization"))
                    .isNotEqualTo(backend.seen.get(2).header("Fsc-Authorization"));
        }
    }

    @Test
    void asksAnotherTokenWhenTheInwayOfTheFirstIsAway() throws Exception {
        TestClock clock = new TestClock(World.CLOCK.instant());
        URI there = audience;
        audience = URI.create("https://127.0.0.1:1");
        try (Outway ours = outway(manager.port(), clock, Protocol.HTTP_1_1)) {
            refused(at(ours, request("/")), 502, "ERROR_CODE_INWAY_UNREACHABLE");
            refused(at(ours, request("/")), 502, "ERROR_CODE_INWAY_UNREACHABLE");
            assertThat(tokenRequests).as("not one for each request").hasSize(1);

            audience = there;
            clock.advance(Duration.ofSeconds(6));
            refused(at(ours, request("/")), 502, "ERROR_CODE_INWAY_UNREACHABLE");
            assertThat(at(ours, request("/")).statusCode()).isEqualTo(200);
        }
    }

    /// An Inway that starts again for a moment must not cost a good token when there is no other.
    @Test
    void aTokenWhoseInwayWasAwayServesWhileTheManagerIsAwayToo() throws Exception {
        TestClock clock = new TestClock(World.CLOCK.instant());
        try (Outway ours = outway(manager.port(), clock, Protocol.HTTP_1_1)) {
            assertThat(at(ours, request("/")).statusCode()).isEqualTo(200);
            int port = inway.port();
            inway.close();
            clock.advance(Duration.ofSeconds(6));
            refused502(at(ours, request("/")));

            inway = World.inway(
                    network,
                    inwayLog,
                    World.inwayConfig("127.0.0.1", port, "https://127.0.0.1:8443", backend.uri()),
                    World.Rules.NONE);
            manager.close();
            assertThat(at(ours, request("/")).statusCode()).isEqualTo(200);
        }
    }

    private static void refused502(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.headers().firstValue("Fsc-Error-Code")).contains("ERROR_CODE_INWAY_UNREACHABLE");
    }

    @ParameterizedTest
    @CsvSource({"30, 25", "60, 50", "120, 100"})
    void keepsATokenThatDoesNotLastLongToo(int seconds, int used) throws Exception {
        TestClock clock = new TestClock(World.CLOCK.instant());
        life = Duration.ofSeconds(seconds);
        try (Outway ours = outway(manager.port(), clock, Protocol.HTTP_1_1)) {
            at(ours, request("/"));
            clock.advance(Duration.ofSeconds(seconds / 2));
            assertThat(at(ours, request("/")).statusCode()).isEqualTo(200);
            assertThat(tokenRequests).hasSize(1);

            clock.advance(Duration.ofSeconds(used - seconds / 2));
            assertThat(at(ours, request("/")).statusCode()).isEqualTo(200);
            assertThat(tokensAsked.tryAcquire(2, 20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void triesOnceMoreWithAnotherTokenWhenNothingIsLostByIt() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        try (Listener forgetful = forgetful(seen);
                Outway ours = outwayTo(forgetful.port())) {
            HttpResponse<String> answer = at(ours, request("/"));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("goed");
            assertThat(seen).containsExactly("GET ", "GET ");
            assertThat(tokenRequests).hasSize(2);
            assertThat(log.records).hasSize(1);
        }
    }

    @Test
    void doesNotSendABodyTwice() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        try (Listener forgetful = forgetful(seen);
                Outway ours = outwayTo(forgetful.port())) {
            HttpResponse<String> first = at(ours, request("/").POST(HttpRequest.BodyPublishers.ofString("x")));
            HttpResponse<String> second = at(ours, request("/").POST(HttpRequest.BodyPublishers.ofString("y")));

            assertThat(first.statusCode()).isEqualTo(401);
            assertThat(first.headers().firstValue("Fsc-Error-Code")).contains("ERROR_CODE_ACCESS_TOKEN_EXPIRED");
            assertThat(second.statusCode()).isEqualTo(200);
            assertThat(seen).containsExactly("POST x", "POST y");
            assertThat(tokenRequests).hasSize(2);
        }
    }
}
