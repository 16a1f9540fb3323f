// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest.fsc;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Network;
import nl.ddas.fsc.model.OutwayIdentification;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Environment;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;

/// A Peer whose components are processes of their own, with addresses of its own; operated as a portal would do it.
final class Member implements AutoCloseable {

    private static final String OPERATOR = "Jan Jansen";

    final PeerId id;
    private final Path folder;
    private final Path group;
    private final Party party;
    private final HttpClient operator;

    Member(Network network, PeerId id, Path folder, Path group) throws IOException {
        this.id = id;
        this.folder = Files.createDirectories(folder);
        this.group = group;
        this.party = authority(group).party("Peer " + id, new Oin(id.value()), hosts());
        AuthorityFolder internal = authority(folder.resolve("intern"));
        Party own = internal.party(OPERATOR, new Oin(id.value()), List.of());
        this.operator = Tester.client(network, internal.tls(own));
    }

    private static AuthorityFolder authority(Path folder) throws IOException {
        return AuthorityFolder.open(folder, Environment.DEMO, new KeyMaker(2048, new SecureRandom()), Peers.CLOCK);
    }

    private List<String> hosts() {
        return List.of(Peers.managerHost(id), Peers.inwayHost(id));
    }

    /// Where its client listens: the Outway.
    URI outway() {
        return URI.create("http://" + Peers.managerHost(id) + ":8082");
    }

    private List<String> common() {
        return new ArrayList<>(List.of(
                "group: " + Peers.GROUP.id(),
                "oin: \"" + id + "\"",
                "partij: Peer " + id,
                "hosts: " + String.join(",", hosts()),
                "vertrouwen-map: " + group,
                "intern-map: " + folder.resolve("intern")));
    }

    /// @param host where others reach the Manager
    /// @param directories where it announces itself; it is one when there are none
    Program manager(String host, List<PeerId> directories) throws IOException {
        List<String> lines = common();
        lines.addAll(List.of(
                "host: " + Peers.managerHost(id),
                "address: https://" + host + ":8443",
                "internal-port: 9443",
                "management-port: 9444",
                "operators: [{name: " + OPERATOR + ", role: write}]",
                "local-peers: true",
                "directory: " + directories.isEmpty(),
                "database-folder: " + folder.resolve("database")));
        if (!directories.isEmpty()) {
            lines.add("directories:");
        }
        directories.forEach(directory ->
                lines.add("  - {peer-id: \"" + directory + "\", address: \"" + Peers.manager(directory) + "\"}"));
        return start("manager", lines);
    }

    Program inway(String service, URI endpoint) throws IOException {
        List<String> lines = gateway();
        lines.addAll(List.of(
                "host: " + Peers.inwayHost(id),
                "self: " + Peers.inway(id),
                "log-folder: " + log(),
                "services: [{name: " + service + ", endpoint: \"" + endpoint + "\"}]"));
        return start("inway", lines);
    }

    /// Where the Inway writes its transaction log.
    Path log() {
        return folder.resolve("inway-log");
    }

    Program startOutway() throws IOException {
        List<String> lines = gateway();
        lines.addAll(List.of("host: " + Peers.managerHost(id), "log-folder: " + outwayLog()));
        return start("outway", lines);
    }

    /// Where the Outway writes its transaction log.
    Path outwayLog() {
        return folder.resolve("outway-log");
    }

    /// From now on the certificate by which its components connect is on the list of the Group.
    void revoke() throws IOException {
        authority(group).revoke(party.tls().leaf().getSerialNumber());
    }

    private List<String> gateway() {
        List<String> lines = common();
        lines.add("manager: https://" + Peers.managerHost(id) + ":9443");
        lines.add("manager-cache: 0s");
        lines.add("round: 200ms");
        return lines;
    }

    private Program start(String part, List<String> lines) throws IOException {
        return Program.start(part, Files.write(folder.resolve(part + ".yaml"), lines));
    }

    /// Proposes to use a Service, with its own TLS key.
    ///
    /// @return the contract
    JsonObject propose(PeerId provider, String service) throws IOException {
        String key =
                OutwayIdentification.PublicKeyThumbprint.of(party.tls().leaf()).hex();
        JsonObject grant = JsonObject.EMPTY
                .with("type", "connection")
                .with("serviceName", service)
                .with("servicePeerId", provider.value())
                .with("publicKeyThumbprint", key);
        String end = Peers.CLOCK.instant().plus(Duration.ofDays(1)).toString();
        return ask(
                "POST",
                "/contracts",
                JsonObject.EMPTY.with("notAfter", end).with("grants", new JsonArray(List.of(grant))));
    }

    void accept(String contract) throws IOException {
        JsonObject _ = ask(
                "POST",
                "/contracts/" + Tester.encode(contract) + "/signatures",
                JsonObject.EMPTY.with("type", "accept"));
    }

    /// A contract as this Peer has it; nothing when it does not.
    Optional<JsonObject> contract(String hash) throws IOException {
        Reply reply = call("GET", "/contracts/" + Tester.encode(hash), new byte[0]);
        return reply.status() == 200 ? Optional.of(reply.json()) : Optional.empty();
    }

    String state(String hash) throws IOException {
        return contract(hash).flatMap(contract -> contract.text("state")).orElse("nothing");
    }

    private JsonObject ask(String method, String path, JsonObject body) throws IOException {
        Reply reply = call(method, path, body.toBytes());
        if (reply.status() / 100 != 2) {
            throw new AssertionError(path + ": " + reply.status() + " " + reply.text());
        }
        return reply.json();
    }

    private Reply call(String method, String path, byte[] body) throws IOException {
        URI uri = URI.create("https://" + Peers.managerHost(id) + ":9444/v1" + path);
        Headers headers = Headers.of("Content-Type", "application/json");
        return Tester.call(operator, new HttpClient.Call(method, uri, headers, body));
    }

    @Override
    public void close() {
        operator.close();
    }
}
