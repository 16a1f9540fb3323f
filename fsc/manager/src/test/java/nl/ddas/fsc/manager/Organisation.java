// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ddas.basis.DatabaseChoice;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Network;
import nl.ddas.basis.Revocation;
import nl.ddas.basis.Tls;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.StrictJson;
import nl.ddas.trust.Authority;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Identity;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Purpose;

/// One Peer with everything that only its own people see: registration, management and monitoring, on sockets.
final class Organisation implements AutoCloseable {

    static final String READER = "Lezer";
    static final String WRITER = "Schrijver";
    static final String INWAY = "inway";

    private static final Authority INTERNAL =
            Authority.create(Environment.TEST, new KeyMaker(2048, new SecureRandom()), Clock.systemUTC());

    final PeerId peer;
    final Store store;
    final WatchedContracts contracts = new WatchedContracts();
    final ManagerServer manager;
    private final Network network;
    private final Map<String, HttpClient> clients = new HashMap<>();

    /// An answer.
    record Reply(int status, Headers headers, String text) {

        JsonObject json() {
            return JsonReading.of(text.getBytes(StandardCharsets.UTF_8), StrictJson.LIMITS)
                            instanceof JsonReading.Read(JsonObject object)
                    ? object
                    : JsonObject.EMPTY;
        }

        /// What a problem says.
        String detail() {
            return json().text("detail").orElse("");
        }

        List<JsonObject> items(String member) {
            return Json.objects(json(), member).toList();
        }
    }

    Organisation(Network network, PeerId peer, boolean directory, List<OtherManagers.Called> directories) {
        this(network, peer, directory, directories, 200, Clock.systemUTC());
    }

    /// @param openProposals how many proposals of one Peer may wait
    Organisation(
            Network network,
            PeerId peer,
            boolean directory,
            List<OtherManagers.Called> directories,
            int openProposals,
            Clock clock) {
        this.network = network;
        this.peer = peer;
        this.store = MemoryStores.with(contracts);
        Tls internal = internal(part("manager", List.of("localhost")));
        manager = ManagerServer.start(
                config(directory, directories, openProposals),
                new ManagerServer.Parts(
                        network,
                        () -> Stage.tls(peer),
                        () -> Members.signer(peer),
                        () -> Members.signer(peer),
                        Members.AUTHORITY::trust,
                        Optional.of(() -> internal),
                        store,
                        new Metrics(),
                        clock,
                        new SecureRandom()));
    }

    private static ManagerConfig config(boolean directory, List<OtherManagers.Called> directories, int openProposals) {
        Operators operators = new Operators(List.of(
                new Operators.Operator(
                        READER,
                        new Operators.Mark.Thumbprint(
                                CertificateThumbprint.of(part(READER, List.of()).leaf())),
                        Operators.Role.READ),
                new Operators.Operator(WRITER, new Operators.Mark.CommonName(WRITER), Operators.Role.WRITE)));
        return new ManagerConfig(
                Members.GROUP,
                "localhost",
                0,
                Optional.empty(),
                directory,
                directories,
                Map.of(),
                Duration.ofMinutes(5),
                true,
                new DatabaseChoice.Embedded(Path.of("unused")),
                new ManagerConfig.Inside(
                        Optional.of(0),
                        Optional.of(0),
                        Optional.of(0),
                        operators,
                        new ManagerConfig.Limits(32, openProposals, false),
                        Duration.ofDays(365),
                        Signers.nobody(),
                        Optional.empty(),
                        Optional.empty(),
                        new Gateways(List.of(new Operators.Mark.CommonName(INWAY)))));
    }

    private static final Map<String, Identity> PARTS = new HashMap<>();

    static Identity part(String name, List<String> hosts) {
        synchronized (PARTS) {
            return PARTS.computeIfAbsent(name, n -> {
                KeyPair pair = keys();
                Holder holder = new Holder(n, new Oin("00000099000000000001"), hosts);
                return new Identity(pair.getPrivate(), INTERNAL.chain(Purpose.TLS, holder, pair.getPublic()));
            });
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /// Key material of a part of our own.
    static Tls internalTls(String part) {
        return internal(part(part, List.of("localhost")));
    }

    private static Tls internal(Identity identity) {
        return new Tls(
                identity.key(),
                identity.chain(),
                List.of(INTERNAL.root()),
                new Revocation.Checked(INTERNAL.crls(), Clock.systemUTC()));
    }

    OtherManagers.Called called() {
        return new OtherManagers.Called(peer, manager.address());
    }

    /// A call of an operator who may write.
    Reply manage(String method, String path, JsonObject body) throws IOException {
        return call(WRITER, manager.managementPort().orElseThrow(), method, path, body);
    }

    /// What an operator who may read sees.
    Reply look(String path) throws IOException {
        return call(READER, manager.managementPort().orElseThrow(), "GET", path, JsonObject.EMPTY);
    }

    /// A call of an Inway or Outway.
    Reply register(String method, String path, JsonObject body) throws IOException {
        return call(INWAY, manager.registrationPort().orElseThrow(), method, path, body);
    }

    Reply call(String who, int port, String method, String path, JsonObject body) throws IOException {
        HttpClient client = clients.computeIfAbsent(who, name -> client(internal(part(name, List.of()))));
        URI uri = URI.create("https://localhost:" + port + "/v1" + path);
        byte[] bytes = method.equals("GET") || method.equals("DELETE") ? new byte[0] : body.toBytes();
        Headers headers = Headers.of("Content-Type", "application/json");
        return send(client, new HttpClient.Call(method, uri, headers, bytes));
    }

    HttpClient client(Tls tls) {
        return HttpClient.open(
                network, new HttpClient.Config(Optional.of(tls), Duration.ofSeconds(10), Duration.ofSeconds(20)));
    }

    static Reply send(HttpClient client, HttpClient.Call call) throws IOException {
        try (HttpClient.Answer answer = client.send(call)) {
            return new Reply(
                    answer.status(),
                    answer.headers(),
                    new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /// What monitoring sees.
    Reply monitor(String path) throws IOException {
        HttpClient plain = clients.computeIfAbsent(
                "",
                none -> HttpClient.open(
                        network,
                        new HttpClient.Config(Optional.empty(), Duration.ofSeconds(10), Duration.ofSeconds(20))));
        URI uri = URI.create("http://127.0.0.1:" + manager.monitoringPort().orElseThrow() + path);
        return send(plain, new HttpClient.Call("GET", uri, Headers.NONE, new byte[0]));
    }

    /// Until all that can be delivered is.
    void deliver() {
        manager.dispatch();
        contracts.until(() -> !hasDeliveries());
    }

    private boolean hasDeliveries() {
        return manager.operations().undelivered().stream()
                .anyMatch(row ->
                        row.status() == Delivery.Status.PENDING && !row.reason().contains("no address"));
    }

    /// Until these have announced themselves here.
    void knows(Organisation... others) {
        contracts.until(() ->
                Stream.of(others).allMatch(other -> contracts.peer(other.peer).isPresent()));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        clients.values().forEach(HttpClient::close);
        manager.close();
    }
}
