// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Network;
import nl.ddas.fsc.model.LogRecord;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.Protocol;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The Inway alone, with tokens that are played; the FSC test suite itself runs in `systemtest`.
class InwayTest {

    private static Network network;

    private final World.Log log = new World.Log();
    private final URI audience = URI.create("https://127.0.0.1:8443");
    private final String token =
            World.ONE.token(World.ONE.claims(audience, Optional.empty(), Optional.empty(), Duration.ofMinutes(5)));
    private final HttpClient client = client(World.ONE, HttpClient.Version.HTTP_1_1);
    private Backend backend;
    private Inway inway;

    @BeforeAll
    static void open() {
        network = Network.open();
    }

    @AfterAll
    static void shut() {
        network.close();
    }

    @BeforeEach
    void start() throws IOException {
        backend = Backend.start(Backend.ECHO);
        inway = World.inway(network, log, backend.uri());
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        inway.close();
        backend.close();
    }

    private static HttpClient client(World world, HttpClient.Version version) {
        return HttpClient.newBuilder()
                .version(version)
                .sslContext(world.context(World.B))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + inway.port() + path));
    }

    private HttpRequest.Builder good(String path) {
        return request(path)
                .header("Fsc-Authorization", "Bearer " + token)
                .header("Fsc-Transaction-Id", World.TRANSACTION);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private void refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Fsc-Error-Code")).contains(code);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"", "\"domain\":\"ERROR_DOMAIN_INWAY\"");
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .isEqualTo(status == 401 ? Optional.of("Bearer") : Optional.empty());
        assertThat(backend.seen).isEmpty();
    }

    @Test
    void passesOnARequestWithAGoodToken() throws Exception {
        HttpResponse<String> answer = send(good("/a%2Fb/../c//d?x=%20&y")
                .header("X-Own", "1")
                .POST(HttpRequest.BodyPublishers.ofString("lichaam")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("lichaam");
        assertThat(answer.headers().firstValue("X-From")).contains("service");
        assertThat(answer.headers().firstValue("Fsc-Error-Code")).isEmpty();
        assertThat(backend.seen.getFirst().head()).startsWith("POST /a%2Fb/../c//d?x=%20&y HTTP/1.1\r\n");
        assertThat(backend.seen.getFirst().header("X-Own")).isEqualTo("1");
    }

    @Test
    void refusesARequestWithoutToken() throws Exception {
        refused(
                send(request("/").header("Fsc-Transaction-Id", World.TRANSACTION)),
                401,
                "ERROR_CODE_ACCESS_TOKEN_MISSING");
        assertThat(log.records).isEmpty();
    }

    @Test
    void refusesATokenThatIsBoundToAnotherCertificate() throws Exception {
        try (HttpClient other = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(World.ONE.context(World.C))
                .build()) {
            refused(other.send(good("/").build(), BodyHandlers.ofString()), 401, "ERROR_CODE_ACCESS_TOKEN_INVALID");
        }
    }

    @Test
    void cutsOffACertificateOfAnotherAuthority() {
        try (HttpClient other = client(World.OTHER_CA, HttpClient.Version.HTTP_1_1)) {
            assertThatThrownBy(() -> other.send(good("/").build(), BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        }
        assertThat(backend.seen).isEmpty();
    }

    @Test
    void passesOnTheToken() throws Exception {
        send(good("/"));
        assertThat(backend.seen.getFirst().header("Fsc-Authorization")).isEqualTo("Bearer " + token);
    }

    @Test
    void refusesAnExpiredToken() throws Exception {
        String old = World.ONE.token(
                World.ONE.claims(audience, Optional.empty(), Optional.empty(), Duration.ofSeconds(-61)));
        refused(
                send(request("/")
                        .header("Fsc-Authorization", "Bearer " + old)
                        .header("Fsc-Transaction-Id", World.TRANSACTION)),
                401,
                "ERROR_CODE_ACCESS_TOKEN_EXPIRED");
    }

    @Test
    void theRecordIsThereWhileTheServiceThinks() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        backend.behave((in, out, seen) -> {
            arrived.countDown();
            try {
                go.await();
            } catch (InterruptedException stop) {
                throw new IOException(stop);
            }
            Backend.ECHO.answer(in, out, seen);
        });
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(
                good("/")
                        .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                        .build(),
                BodyHandlers.ofString());
        arrived.await();

        LogRecord record = log.records.getFirst();
        assertThat(record.direction()).isEqualTo(LogRecord.Direction.INCOMING);
        assertThat(record.grant()).isEqualTo(World.GRANT);
        assertThat(record.trace().orElseThrow().spanId()).isEqualTo("b7ad6b7169203331");
        go.countDown();
        assertThat(answer.join().statusCode()).isEqualTo(200);
        assertThat(backend.seen.getFirst().header("traceparent")).contains("b7ad6b7169203331");
    }

    @Test
    void passesOnTheTransactionId() throws Exception {
        send(good("/"));
        assertThat(backend.seen.getFirst().header("Fsc-Transaction-Id")).isEqualTo(World.TRANSACTION);
    }

    @Test
    void refusesARequestWithoutTransactionId() throws Exception {
        refused(send(request("/").header("Fsc-Authorization", "Bearer " + token)), 400, "MISSING_LOG_RECORD_ID");
        refused(
                send(request("/").header("Fsc-Authorization", "Bearer " + token).header("Fsc-Transaction-Id", "x")),
                400,
                "INVALID_LOG_RECORD_ID");
    }

    private LogRecord recordOf(Optional<PeerId> delegator, Optional<PeerId> publisher) throws Exception {
        String delegated = World.ONE.token(World.ONE.claims(audience, delegator, publisher, Duration.ofMinutes(5)));
        send(request("/")
                .header("Fsc-Authorization", "Bearer " + delegated)
                .header("Fsc-Transaction-Id", World.TRANSACTION));
        return log.records.getFirst();
    }

    @Test
    void writesDownOnWhoseBehalfTheOutwayConnects() throws Exception {
        assertThat(recordOf(Optional.of(World.C), Optional.empty()).sourceDelegator())
                .contains(World.C);
    }

    @Test
    void writesDownOnWhoseBehalfTheServiceIsOffered() throws Exception {
        assertThat(recordOf(Optional.empty(), Optional.of(World.D)).destinationDelegator())
                .contains(World.D);
    }

    @Test
    void passesNothingOnWhenTheLogIsDown() throws Exception {
        log.broken = true;
        refused(send(good("/")), 500, "TRANSACTION_LOG_WRITE_ERROR");
    }

    @Test
    void saysThatTheServiceCannotBeReached() throws Exception {
        backend.close();
        HttpResponse<String> answer = send(good("/"));
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.headers().firstValue("Fsc-Error-Code")).contains("ERROR_CODE_SERVICE_UNREACHABLE");
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void streamsLargeBodiesBothWays(HttpClient.Version version) throws Exception {
        if (!version.name().startsWith("HTTP_3")) {
            String large = "0123456789abcdef".repeat(200_000);
            try (HttpClient any = client(World.ONE, version)) {
                HttpResponse<String> answer = any.send(
                        good("/")
                                .POST(HttpRequest.BodyPublishers.ofString(large))
                                .build(),
                        BodyHandlers.ofString());
                assertThat(answer.version()).isEqualTo(version);
                assertThat(answer.body().equals(large)).isTrue();
            }
        }
    }

    @Test
    void anAnswerBeforeTheUploadEndsReachesTheCaller() throws Exception {
        backend.behave((in, out, seen) -> {
            seen.add(new Backend.Seen(Backend.head(in), ""));
            out.write("HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno"
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            // As servers do: takes more, so that the answer is not lost in a reset connection.
            in.transferTo(OutputStream.nullOutputStream());
        });
        HttpResponse<String> answer = send(good("/").POST(HttpRequest.BodyPublishers.ofByteArray(new byte[8 << 20])));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).isEqualTo("no");
    }

    @Test
    void aTargetThatDiesInItsAnswerBreaksTheAnswerOff() {
        backend.behave((in, out, seen) -> {
            seen.add(Backend.read(in));
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf".getBytes(StandardCharsets.US_ASCII));
        });
        assertThatThrownBy(() -> send(good("/"))).isInstanceOf(IOException.class);
    }

    @Test
    void tellsTheCallerToComeBackWhenTheServiceIsFull() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        backend.behave((in, out, seen) -> {
            arrived.countDown();
            try {
                go.await();
            } catch (InterruptedException stop) {
                throw new IOException(stop);
            }
            Backend.ECHO.answer(in, out, seen);
        });
        try (Inway narrow = World.inway(network, log, backend.uri(), World.Rules.NONE.atOnce(1))) {
            URI uri = URI.create("https://127.0.0.1:" + narrow.port() + "/");
            CompletableFuture<HttpResponse<String>> first =
                    client.sendAsync(good("/").uri(uri).build(), BodyHandlers.ofString());
            arrived.await();
            HttpResponse<String> second = client.send(good("/").uri(uri).build(), BodyHandlers.ofString());
            assertThat(second.statusCode()).isEqualTo(503);
            assertThat(second.headers().firstValue("Retry-After")).contains("1");
            go.countDown();
            assertThat(first.join().statusCode()).isEqualTo(200);
            HttpResponse<String> third = client.send(good("/").uri(uri).build(), BodyHandlers.ofString());
            assertThat(third.statusCode()).isEqualTo(200);
        }
    }

    private HttpResponse<String> at(Inway other, HttpRequest.Builder request) throws IOException, InterruptedException {
        URI uri = request.build().uri();
        return send(request.uri(URI.create("https://127.0.0.1:" + other.port() + uri.getRawPath())));
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
    void writesDownTheContractOutsideFscThatADelegationStandsOn() throws Exception {
        String name = "delegation.connection.external_contract_reference";
        JsonObject reference = JsonObject.EMPTY.with("reference", "https://contracten.example/1");
        JsonObject properties = JsonObject.EMPTY.with("team", "a").with(name, reference);
        String with = World.ONE.token(World.with(
                World.ONE.claims(audience, Optional.empty(), Optional.empty(), Duration.ofMinutes(5)), properties));
        send(request("/")
                .header("Fsc-Authorization", "Bearer " + with)
                .header("Fsc-Transaction-Id", World.TRANSACTION));

        assertThat(log.records.getFirst().additional()).contains(JsonObject.EMPTY.with(name, reference));
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
    void otherPeersReachItOnAPortOfTheGroupOnly() throws Exception {
        InwayConfig onPort = World.inwayConfig("127.88.0.1", 8443, "https://127.88.0.1:8443", backend.uri());
        try (Inway reached = World.inway(network, log, onPort, World.Rules.NONE)) {
            assertThat(reached.port()).isEqualTo(8443);
        }
        InwayConfig other = World.inwayConfig("127.88.0.1", 0, "https://127.88.0.1:9000", backend.uri());
        assertThatThrownBy(() -> World.inway(network, log, other, World.Rules.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("9000");
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
