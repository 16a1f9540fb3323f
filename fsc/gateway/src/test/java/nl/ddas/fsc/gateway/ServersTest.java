// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;
import javax.net.ServerSocketFactory;
import nl.ddas.basis.CertificateText;
import nl.ddas.basis.Network;
import nl.ddas.basis.Settings;
import nl.ddas.basis.Tls;
import nl.ddas.fsc.model.Group;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Purpose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Inway of A and Outway of B as programs, each with its Manager, which are played.
class ServersTest {

    private static final Duration TWENTY = Duration.ofSeconds(20);
    private static final int MANY = 10_000;

    /// As when it is not set.
    private static final Duration CACHE = GatewayConfig.read(
                    Settings.none("x", Map.of("X_GROUP", "g", "X_MANAGER", "https://127.0.0.1:9443")), "inway")
            .managerCache();

    @TempDir
    private Path folder;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final TestClock clock = new TestClock(World.CLOCK.instant());
    private Duration cache = Duration.ZERO;
    private Optional<Path> anchors = Optional.empty();
    private Network network;
    private Backend backend;
    private PlayedManager manager;
    private InwayServer inway;
    private OutwayServer outway;
    private int inwayPort;

    @BeforeEach
    void start() throws IOException {
        network = Network.open();
        backend = Backend.start(Backend.ECHO);
        inwayPort = freePort();
        manager = new PlayedManager(network, backend.uri(), inwayPort);
        inway = inway("inway", inwayPort);
        unreadableSegment(folder.resolve("outway"));
        outway = outway();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        outway.close();
        inway.close();
        manager.close();
        backend.close();
        network.close();
    }

    /// Written whole, but not by us: it holds up nothing, and health names it.
    private static void unreadableSegment(Path log) throws IOException {
        byte[] text = "{}".getBytes(StandardCharsets.US_ASCII);
        CRC32C crc = new CRC32C();
        crc.update(text);
        ByteBuffer frame = ByteBuffer.allocate(8 + text.length)
                .putInt(text.length)
                .putInt((int) crc.getValue())
                .put(text);
        Path _ = Files.write(Files.createDirectories(log).resolve("segment-000000000001.log"), frame.array());
    }

    private InwayServer inway(String name, int port) throws IOException {
        return InwayServer.start(
                new InwayConfig(
                        "127.0.0.1",
                        port,
                        URI.create("https://127.0.0.1:" + inwayPort),
                        Map.of(),
                        anchors,
                        TWENTY,
                        TWENTY,
                        TWENTY),
                common(name),
                parts(World.A));
    }

    private OutwayServer outway() throws IOException {
        return OutwayServer.start(
                new OutwayConfig(
                        "127.0.0.1",
                        0,
                        OutwayConfig.Clients.PLAIN,
                        false,
                        Map.of("localhost", new Grants.Wanted.ByService(World.SERVICE, Optional.of(World.A))),
                        true,
                        true,
                        true,
                        TWENTY,
                        TWENTY,
                        TWENTY),
                common("outway"),
                parts(World.B));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private GatewayConfig common(String name) {
        Group group = Group.of("test-group").withPorts(Set.of(inwayPort, manager.port()));
        return new GatewayConfig(
                group,
                name,
                manager.address(),
                cache,
                0,
                folder.resolve(name),
                Optional.empty(),
                TWENTY,
                Duration.ofMillis(200));
    }

    private GatewayParts parts(PeerId peer) {
        Tls internal = World.OTHER_CA.tls(peer);
        return new GatewayParts(
                network, () -> World.ONE.tls(peer), () -> internal, Optional.empty(), clock, new SecureRandom());
    }

    private HttpResponse<String> get(String uri) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(uri)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> call() throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + outway.port() + "/pad"))
                        .header("Fsc-Grant-Hash", World.GRANT.value())
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void theyRegisterAndARequestPassesBoth() throws Exception {
        assertThat(manager.registered.keySet()).containsExactlyInAnyOrder("/v1/inways/inway", "/v1/outways/outway");
        assertThat(manager.registered).hasEntrySatisfying("/v1/inways/inway", told -> assertThat(told.toBytes())
                .asString()
                .contains("\"" + World.SERVICE + "\""));

        HttpResponse<String> answer = call();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(backend.seen.getFirst().head()).startsWith("GET /pad ");
        HttpResponse<String> byName = get("http://localhost:" + outway.port() + "/naam");
        assertThat(byName.statusCode()).as(byName.body()).isEqualTo(200);
        for (int port : new int[] {inway.monitorPort(), outway.monitorPort()}) {
            assertThat(get("http://127.0.0.1:" + port + "/health/live").statusCode())
                    .isEqualTo(200);
            HttpResponse<String> ready = get("http://127.0.0.1:" + port + "/health/ready");
            assertThat(ready.statusCode()).as(ready.body()).isEqualTo(200);
            assertThat(ready.body().contains("segment-000000000001.log")).isEqualTo(port == outway.monitorPort());
        }
        assertThat(get("http://127.0.0.1:" + inway.monitorPort() + "/metrics").body())
                .contains("inway_requests_total{service=\"" + World.SERVICE + "\"} 2.0")
                .contains("transaction_log_records_total 2.0")
                .containsPattern("transaction_log_seconds_total [0-9.E-]*[1-9]")
                .contains("transaction_log_failures_total 0.0")
                .contains("inway_certificaat_zwakke_sleutel_eigen ", "inway_certificaat_zwakke_sleutel_total ");
        assertThat(get("http://127.0.0.1:" + outway.monitorPort() + "/metrics").body())
                .contains("outway_certificaat_zwakke_sleutel_eigen ", "outway_certificaat_zwakke_sleutel_total ");
    }

    @Test
    void aClientThatNamesNoGrantHearsWhichItCanUse() throws Exception {
        HttpResponse<String> answer = get("http://127.0.0.1:" + outway.port() + "/pad");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("usable here now: " + World.GRANT, World.SERVICE);
    }

    @Test
    void aContractThatIsRevokedStopsTheNextRequestAtTheOutway() throws Exception {
        assertThat(call().statusCode()).isEqualTo(200);
        manager.valid = false;
        HttpResponse<String> answer = call();
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("no valid contract");
        assertThat(backend.seen).hasSize(1);
    }

    @Test
    void aContractThatIsRevokedStopsTheNextRequestAtTheInway() throws Exception {
        assertThat(call().statusCode()).isEqualTo(200);
        manager.validForInway = false;
        HttpResponse<String> answer = call();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Fsc-Error-Code")).contains("ERROR_CODE_ACCESS_TOKEN_INVALID");
        assertThat(answer.body()).contains("contract");
        assertThat(backend.seen).hasSize(1);
    }

    private void withTheUsualCache() throws IOException {
        outway.close();
        inway.close();
        cache = CACHE;
        inway = inway("inway", inwayPort);
        outway = outway();
    }

    /// Until the usual time is over the gateways use what their Manager said; from then on nothing passes. The token
    /// would last for minutes.
    @ParameterizedTest
    @CsvSource({"true, 400", "false, 401"})
    void aContractThatIsRevokedStopsRequestsWithinTheUsualTime(boolean atOutway, int status) throws Exception {
        assertThat(CACHE).isEqualTo(Duration.ofSeconds(5));
        withTheUsualCache();
        assertThat(call().statusCode()).isEqualTo(200);
        manager.valid = !atOutway;
        manager.validForInway = atOutway;
        clock.advance(CACHE.minusMillis(1));
        assertThat(call().statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMillis(1));
        HttpResponse<String> answer = call();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(backend.seen).hasSize(2);
    }

    @Test
    void aManagerThatIsAwayStopsNoTokenThatItSigned() throws Exception {
        assertThat(call().statusCode()).isEqualTo(200);
        manager.away = true;
        HttpResponse<String> answer = call();
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("our own manager does not answer");
        manager.away = false;
        manager.awayForInway = true;
        assertThat(call().statusCode()).isEqualTo(200);
    }

    /// As after a restart of the Manager: it signs with a key of which it told nobody before.
    @Test
    void aTokenByANewKeyIsGoodAtOnce() throws Exception {
        manager.signer = World.ONE.fresh(World.A, Purpose.SIGNING);
        HttpResponse<String> answer = call();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(backend.seen).hasSize(1);
    }

    /// The Manager says nothing of roots. What the file holds is looked at each round.
    @Test
    void aServiceThatTheManagerNamesIsTrustedByTheRootsOfTheInway() throws Exception {
        Path roots = Files.writeString(folder.resolve("roots.pem"), CertificateText.pem(World.ONE.root()));
        ServerSocketFactory ofAnother = World.OTHER_CA.context(World.C).getServerSocketFactory();
        try (Backend secured =
                Backend.start(ofAnother.createServerSocket(0, 50, InetAddress.getLoopbackAddress()), Backend.ECHO)) {
            inway.close();
            manager.endpoint = URI.create("https://127.0.0.1:" + secured.port());
            anchors = Optional.of(roots);
            inway = inway("inway", inwayPort);
            assertThat(call().headers().firstValue("Fsc-Error-Code")).contains("ERROR_CODE_SERVICE_UNREACHABLE");

            Path _ = Files.writeString(roots, CertificateText.pem(World.OTHER_CA.root()));
            HttpResponse<String> answer = call();
            for (int turn = 0; answer.statusCode() == 502 && turn < MANY; turn++) {
                answer = call();
            }
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    @Test
    void aStartThatFailsLeavesNothingOpen() {
        for (int twice = 0; twice < 2; twice++) {
            // The second time the folder of the log would still be locked.
            assertThatThrownBy(() -> inway("taken", inway.port()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("in use");
        }
    }
}
