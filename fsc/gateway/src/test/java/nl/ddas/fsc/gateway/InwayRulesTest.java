// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import nl.ddas.fsc.model.Protocol;
import org.junit.jupiter.api.Test;

/// What may be set for an Inway and its services, and what others are asked about a request.
class InwayRulesTest extends InwayStage {

    @Test
    void tellsTheCallerToComeBackWhenTheServiceIsFull() throws Exception {
        try (Inway narrow = World.inway(network, log, backend.uri(), World.Rules.NONE.atOnce(1))) {
            HttpRequest.Builder request = good("/").uri(URI.create("https://127.0.0.1:" + narrow.port() + "/"));
            HttpResponse<String> first = whileTheServiceThinks(request, () -> {
                HttpResponse<String> second = send(request);
                assertThat(second.statusCode()).isEqualTo(503);
                assertThat(second.headers().firstValue("Fsc-Error-Code")).contains("ERROR_CODE_SERVICE_BUSY");
                assertThat(second.headers().firstValue("Retry-After")).contains("1");
            });
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(send(request).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void refusesATokenWhoseContractWasRevoked() throws Exception {
        AtomicBoolean valid = new AtomicBoolean(true);
        GrantStates states = grant -> CompletableFuture.completedFuture(grant.equals(World.GRANT) && valid.get());
        try (Inway asking = World.inway(network, log, backend.uri(), World.Rules.NONE.asking(states))) {
            assertThat(at(asking, good("/")).statusCode()).isEqualTo(200);
            backend.seen.clear();
            log.records.clear();
            valid.set(false);

            HttpResponse<String> answer = at(asking, good("/"));

            refused(answer, 401, "ERROR_CODE_ACCESS_TOKEN_INVALID");
            assertThat(answer.body()).contains("contract");
            assertThat(log.records).isEmpty();
        }
    }

    @Test
    void refusesWhatTheRulesOfTheOrganisationForbid() throws Exception {
        List<Authorization.Question> asked = new CopyOnWriteArrayList<>();
        Authorization rules = question -> {
            asked.add(question);
            return question.uri().equals("/stuk")
                    ? CompletableFuture.failedFuture(new IOException("away"))
                    : CompletableFuture.completedFuture(
                            question.method().equals("DELETE")
                                    ? new Authorization.Decision.Denied("no")
                                    : new Authorization.Decision.Permitted());
        };
        try (Inway guarded = World.inway(network, log, backend.uri(), World.Rules.NONE.under(rules))) {
            refused(at(guarded, good("/a").DELETE()), 403, "ERROR_CODE_ACCESS_DENIED");
            refused(at(guarded, good("/stuk")), 403, "ERROR_CODE_ACCESS_DENIED");
            assertThat(log.records).isEmpty();
            assertThat(at(guarded, good("/a").header("X-Own", "1")).statusCode())
                    .isEqualTo(200);
        }
        Authorization.Question last = asked.getLast();
        assertThat(last.headers().first("X-Own")).contains("1");
        assertThat(last.headers().first("Fsc-Authorization")).isEmpty();
        assertThat(last.token().connectingPeer()).isEqualTo(World.B);
    }

    @Test
    void speaksHttp2ToAServiceThatWantsIt() throws Exception {
        List<String> versions = new CopyOnWriteArrayList<>();
        HttpServer service = network.vertx().createHttpServer().requestHandler(request -> {
            versions.add(request.version() + " " + request.getHeader("cookie"));
            request.body().onSuccess(body -> request.response().end(body));
        });
        int port = Waiting.await(service.listen(0, "127.0.0.1"), Duration.ofSeconds(10), "listening")
                .actualPort();
        URI uri = URI.create("http://127.0.0.1:" + port);
        try (Inway newer = World.inway(network, log, uri, World.Rules.NONE.speaking(Protocol.HTTP_2))) {
            HttpResponse<String> answer =
                    at(newer, good("/a").header("Cookie", "a=b").POST(HttpRequest.BodyPublishers.ofString("lichaam")));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("lichaam");
            assertThat(versions).containsExactly("HTTP_2 a=b");
        }
    }

    @Test
    void offersOtherServicesWhileItRuns() throws Exception {
        inway.offer(List.of());
        refused(send(good("/")), 404, "ERROR_CODE_SERVICE_NOT_FOUND");
        inway.offer(
                List.of(new InwayConfig.Service(World.SERVICE, backend.uri(), Protocol.HTTP_1_1, Optional.empty(), 2)));
        assertThat(inway.offered()).containsExactly(World.SERVICE);
        assertThat(send(good("/")).statusCode()).isEqualTo(200);
    }

    @Test
    void aRequestThatGotInReachesItsServiceThoughThatIsTakenAwayMeanwhile() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<Authorization.Decision> decision = new CompletableFuture<>();
        Authorization slow = question -> {
            asked.countDown();
            return decision;
        };
        try (Inway guarded = World.inway(network, log, backend.uri(), World.Rules.NONE.under(slow));
                ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<HttpResponse<String>> answer = beside.submit(() -> at(guarded, good("/")));
            asked.await();
            Future<?> taken = beside.submit(() -> guarded.offer(List.of()));
            while (!guarded.offered().isEmpty()) {
                Thread.onSpinWait();
            }
            refused(at(guarded, good("/")), 404, "ERROR_CODE_SERVICE_NOT_FOUND");
            assertThat(taken.isDone()).isFalse();
            decision.complete(new Authorization.Decision.Permitted());
            assertThat(answer.get().statusCode()).isEqualTo(200);
            taken.get();
        }
    }

    @Test
    void aFaultOfOurOwnIsToldAsOneAndMakesRoomForTheNext() throws Exception {
        AtomicInteger turn = new AtomicInteger();
        GrantStates broken = grant -> switch (turn.getAndIncrement()) {
            case 0 -> throw new IllegalStateException("stuk");
            case 1 -> CompletableFuture.failedFuture(new IOException("weg"));
            default -> CompletableFuture.completedFuture(true);
        };
        World.Rules one = World.Rules.NONE.asking(broken).atOnce(1);
        try (Inway narrow = World.inway(network, log, backend.uri(), one)) {
            refused(at(narrow, good("/")), 500, "ERROR_CODE_INTERNAL_ERROR");
            refused(at(narrow, good("/")), 500, "ERROR_CODE_INTERNAL_ERROR");
            assertThat(at(narrow, good("/")).statusCode()).isEqualTo(200);
        }
    }
}
