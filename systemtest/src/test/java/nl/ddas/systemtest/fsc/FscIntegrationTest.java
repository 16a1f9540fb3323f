// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest.fsc;

import static nl.ddas.systemtest.fsc.Peers.A;
import static nl.ddas.systemtest.fsc.Peers.C;
import static nl.ddas.systemtest.fsc.Peers.D;
import static nl.ddas.systemtest.fsc.Peers.E;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.fsc.gateway.InwayServer;
import nl.ddas.fsc.gateway.OutwayServer;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.ContractState;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.fsc.model.ServiceOffer;
import nl.ddas.fsc.model.ServiceRef;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// FSC test suite: a request from a client of E to a Service of A, through real components of both.
@OnStage
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FscIntegrationTest {

    private static final String NAME = "integratie";

    private final Stage stage;
    private final HttpClient client;
    private final Node consumer;
    private final InwayServer inway;
    private final OutwayServer outway;

    FscIntegrationTest(Stage stage, @TempDir Path folder) throws IOException {
        this.stage = stage;
        this.client = HttpClient.open(
                stage.network, new HttpClient.Config(Optional.empty(), Duration.ofSeconds(10), Duration.ofSeconds(20)));
        this.consumer = new Node(stage.network, stage.peers, E, folder, Map.of(), List.of(A));
        this.inway = stage.node.inway(NAME, stage.service.uri(), Peers.secondInway(A));
        this.outway = consumer.outway();
        for (PeerId delegator : List.of(C, D)) {
            assertThat(stage.peer(delegator)
                            .send("PUT", "/v1/announce", new byte[0])
                            .status())
                    .isEqualTo(200);
        }
        stage.service.seen.clear();
    }

    @AfterAll
    void close() {
        outway.close();
        inway.close();
        consumer.close();
        client.close();
    }

    /// E proposes, the delegators and A accept; both Managers hold it for valid in the end.
    private GrantHash valid(Grant grant) throws IOException {
        ContractContent content = consumer.propose(grant);
        Until.holds(
                "A has the contract",
                () -> stage.operations().find(content.hash()).isPresent());
        for (PeerId peer : content.peers()) {
            if (!peer.equals(A) && !peer.equals(E)) {
                stage.accept(peer, content);
                assertThat(stage.peer(peer)
                                .at(E)
                                .put(content, SignatureType.ACCEPT)
                                .verdict())
                        .isEqualTo("201");
            }
        }
        stage.node.accept(content);
        Until.holds("E has the contract", () -> consumer.state(content) == ContractState.VALID);
        return content.grantHashes().getFirst();
    }

    private Reply send(GrantHash grant) throws IOException {
        URI uri = URI.create("http://127.0.0.1:" + outway.port() + "/pad?x=1");
        return Tester.call(
                client, new HttpClient.Call("GET", uri, Headers.of("Fsc-Grant-Hash", grant.value()), new byte[0]));
    }

    private void served(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.headers().first("X-From")).contains("service");
        assertThat(stage.service.seen.getLast().path()).isEqualTo("/pad?x=1");
        assertThat(stage.service.seen.getLast().header("Fsc-Transaction-Id"))
                .isEqualTo(reply.headers().first("Fsc-Transaction-Id").orElseThrow());
    }

    @Test
    @DisplayName("Integration-ConsumeService-1")
    @Requirement("Integration-ConsumeService-1")
    void aServiceIsUsed() throws Exception {
        served(send(valid(stage.drafts.connection(E, service(), Optional.empty()))));
    }

    @Test
    @DisplayName("Integration-ConsumeService-2")
    @Requirement("Integration-ConsumeService-2")
    void withoutContractTheOutwayRefuses() throws Exception {
        Reply reply = send(new GrantHash("$1$3$" + "A".repeat(86)));
        assertThat(reply.verdict()).isEqualTo("400 UNKNOWN_GRANT_HASH_IN_HEADER");
        assertThat(reply.json().text("domain")).contains("ERROR_DOMAIN_OUTWAY");
    }

    @Test
    @DisplayName("Integration-ConsumeServiceAsDelegatee-1")
    @Requirement("Integration-ConsumeServiceAsDelegatee-1")
    void aServiceIsUsedOnBehalfOfAnother() throws Exception {
        served(send(valid(stage.drafts.delegated(E, service(), C, Optional.empty()))));
    }

    @Test
    @DisplayName("Integration-ConsumeDelegatedService-1")
    @Requirement("Integration-ConsumeDelegatedService-1")
    void aServiceThatIsOfferedOnBehalfOfAnotherIsUsed() throws Exception {
        publish();
        served(send(valid(stage.drafts.connection(E, delegatedService(), Optional.empty()))));
    }

    @Test
    @DisplayName("Integration-ConsumeDelegatedService-2")
    @Requirement("Integration-ConsumeDelegatedService-2")
    void bothOnBehalfOfAnother() throws Exception {
        publish();
        served(send(valid(stage.drafts.delegated(E, delegatedService(), C, Optional.empty()))));
    }

    private static ServiceRef service() {
        return new ServiceRef.Plain(A, NAME);
    }

    private static ServiceRef delegatedService() {
        return new ServiceRef.Delegated(A, NAME, D);
    }

    /// A publishes its Service on behalf of D, in the Directory that it is itself.
    private void publish() throws IOException {
        ContractContent content = stage.proposed(new Grant.DelegatedServicePublication(
                A, new ServiceOffer(A, NAME, Protocol.HTTP_1_1), D, Optional.empty()));
        stage.accept(D, content);
        assertThat(stage.state(content)).isEqualTo(ContractState.VALID);
    }

    @Test
    @DisplayName("Integration-TransactionLog-1")
    @Requirement("Integration-TransactionLog-1")
    void bothSidesHaveTheRequestUnderOneTransactionId() throws Exception {
        GrantHash grant = valid(stage.drafts.delegated(E, service(), C, Optional.empty()));
        String transaction = send(grant).headers().first("Fsc-Transaction-Id").orElseThrow();
        Tester c = stage.peer(C);
        String query = "/logs?transaction_ids=" + transaction;
        Until.holds(
                "both have written it",
                () -> c.get(query).items("records").count() == 1
                        && c.at(E).get(query).items("records").count() == 1);
        assertThat(c.get(query).items("records").findFirst().orElseThrow().text("direction"))
                .contains("DIRECTION_INCOMING");
        assertThat(c.at(E).get(query).items("records").findFirst().orElseThrow().text("direction"))
                .contains("DIRECTION_OUTGOING");
    }
}
