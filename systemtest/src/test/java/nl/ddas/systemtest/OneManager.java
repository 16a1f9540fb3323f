// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.ddas.basis.Database;
import nl.ddas.basis.DatabaseChoice;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;
import nl.ddas.fsc.gateway.Authorization;
import nl.ddas.fsc.gateway.GrantStates;
import nl.ddas.fsc.gateway.Inway;
import nl.ddas.fsc.gateway.InwayConfig;
import nl.ddas.fsc.gateway.Outway;
import nl.ddas.fsc.gateway.OutwayConfig;
import nl.ddas.fsc.manager.ManagerConfig;
import nl.ddas.fsc.manager.ManagerServer;
import nl.ddas.fsc.manager.Operators;
import nl.ddas.fsc.manager.Store;
import nl.ddas.fsc.model.Group;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.systemtest.ApiJudge.ApiAnswer;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Environment;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;

/// A Manager, its own Directory, with its own people and gateways around it.
final class OneManager implements AutoCloseable {

    /// May do everything.
    static final String OPERATOR = "Jan Jansen";

    /// Is a gateway.
    static final String GATEWAY = "inway";

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Oin PEER = new Oin("00000099000000000001");
    private static final List<String> HOSTS = List.of("localhost", "127.0.0.1");
    private static final Group GROUP = Group.of("test-group")
            .withPorts(IntStream.rangeClosed(1, 65_535).boxed().collect(Collectors.toSet()));

    private final Deque<Runnable> open = new ArrayDeque<>();
    private final Map<String, HttpClient> clients = new HashMap<>();
    private final Network network = Network.open();
    private final AuthorityFolder group;
    private final AuthorityFolder internal;
    final Party peer;
    final ManagerServer manager;

    OneManager(Path folder) throws IOException {
        open.push(network::close);
        group = authority(folder.resolve("group"));
        internal = authority(folder.resolve("internal"));
        peer = group.party("Peer", PEER, HOSTS);
        Party own = internal.party("manager", PEER, HOSTS);
        Database database = Database.embedded(folder.resolve("database"), new SecureRandom());
        open.push(database::close);
        manager = ManagerServer.start(
                config(folder),
                new ManagerServer.Parts(
                        network,
                        () -> group.tls(peer),
                        peer::signing,
                        peer::signing,
                        group::trust,
                        Optional.of(() -> internal.tls(own)),
                        Store.postgres(database),
                        new Metrics(),
                        CLOCK,
                        new SecureRandom()));
        open.push(manager::close);
    }

    private static AuthorityFolder authority(Path folder) throws IOException {
        return AuthorityFolder.open(folder, Environment.TEST, new KeyMaker(2048, new SecureRandom()), CLOCK);
    }

    private static ManagerConfig config(Path folder) {
        Operators operators = new Operators(List.of(
                new Operators.Operator(OPERATOR, new Operators.Mark.CommonName(OPERATOR), Operators.Role.WRITE)));
        return new ManagerConfig(
                GROUP,
                "localhost",
                0,
                Optional.empty(),
                true,
                List.of(),
                Map.of(),
                Duration.ofMinutes(5),
                true,
                new DatabaseChoice.Embedded(folder),
                new ManagerConfig.Inside(
                        Optional.of(0),
                        Optional.of(0),
                        Optional.empty(),
                        operators,
                        ManagerConfig.Limits.DEFAULT,
                        Duration.ofDays(1)));
    }

    /// A call of an operator.
    ApiAnswer manage(String method, String path, Headers headers, byte[] body) throws IOException {
        return send(OPERATOR, manager.managementPort().orElseThrow(), new Sent(method, path, headers, body));
    }

    /// A call of a gateway.
    ApiAnswer register(String method, String path, Headers headers, byte[] body) throws IOException {
        return send(GATEWAY, manager.registrationPort().orElseThrow(), new Sent(method, path, headers, body));
    }

    private record Sent(String method, String path, Headers headers, byte[] body) {}

    private ApiAnswer send(String who, int port, Sent sent) throws IOException {
        HttpClient client = clients.computeIfAbsent(who, this::client);
        URI uri = URI.create("https://localhost:" + port + sent.path());
        try (HttpClient.Answer answer =
                client.send(new HttpClient.Call(sent.method(), uri, sent.headers(), sent.body()))) {
            return new ApiAnswer(
                    answer.status(), answer.headers(), answer.body().readAllBytes());
        }
    }

    /// Key material of a Peer of the Group.
    Tls groupTls() {
        return group.tls(peer);
    }

    /// Key material of one of our own people or parts.
    Tls internalTls(String who) throws IOException {
        return internal.tls(internal.party(who, PEER, List.of()));
    }

    /// Starts an Inway of the Peer, with nothing behind it.
    ///
    /// @return its port
    int inway() {
        InwayConfig config = new InwayConfig(
                "localhost",
                0,
                URI.create("https://localhost:8443"),
                Map.of(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(5));
        Inway inway = Inway.start(
                config,
                new Inway.Parts(
                        network,
                        groupTls(),
                        GROUP,
                        new PeerId(PEER.value()),
                        asked -> Optional.empty(),
                        GrantStates.NOT_ASKED,
                        Authorization.NONE,
                        record -> CompletableFuture.completedFuture(null),
                        new Metrics(),
                        CLOCK));
        open.push(inway::close);
        return inway.port();
    }

    /// Starts an Outway of the Peer that has no contract with anybody, for clients that show who they are.
    ///
    /// @return its port
    int outway() throws IOException {
        OutwayConfig config = new OutwayConfig(
                "localhost",
                0,
                OutwayConfig.Clients.MUTUAL,
                false,
                Map.of(),
                false,
                true,
                true,
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(5));
        Outway outway = Outway.start(
                config,
                new Outway.Parts(
                        network,
                        groupTls(),
                        Optional.of(internal.tls(internal.party("outway", PEER, HOSTS))),
                        GROUP,
                        new PeerId(PEER.value()),
                        wanted -> CompletableFuture.completedFuture(Optional.empty()),
                        Authorization.NONE,
                        record -> CompletableFuture.completedFuture(null),
                        new Metrics(),
                        CLOCK,
                        new SecureRandom()));
        open.push(outway::close);
        return outway.port();
    }

    private HttpClient client(String who) {
        try {
            HttpClient client = HttpClient.open(
                    network,
                    new HttpClient.Config(
                            Optional.of(internalTls(who)), Duration.ofSeconds(60), Duration.ofSeconds(60)));
            open.push(client::close);
            return client;
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    /// Sends JSON, which must be accepted.
    ///
    /// @return the answer as text
    String done(String who, String method, String path, String json) throws IOException {
        Headers headers = Headers.of("Content-Type", "application/json");
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        ApiAnswer answer =
                who.equals(OPERATOR) ? manage(method, path, headers, body) : register(method, path, headers, body);
        if (answer.status() / 100 != 2) {
            throw new AssertionError(method + " " + path + ": " + answer.status() + " " + answer.text());
        }
        return answer.text();
    }

    /// A proposal of the Peer to publish a Service in its own Directory: it is the only party.
    static String proposal() {
        return """
                {"notAfter": "%s", "grants": [{"type": "publication", "serviceName": "proef"}]}
                """.formatted(CLOCK.instant().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS));
    }

    @Override
    public void close() {
        open.forEach(Runnable::run);
    }
}
