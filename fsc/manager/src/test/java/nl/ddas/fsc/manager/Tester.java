// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Network;
import nl.ddas.basis.Response;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.Jwks;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.SignatureMaker;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.fsc.model.StrictJson;
import nl.ddas.trust.Identity;

/// Plays a Peer against the Manager under test: sends what it likes, and serves its own certificates.
record Tester(PeerId id, HttpServer server, HttpClient client, int target) implements AutoCloseable {

    private static final List<String> ALGORITHMS = List.of("P-256", "P-384", "P-521", "RSA");

    /// An answer of the Manager under test.
    record Reply(int status, Headers headers, String text) {

        JsonObject json() {
            return Tester.json(text);
        }

        /// Status and code, such as `422 INCORRECT_GROUP_ID`; the code of header and body must agree.
        String verdict() {
            String code = json().text("code").orElse("");
            if (!headers.first("Fsc-Error-Code").orElse("").equals(code)) {
                return "header and body differ: " + text;
            }
            return (status + " " + code.replace("ERROR_CODE_", "")).strip();
        }
    }

    /// A JSON object, or the empty one.
    static JsonObject json(String text) {
        return JsonReading.of(text.getBytes(StandardCharsets.UTF_8), StrictJson.LIMITS)
                        instanceof JsonReading.Read(JsonObject object)
                ? object
                : JsonObject.EMPTY;
    }

    static Tester open(Network network, PeerId id, int target) {
        HttpServer server = HttpServer.start(
                network,
                new HttpServer.Config("localhost", 0, Optional.of(Stage.tls(id)), 1_000_000, Duration.ofSeconds(30)),
                request -> {
                    List<List<X509Certificate>> chains = new ArrayList<>();
                    ALGORITHMS.forEach(algorithm ->
                            chains.add(Members.signer(id, algorithm).chain()));
                    return request.path().endsWith("jwks.json")
                            ? Response.of(
                                    200,
                                    Headers.of("Content-Type", "application/json"),
                                    new Jwks(chains).toJson().toBytes())
                            : Response.of(201, Headers.NONE, new byte[0]);
                });
        HttpClient client = HttpClient.open(
                network,
                new HttpClient.Config(Optional.of(Stage.tls(id)), Duration.ofSeconds(10), Duration.ofSeconds(20)));
        return new Tester(id, server, client, target);
    }

    ManagerAddress address() {
        return new ManagerAddress(URI.create("https://localhost:" + server.port()));
    }

    String sign(SignatureType type, ContractContent content) {
        return sign(Members.signer(id), type, content);
    }

    String sign(Identity signer, SignatureType type, ContractContent content) {
        return new SignatureMaker(id, signer)
                .sign(type, content.hash(), Clock.systemUTC().instant().minusSeconds(5))
                .jws();
    }

    Reply submit(ContractContent content) throws IOException {
        return submit(content.tree(), sign(SignatureType.ACCEPT, content));
    }

    Reply submit(JsonObject content, String jws) throws IOException {
        return send("POST", "/v1/contracts", body(content, jws));
    }

    /// A signature by PUT, on the path of its type.
    Reply put(ContractContent content, SignatureType route, String jws) throws IOException {
        return put(content.hash().value(), content, route, jws);
    }

    Reply put(String hash, ContractContent content, SignatureType route, String jws) throws IOException {
        return send(
                "PUT",
                "/v1/contracts/" + URLEncoder.encode(hash, StandardCharsets.UTF_8) + "/" + route.wire(),
                body(content.tree(), jws));
    }

    Reply put(ContractContent content, SignatureType type) throws IOException {
        return put(content, type, sign(type, content));
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

    Reply token(GrantHash grant) throws IOException {
        return form("grant_type=client_credentials&scope=" + URLEncoder.encode(grant.value(), StandardCharsets.UTF_8)
                + "&client_id=" + id);
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
                : Headers.of(ManagerAddress.HEADER, address().toString());
        return send(method, path, body, headers);
    }

    Reply send(String method, String path, byte[] body, Headers headers) throws IOException {
        URI uri = URI.create("https://localhost:" + target + path);
        try (HttpClient.Answer answer = client.send(new HttpClient.Call(method, uri, headers, body))) {
            return new Reply(
                    answer.status(),
                    answer.headers(),
                    new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
