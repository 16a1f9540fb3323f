// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest.fsc;

import static nl.ddas.systemtest.fsc.Peers.A;
import static nl.ddas.systemtest.fsc.Peers.B;
import static nl.ddas.systemtest.fsc.Peers.C;
import static nl.ddas.systemtest.fsc.Peers.D;
import static nl.ddas.systemtest.fsc.Peers.X;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.Jwks;
import nl.ddas.fsc.model.LogRecord;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.TransactionId;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// FSC test suite: what can be looked up at a Manager.
@OnStage
class FscListsTest {

    private final Stage stage;
    private final Drafts drafts;

    FscListsTest(Stage stage) {
        this.stage = stage;
        this.drafts = stage.drafts;
    }

    /// What B sees of a Service.
    private Optional<JsonObject> service(String name) throws IOException {
        return stage.peer(B)
                .get("/services?service_name=" + name)
                .items("services")
                .map(item -> item.object("data").orElseThrow())
                .findFirst();
    }

    /// Publishes, and gives what is listed then.
    private JsonObject published(String name, Grant publication) throws IOException {
        ContractContent content = Drafts.content(publication);
        for (PeerId peer : content.peers()) {
            if (!peer.equals(A)) {
                assertThat(service(name)).isEmpty();
                stage.accept(peer, content);
            }
        }
        JsonObject data = service(name).orElseThrow();
        assertThat(data.object("peer").flatMap(peer -> peer.text("id"))).contains(B.value());
        assertThat(data.object("peer").flatMap(peer -> peer.text("manager_address")))
                .contains(Peers.manager(B).toString());
        assertThat(data.text("name")).contains(name);
        assertThat(data.text("protocol")).contains("PROTOCOL_TCP_HTTP_1.1");
        return data;
    }

    private static Stream<ContractContent> contents(Reply reply) {
        return reply.items("contracts")
                .map(contract -> Drafts.read(contract.object("content").orElseThrow()));
    }

    @Test
    @DisplayName("Manager-Contracts-1")
    @Requirement("Manager-Contracts-1")
    void showsTheContractsOfTheCaller() throws Exception {
        ContractContent content = stage.valid(drafts.connection(B, A));
        assertThat(contents(stage.peer(B).get("/contracts?limit=1000"))).contains(content);
    }

    @Test
    @DisplayName("Manager-Contracts-2")
    @Requirement("Manager-Contracts-2")
    void showsNoContractsOfOthers() throws Exception {
        ContractContent content = stage.valid(drafts.connection(C, A));
        assertThat(contents(stage.peer(C).get("/contracts?limit=1000"))).contains(content);
        assertThat(contents(stage.peer(B).get("/contracts?limit=1000"))).doesNotContain(content);
        assertThat(contents(stage.peer(B).contract(content))).isEmpty();
    }

    @Test
    @DisplayName("Manager-Services-1")
    @Requirement("Manager-Services-1")
    void listsAService() throws Exception {
        JsonObject data = published("gewoon", Drafts.publication("gewoon", Optional.empty()));
        assertThat(data.text("type")).contains("SERVICE_TYPE_SERVICE");
        assertThat(data.members()).doesNotContainKeys("delegator", "properties");
    }

    @Test
    @DisplayName("Manager-Services-2")
    @Requirement("Manager-Services-2")
    void listsADelegatedService() throws Exception {
        JsonObject data = published("namens", Drafts.delegatedPublication("namens", Optional.empty()));
        assertThat(data.text("type")).contains("SERVICE_TYPE_DELEGATED_SERVICE");
        JsonObject delegator = data.object("delegator").orElseThrow();
        assertThat(delegator.text("peer_id")).contains(C.value());
        assertThat(delegator.text("peer_name")).contains("Peer " + C);
    }

    @Test
    @DisplayName("Manager-Services-3")
    @Requirement("Manager-Services-3")
    void listsTheProperties() throws Exception {
        JsonObject data = published("eigenschap", Drafts.publication("eigenschap", Optional.of(Drafts.PROPERTIES)));
        assertThat(data.object("properties")).contains(Drafts.PROPERTIES.members());
    }

    @Test
    @DisplayName("Manager-Services-4")
    @Requirement("Manager-Services-4")
    void listsThePropertiesOfADelegatedService() throws Exception {
        JsonObject data = published("beide", Drafts.delegatedPublication("beide", Optional.of(Drafts.PROPERTIES)));
        assertThat(data.object("properties")).contains(Drafts.PROPERTIES.members());
    }

    @Test
    @DisplayName("Manager-PeerInfo-1")
    @Requirement("Manager-PeerInfo-1")
    void tellsWhoItIs() throws Exception {
        JsonObject peer = stage.peer(B).get("/peer").json();
        assertThat(peer.members()).containsOnlyKeys("peer_id", "peer_name", "fsc_version", "enabled_extensions");
        assertThat(peer.text("peer_id")).contains(A.value());
        assertThat(peer.text("peer_name")).contains("Peer " + A);
    }

    @Test
    @DisplayName("Manager-Peers-1")
    @Requirement("Manager-Peers-1")
    void listsWhoAnnouncedItselfAndWhoIsOnAContract() throws Exception {
        assertThat(stage.peer(B).send("PUT", "/v1/announce", new byte[0]).status())
                .isEqualTo(200);
        ContractContent content = Drafts.content(drafts.connection(D, A));
        assertThat(stage.peer(D).submit(content).verdict()).isEqualTo("201");
        assertThat(stage.peer(C)
                        .get("/peers?peer_id=" + B + "," + D)
                        .items("peers")
                        .map(peer -> peer.text("id").orElse("") + " "
                                + peer.text("manager_address").orElse("")))
                .containsExactlyInAnyOrder(B + " " + Peers.manager(B), D + " " + Peers.manager(D));
    }

    @Test
    @DisplayName("Manager-TransactionLogRecord-1")
    @Requirement("Manager-TransactionLogRecord-1")
    void showsLogRecordsOfTheCallerOnly() throws Exception {
        LogRecord own = record(B);
        stage.journal.append(own).toCompletableFuture().join();
        stage.journal.append(record(C)).toCompletableFuture().join();
        stage.journal.load();
        List<JsonObject> seen =
                stage.peer(B).get("/logs?limit=1000").items("records").toList();
        assertThat(seen).contains(own.toJson());
        assertThat(seen).allSatisfy(record -> assertThat(
                        LogRecord.read(record).orElseThrow().concerns(B))
                .isTrue());
        assertThat(stage.peer(X).get("/logs").items("records")).isEmpty();
    }

    private static LogRecord record(PeerId outway) {
        return new LogRecord(
                TransactionId.create(Peers.CLOCK, new SecureRandom()),
                LogRecord.Direction.INCOMING,
                new GrantHash("$1$3$" + "A".repeat(86)),
                outway,
                Optional.empty(),
                A,
                Optional.empty(),
                Drafts.SERVICE,
                Peers.CLOCK.instant(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    @DisplayName("Manager-Port-1")
    @Requirement("Manager-Port-1")
    void listensOnThePortThatItAnnounces() throws Exception {
        assertThat(Peers.manager(A).port()).isIn(443, 8443);
        assertThat(stage.peer(B).get("/peer").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("Manager-JSONWebKeySet-1")
    @Requirement("Manager-JSONWebKeySet-1")
    void givesTheCertificatesOfItsSignaturesAndTokens() throws Exception {
        ContractContent content = stage.valid(drafts.connection(B, A));
        String accept = stage.peer(B)
                .contract(content)
                .items("contracts")
                .findFirst()
                .flatMap(contract -> contract.object("signatures"))
                .flatMap(signatures -> signatures.object("accept"))
                .flatMap(accepts -> accepts.text(A.value()))
                .orElseThrow();
        String token = stage.peer(B)
                .token(content.grantHashes().getFirst())
                .json()
                .text("access_token")
                .orElseThrow();
        for (String path : List.of("/v1/.well-known/jwks.json", "/.well-known/jwks.json")) {
            Jwks jwks = Jwks.read(stage.peer(B).send("GET", path, new byte[0]).json());
            for (String jws : List.of(accept, token)) {
                CertificateThumbprint signer = Forgery.header(jws)
                        .text("x5t#S256")
                        .flatMap(CertificateThumbprint::read)
                        .orElseThrow();
                assertThat(jwks.chain(signer).orElseThrow())
                        .hasSize(2)
                        .doesNotContain(stage.peers.authority().root());
            }
        }
    }
}
