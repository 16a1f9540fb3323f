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
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Response;
import nl.ddas.fsc.gateway.Grants;
import nl.ddas.fsc.gateway.Outway;
import nl.ddas.fsc.model.AccessToken;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.fsc.model.ServiceRef;
import nl.ddas.fsc.model.TokenMaker;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// FSC test suite: requests at the Outway of A; B plays Manager and Inway of the provider.
@OnStage
class FscOutwayTest {

    private final Stage stage;
    private final HttpClient client;
    private final Outway outway;
    private final Echo inway;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    FscOutwayTest(Stage stage) {
        this.stage = stage;
        this.client = HttpClient.open(
                stage.network, new HttpClient.Config(Optional.empty(), Duration.ofSeconds(10), Duration.ofSeconds(20)));
        this.outway = stage.outway(this::route);
        this.inway = Echo.secured(stage.network, Peers.inwayHost(B), stage.peers.connections(B));
    }

    @AfterEach
    void close() {
        outway.close();
        inway.close();
        client.close();
    }

    /// A route under a contract that the Manager of A holds for valid.
    private CompletionStage<Optional<Grants.Route>> route(Grants.Wanted wanted) {
        return CompletableFuture.completedFuture(
                switch (wanted) {
                    case Grants.Wanted.ByHash(GrantHash grant) ->
                        stage.usable(grant)
                                .flatMap(Grant::connection)
                                .map(connection ->
                                        new Grants.Route(grant, connection, Peers.manager(B), Protocol.HTTP_1_1));
                    case Grants.Wanted.ByService _ -> Optional.empty();
                });
    }

    /// B offers a Service; A may use it.
    private GrantHash grant(Grant grant) throws IOException {
        ContractContent content = stage.proposed(grant);
        for (PeerId peer : content.peers()) {
            if (!peer.equals(A)) {
                stage.accept(peer, content);
            }
        }
        return content.grantHashes().getFirst();
    }

    private GrantHash grant() throws IOException {
        return grant(stage.drafts.connection(A, B));
    }

    /// B gives tokens for its Inway at this address.
    private void tokens(GrantHash grant, URI audience, Optional<PeerId> delegator, Optional<PeerId> publisher) {
        stage.peer(B).tokens(form -> {
            asked.add(form);
            Instant now = Peers.CLOCK.instant();
            AccessToken token = new AccessToken(
                    grant,
                    Peers.GROUP.id(),
                    A,
                    B,
                    Drafts.SERVICE,
                    audience,
                    now,
                    now.plusSeconds(300),
                    CertificateThumbprint.of(stage.peers.tls(A).leaf()),
                    delegator,
                    publisher,
                    Optional.empty(),
                    JsonObject.EMPTY);
            return json(
                    200,
                    JsonObject.EMPTY
                            .with("access_token", new TokenMaker(stage.peers.signer(B)).make(token))
                            .with("token_type", "bearer"));
        });
    }

    private void tokens(GrantHash grant) {
        tokens(grant, Peers.inway(B), Optional.empty(), Optional.empty());
    }

    private static Response json(int status, JsonObject body) {
        return Response.of(status, Headers.of("Content-Type", "application/json"), body.toBytes());
    }

    private Reply send(GrantHash grant) throws IOException {
        byte[] body = "lichaam".getBytes(StandardCharsets.UTF_8);
        URI uri = URI.create("http://127.0.0.1:" + outway.port() + "/a%2Fb//c?d=%20&e");
        return Tester.call(
                client,
                new HttpClient.Call("POST", uri, Headers.of("Fsc-Grant-Hash", grant.value(), "X-Own", "1"), body));
    }

    private static String transaction(Reply reply) {
        return reply.headers().first("Fsc-Transaction-Id").orElseThrow();
    }

    /// Refused by the Outway itself; the Inway has not heard of it.
    private void refused(Reply reply, String verdict) {
        assertThat(reply.verdict()).isEqualTo(verdict);
        assertThat(reply.json().text("domain")).contains("ERROR_DOMAIN_OUTWAY");
        assertThat(inway.seen).isEmpty();
    }

    @Test
    @DisplayName("Outway-IncomingRequest-1")
    @Requirement("Outway-IncomingRequest-1")
    void passesOnARequestUnderAGrant() throws Exception {
        GrantHash grant = grant();
        tokens(grant);
        Reply reply = send(grant);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo("lichaam");
        assertThat(reply.headers().first("X-From")).contains("service");
        Echo.Seen seen = inway.seen.getFirst();
        assertThat(seen.method()).isEqualTo("POST");
        assertThat(seen.path()).isEqualTo("/a%2Fb//c?d=%20&e");
        assertThat(seen.body()).isEqualTo("lichaam");
        assertThat(seen.header("X-Own")).isEqualTo("1");
        assertThat(Forgery.claims(seen.header("Fsc-Authorization").replace("Bearer ", ""))
                        .text("gth"))
                .contains(grant.value());
        assertThat(asked)
                .containsExactly(
                        "grant_type=client_credentials&scope=" + Tester.encode(grant.value()) + "&client_id=" + A);
    }

    @Test
    @DisplayName("Outway-IncomingRequest-2")
    @Requirement("Outway-IncomingRequest-2")
    void refusesARequestWithoutContractOrToken() throws Exception {
        refused(send(new GrantHash("$1$3$" + "A".repeat(86))), "400 UNKNOWN_GRANT_HASH_IN_HEADER");
        ContractContent proposed = stage.proposed(stage.drafts.connection(A, B));
        refused(send(proposed.grantHashes().getFirst()), "400 UNKNOWN_GRANT_HASH_IN_HEADER");
        stage.peer(B).tokens(form -> json(400, JsonObject.EMPTY.with("error", "invalid_grant")));
        refused(send(grant()), "403 ACCESS_TOKEN_REFUSED");
    }

    @Test
    @DisplayName("Outway-IncomingRequest-3")
    @Requirement("Outway-IncomingRequest-3")
    void tellsThatTheInwayCannotBeReached() throws Exception {
        GrantHash grant = grant();
        tokens(grant, Peers.inway(X), Optional.empty(), Optional.empty());
        refused(send(grant), "502 INWAY_UNREACHABLE");
    }

    @Test
    @DisplayName("Outway-TransactionLog-1")
    @Requirement("Outway-TransactionLog-1")
    void writesTheRecordBeforeTheInwayHasTheRequest() throws Exception {
        GrantHash grant = grant();
        tokens(grant);
        Echo.Gate gate = inway.hold();
        CompletableFuture<Reply> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return send(grant);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        gate.awaitArrival();
        String transaction = inway.seen.getFirst().header("Fsc-Transaction-Id");
        JsonObject record = stage.logged(B, transaction);
        assertThat(answer).isNotDone();
        gate.open().countDown();

        assertThat(record.text("direction")).contains("DIRECTION_OUTGOING");
        assertThat(record.text("grant_hash")).contains(grant.value());
        assertThat(answer.join().status()).isEqualTo(200);
    }

    @Test
    @DisplayName("Outway-TransactionLog-2")
    @Requirement("Outway-TransactionLog-2")
    void givesInwayAndClientOneTransactionId() throws Exception {
        GrantHash grant = grant();
        tokens(grant);
        Reply reply = send(grant);
        assertThat(inway.seen.getFirst().header("Fsc-Transaction-Id")).isEqualTo(transaction(reply));
        assertThat(stage.logged(B, transaction(reply)).text("transaction_id")).contains(transaction(reply));
    }

    @Test
    @DisplayName("Outway-TransactionLog-3")
    @Requirement("Outway-TransactionLog-3")
    void writesDownOnWhoseBehalfItConnects() throws Exception {
        GrantHash grant =
                grant(stage.drafts.delegated(A, new ServiceRef.Plain(B, Drafts.SERVICE), C, Optional.empty()));
        tokens(grant, Peers.inway(B), Optional.of(C), Optional.empty());
        JsonObject source =
                stage.logged(B, transaction(send(grant))).object("source").orElseThrow();
        assertThat(source.text("type")).contains("SOURCE_TYPE_DELEGATED_SOURCE");
        assertThat(source.text("outway_peer_id")).contains(A.value());
        assertThat(source.text("delegator_peer_id")).contains(C.value());
    }

    @Test
    @DisplayName("Outway-TransactionLog-4")
    @Requirement("Outway-TransactionLog-4")
    void writesDownOnWhoseBehalfTheServiceIsOffered() throws Exception {
        GrantHash grant =
                grant(stage.drafts.connection(A, new ServiceRef.Delegated(B, Drafts.SERVICE, D), Optional.empty()));
        tokens(grant, Peers.inway(B), Optional.empty(), Optional.of(D));
        JsonObject destination =
                stage.logged(B, transaction(send(grant))).object("destination").orElseThrow();
        assertThat(destination.text("type")).contains("DESTINATION_TYPE_DELEGATED_DESTINATION");
        assertThat(destination.text("service_peer_id")).contains(B.value());
        assertThat(destination.text("delegator_peer_id")).contains(D.value());
    }

    @Test
    @DisplayName("Outway-TransactionLog-5")
    @Requirement("Outway-TransactionLog-5")
    void sendsNothingWhenTheLogIsDown() throws Exception {
        GrantHash grant = grant();
        tokens(grant);
        stage.journal.down();
        try {
            refused(send(grant), "500 TRANSACTION_LOG_WRITE_ERROR");
        } finally {
            stage.journal.up();
        }
    }
}
