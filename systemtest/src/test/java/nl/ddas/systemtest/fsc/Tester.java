// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest.fsc;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Network;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.basis.Tls;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.Jwks;
import nl.ddas.fsc.model.JwsAlgorithm;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.SignatureMaker;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.trust.Identity;

/// Plays a Peer against the Manager of A: sends what it likes, and takes whatever it is told.
final class Tester implements AutoCloseable {

    private static final List<String> ALGORITHMS = List.of("P-256", "P-384", "P-521", "RSA");

    private final PeerId id;
    private final Peers peers;
    private final HttpServer server;
    private final HttpClient client;
    private final PeerId target;
    private volatile TokenDesk tokens = form -> Response.of(400, Headers.NONE, new byte[0]);

    Tester(Network network, Peers peers, PeerId id) {
        this.id = id;
        this.peers = peers;
        this.server = HttpServer.start(
                network,
                new HttpServer.Config(
                        Peers.managerHost(id),
                        Peers.PORT,
                        Optional.of(peers.connections(id)),
                        1_000_000,
                        Duration.ofSeconds(30)),
                this::answer);
        this.client = client(network, peers.connections(id));
        this.target = Peers.A;
    }

    private Tester(Tester same, PeerId target) {
        this.id = same.id;
        this.peers = same.peers;
        this.server = same.server;
        this.client = same.client;
        this.target = target;
    }

    /// The same Peer, talking to the Manager of another.
    Tester at(PeerId other) {
        return new Tester(this, other);
    }

    static HttpClient client(Network network, Tls tls) {
        return HttpClient.open(
                network, new HttpClient.Config(Optional.of(tls), Duration.ofSeconds(10), Duration.ofSeconds(20)));
    }

    private Response answer(Request request) throws IOException {
        if (request.path().equals("/v1/token")) {
            String form = new String(request.body().readAllBytes(), StandardCharsets.UTF_8);
            return tokens.answer(form);
        }
        if (!request.path().endsWith("jwks.json")) {
            return Response.of(201, Headers.NONE, new byte[0]);
        }
        List<List<X509Certificate>> chains = ALGORITHMS.stream()
                .map(algorithm -> peers.signer(id, algorithm).chain())
                .toList();
        return Response.of(
                200,
                Headers.of("Content-Type", "application/json"),
                new Jwks(chains).toJson().toBytes());
    }

    /// What this Peer answers when it is asked for a token.
    interface TokenDesk {
        Response answer(String form);
    }

    void tokens(TokenDesk desk) {
        tokens = desk;
    }

    PeerId id() {
        return id;
    }

    String sign(SignatureType type, ContractContent content) {
        return sign(peers.signer(id), JwsAlgorithm.ES256, type, content);
    }

    /// Signs with a key of this kind.
    String sign(JwsAlgorithm algorithm, SignatureType type, ContractContent content) {
        String key =
                switch (algorithm) {
                    case RS256, RS384, RS512 -> "RSA";
                    case ES256 -> "P-256";
                    case ES384 -> "P-384";
                    case ES512 -> "P-521";
                };
        return sign(peers.signer(id, key), algorithm, type, content);
    }

    private String sign(Identity signer, JwsAlgorithm algorithm, SignatureType type, ContractContent content) {
        return new SignatureMaker(id, signer)
                .sign(algorithm, type, content.hash(), Peers.CLOCK.instant().minusSeconds(5))
                .jws();
    }

    Reply submit(ContractContent content) throws IOException {
        return submit(content.tree(), sign(SignatureType.ACCEPT, content));
    }

    Reply submit(JsonObject content, String jws) throws IOException {
        return send("POST", "/v1/contracts", body(content, jws));
    }

    Reply put(ContractContent content, SignatureType type) throws IOException {
        return put(content, type, sign(type, content));
    }

    /// A signature by PUT, on the path of this type.
    Reply put(ContractContent content, SignatureType route, String jws) throws IOException {
        return put(content.hash().value(), content, route, jws);
    }

    Reply put(String hash, ContractContent content, SignatureType route, String jws) throws IOException {
        return send("PUT", "/v1/contracts/" + encode(hash) + "/" + route.wire(), body(content.tree(), jws));
    }

    private static byte[] body(JsonObject content, String jws) {
        return JsonObject.EMPTY
                .with("contract_content", content)
                .with("signature", jws)
                .toBytes();
    }

    Reply get(String path) throws IOException {
        return send("GET", "/v1" + path, new byte[0]);
    }

    /// What this Peer sees of the contract with this content.
    Reply contract(ContractContent content) throws IOException {
        return get("/contracts?grant_hash="
                + encode(content.grantHashes().getFirst().value()));
    }

    Reply token(GrantHash grant) throws IOException {
        return form("grant_type=client_credentials&scope=" + encode(grant.value()) + "&client_id=" + id);
    }

    Reply form(String form) throws IOException {
        return send(
                "POST",
                "/v1/token",
                form.getBytes(StandardCharsets.UTF_8),
                Headers.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    Reply send(String method, String path, byte[] body) throws IOException {
        Headers headers = method.equals("GET")
                ? Headers.NONE
                : Headers.of(ManagerAddress.HEADER, Peers.manager(id).toString());
        return send(method, path, body, headers);
    }

    private Reply send(String method, String path, byte[] body, Headers headers) throws IOException {
        return call(client, new HttpClient.Call(method, URI.create(Peers.manager(target) + path), headers, body));
    }

    static Reply call(HttpClient client, HttpClient.Call call) throws IOException {
        try (HttpClient.Answer answer = client.send(call)) {
            return new Reply(
                    answer.status(),
                    answer.headers(),
                    new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
