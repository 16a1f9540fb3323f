// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Network;
import nl.ddas.fsc.model.Domain;
import nl.ddas.fsc.model.ErrorCode;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.LogRecord;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.OutwayIdentification;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.PeerIdRule;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.fsc.model.ServiceRef;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Purpose;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The Outway of B, towards a real Inway of A and a Manager that is played; the FSC test suite runs in `systemtest`.
class OutwayTest {

    private static Network network;

    private final World.Log log = new World.Log();
    private final World.Log inwayLog = new World.Log();
    private final List<String> tokenRequests = new CopyOnWriteArrayList<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Backend backend;
    private Inway inway;
    private Listener manager;
    private Outway outway;
    private URI audience = URI.create("https://127.0.0.1:1");
    private Optional<PeerId> delegator = Optional.empty();
    private Optional<PeerId> publisher = Optional.empty();
    private volatile int tokenStatus = 200;
    private int extraPort = 1;
    private volatile Duration life = Duration.ofMinutes(5);
    private final Semaphore tokensAsked = new Semaphore(0);
    private volatile Authorization.Decision decision = new Authorization.Decision.Permitted();
    private final Authorization authorization = question -> CompletableFuture.completedFuture(decision);

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
        inway = World.inway(network, inwayLog, backend.uri());
        audience = URI.create("https://127.0.0.1:" + inway.port());
        manager = manager(World.A);
        outway = outway(manager.port());
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        outway.close();
        manager.close();
        inway.close();
        backend.close();
    }

    private Listener manager(PeerId peer) {
        return Listener.start(
                network,
                new Listener.Config("127.0.0.1", 0, Optional.of(World.ONE.tls(peer)), Duration.ofSeconds(20)),
                new Connections(PeerIdRule.OIN),
                this::token);
    }

    private void token(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            tokenRequests.add(request.uri() + " " + body);
            tokensAsked.release();
            String compact = World.ONE.token(World.ONE.claims(audience, delegator, publisher, life));
            request.response()
                    .setStatusCode(tokenStatus)
                    .end(
                            tokenStatus == 200
                                    ? "{\"access_token\":\"" + compact + "\",\"token_type\":\"bearer\"}"
                                    : "{\"error\":\"invalid_grant\"}");
        });
    }

    private Outway outway(int managerPort) {
        return outway(managerPort, World.CLOCK, Protocol.HTTP_1_1);
    }

    private Outway outway(int managerPort, Clock clock, Protocol protocol) {
        OutwayConfig config = new OutwayConfig(
                "127.0.0.1",
                0,
                false,
                Map.of("localhost", new Grants.Wanted.ByHash(World.GRANT)),
                true,
                true,
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(5));
        Grants grants = wanted -> CompletableFuture.completedFuture(
                wanted.equals(new Grants.Wanted.ByHash(World.GRANT))
                        ? Optional.of(route(managerPort, protocol))
                        : Optional.empty());
        return Outway.start(
                config,
                new Outway.Parts(
                        network,
                        World.ONE.tls(World.B),
                        World.group(managerPort, inway.port(), extraPort, 1),
                        World.B,
                        grants,
                        authorization,
                        log,
                        new Metrics(),
                        clock,
                        new SecureRandom()));
    }

    private Grants.Route route(int managerPort, Protocol protocol) {
        ServiceRef service = publisher
                .<ServiceRef>map(d -> new ServiceRef.Delegated(World.A, World.SERVICE, d))
                .orElseGet(() -> new ServiceRef.Plain(World.A, World.SERVICE));
        Grant.Connection connection = new Grant.Connection(
                OutwayIdentification.PublicKeyThumbprint.of(
                                World.ONE.identity(World.B, Purpose.TLS).leaf())
                        .outwayOf(World.B),
                service,
                delegator);
        return new Grants.Route(
                World.GRANT, connection, new ManagerAddress(URI.create("https://127.0.0.1:" + managerPort)), protocol);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + outway.port() + path))
                .header("Fsc-Grant-Hash", World.GRANT.value());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private void refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Fsc-Error-Code")).contains(code);
        assertThat(answer.body()).contains("\"domain\":\"ERROR_DOMAIN_OUTWAY\"");
        assertThat(inwayLog.records).isEmpty();
        assertThat(backend.seen).isEmpty();
    }

    @Test
    void passesOnARequestUnderAGrant() throws Exception {
        HttpResponse<String> answer = send(request("/a%2Fb/../c//d?x=%20&y")
                .header("Fsc-Authorization", "Bearer of-the-client")
                .POST(HttpRequest.BodyPublishers.ofString("lichaam")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("lichaam");
        Backend.Seen seen = backend.seen.getFirst();
        assertThat(seen.head()).startsWith("POST /a%2Fb/../c//d?x=%20&y HTTP/1.1\r\n");
        assertThat(seen.header("Fsc-Authorization")).startsWith("Bearer ey");
        assertThat(seen.header("Fsc-Grant-Hash")).isEmpty();
        assertThat(tokenRequests).hasSize(1);
        assertThat(tokenRequests.getFirst())
                .startsWith("/v1/token grant_type=client_credentials&scope=%241%243%24")
                .endsWith("&client_id=" + World.B);
    }

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
    void findsTheGrantByTheNameThatTheClientCalls() throws Exception {
        HttpRequest byName = HttpRequest.newBuilder(URI.create("http://localhost:" + outway.port() + "/"))
                .build();
        assertThat(client.send(byName, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsThatThereIsNoContractOrNoToken() throws Exception {
        String unknown = "$1$3$" + "b".repeat(85) + "A";
        refused(send(request("/").setHeader("Fsc-Grant-Hash", unknown)), 400, "UNKNOWN_GRANT_HASH_IN_HEADER");
        refused(
                send(request("/").setHeader("Fsc-Grant-Hash", "$1$1$" + "a".repeat(85) + "A")),
                400,
                "UNKNOWN_GRANT_HASH_IN_HEADER");
        tokenStatus = 400;
        HttpResponse<String> answer = send(request("/"));
        refused(answer, 403, "ERROR_CODE_ACCESS_TOKEN_REFUSED");
        assertThat(answer.body()).contains("invalid_grant");
        assertThat(answer.headers().firstValue("Fsc-Transaction-Id")).isPresent();
        assertThat(log.records).isEmpty();
    }

    @Test
    void tellsThatTheInwayDoesNotAnswer() throws Exception {
        audience = URI.create("https://127.0.0.1:1");
        refused(send(request("/")), 502, "ERROR_CODE_INWAY_UNREACHABLE");
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
    void sendsNothingToAnInwayOfAnotherPeer() throws Exception {
        try (Listener other = manager(World.C)) {
            audience = URI.create("https://127.0.0.1:" + other.port());
            try (Outway lost = Outway.start(
                    new OutwayConfig(
                            "127.0.0.1",
                            0,
                            false,
                            Map.of(),
                            false,
                            true,
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(20),
                            Duration.ofSeconds(5)),
                    new Outway.Parts(
                            network,
                            World.ONE.tls(World.B),
                            World.group(other.port(), manager.port()),
                            World.B,
                            wanted -> CompletableFuture.completedFuture(
                                    Optional.of(route(manager.port(), Protocol.HTTP_1_1))),
                            Authorization.NONE,
                            log,
                            new Metrics(),
                            World.CLOCK,
                            new SecureRandom()))) {
                HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + lost.port() + "/"))
                        .header("Fsc-Grant-Hash", World.GRANT.value())
                        .build();
                refused(client.send(request, BodyHandlers.ofString()), 502, "ERROR_CODE_INWAY_UNREACHABLE");
                assertThat(tokenRequests).hasSize(1);
            }
        }
    }

    @Test
    void theRecordIsThereBeforeTheServiceAnswers() throws Exception {
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
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request("/").build(), BodyHandlers.ofString());
        arrived.await();
        assertThat(log.records.getFirst().direction()).isEqualTo(LogRecord.Direction.OUTGOING);
        go.countDown();
        assertThat(answer.join().statusCode()).isEqualTo(200);
    }

    @Test
    void bothSidesAndTheClientHaveOneTransactionId() throws Exception {
        HttpResponse<String> answer = send(request("/"));
        String id = answer.headers().firstValue("Fsc-Transaction-Id").orElseThrow();

        assertThat(backend.seen.getFirst().header("Fsc-Transaction-Id")).isEqualTo(id);
        assertThat(log.records.getFirst().transaction().value()).isEqualTo(id);
        assertThat(inwayLog.records.getFirst().transaction().value()).isEqualTo(id);
        assertThat(answer.headers().allValues("Fsc-Transaction-Id")).hasSize(1);
    }

    @Test
    void takesAGoodTransactionIdOfTheClientAndRefusesABadOne() throws Exception {
        HttpResponse<String> good = send(request("/").header("Fsc-Transaction-Id", World.TRANSACTION));
        assertThat(good.headers().firstValue("Fsc-Transaction-Id")).contains(World.TRANSACTION);
        HttpResponse<String> bad = send(request("/").header("Fsc-Transaction-Id", "x"));
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.headers().firstValue("Fsc-Error-Code")).contains("INVALID_LOG_RECORD_ID");
    }

    @Test
    void writesDownOnWhoseBehalfItConnects() throws Exception {
        delegator = Optional.of(World.C);
        send(request("/"));
        assertThat(log.records.getFirst().sourceDelegator()).contains(World.C);
    }

    @Test
    void writesDownOnWhoseBehalfTheServiceIsOffered() throws Exception {
        publisher = Optional.of(World.D);
        send(request("/"));
        assertThat(log.records.getFirst().destinationDelegator()).contains(World.D);
    }

    @Test
    void sendsNothingWhenTheLogIsDown() throws Exception {
        log.broken = true;
        refused(send(request("/")), 500, "TRANSACTION_LOG_WRITE_ERROR");
    }

    private HttpResponse<String> at(Outway other, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return send(request.uri(URI.create("http://127.0.0.1:" + other.port() + "/")));
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

    /// An Inway that finds every first token expired.
    private Listener forgetful(List<String> seen) {
        return Listener.start(
                network,
                new Listener.Config("127.0.0.1", 0, Optional.of(World.ONE.tls(World.A)), Duration.ofSeconds(20)),
                new Connections(PeerIdRule.OIN),
                request -> request.body().onSuccess(body -> {
                    seen.add(request.method() + " " + body);
                    if (tokenRequests.size() == 1) {
                        Answers.refuse(
                                network.vertx(),
                                request,
                                ErrorCode.ACCESS_TOKEN_EXPIRED.because(Domain.INWAY, "expired"));
                    } else {
                        request.response().end("goed");
                    }
                }));
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

    private Outway outwayTo(int inwayPort) {
        audience = URI.create("https://127.0.0.1:" + inwayPort);
        extraPort = inwayPort;
        return outway(manager.port());
    }

    @Test
    void speaksHttp2ToTheInway() throws Exception {
        try (Outway newer = outway(manager.port(), World.CLOCK, Protocol.HTTP_2)) {
            HttpResponse<String> answer = at(newer, request("/").POST(HttpRequest.BodyPublishers.ofString("lichaam")));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("lichaam");
            assertThat(inwayLog.records).hasSize(1);
        }
    }

    @Test
    void passesOnAndKeepsTheTrace() throws Exception {
        send(request("/").header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        assertThat(log.records.getFirst().trace().orElseThrow().traceId())
                .isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(backend.seen.getFirst().header("traceparent")).contains("b7ad6b7169203331");
    }

    @Test
    void sendsNothingThatTheRulesOfTheOrganisationForbid() throws Exception {
        decision = new Authorization.Decision.Denied("no");
        refused(send(request("/")), 403, "ERROR_CODE_ACCESS_DENIED");
        assertThat(log.records).isEmpty();
    }
}
