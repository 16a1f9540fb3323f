// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest.fsc;

import static nl.ddas.systemtest.fsc.Peers.A;
import static nl.ddas.systemtest.fsc.Peers.B;
import static nl.ddas.systemtest.fsc.Peers.C;
import static nl.ddas.systemtest.fsc.Peers.D;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.AccessToken;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.TokenMaker;
import nl.ddas.fsc.model.TransactionId;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// FSC test suite: requests at the Inway, with tokens of its own Manager.
@OnStage
class FscInwayTest {

    private final Stage stage;
    private final String transaction =
            TransactionId.create(Peers.CLOCK, new SecureRandom()).value();
    private final HttpClient client;

    FscInwayTest(Stage stage) {
        this.stage = stage;
        this.client = Tester.client(stage.network, stage.peers.connections(B));
    }

    @BeforeEach
    void forget() {
        stage.service.seen.clear();
    }

    @AfterEach
    void close() {
        client.close();
    }

    /// The token that B gets from the Manager of A.
    private String token(Grant grant) throws IOException {
        return stage.peer(B)
                .token(stage.valid(grant).grantHashes().getFirst())
                .json()
                .text("access_token")
                .orElseThrow();
    }

    private String token() throws IOException {
        return token(stage.drafts.connection(B, A));
    }

    private static Reply send(HttpClient from, Headers headers) throws IOException {
        return Tester.call(
                from, new HttpClient.Call("GET", URI.create(Peers.inway(A) + "/a?b=c"), headers, new byte[0]));
    }

    private Headers headers(String token) {
        return Headers.of("Fsc-Authorization", "Bearer " + token, "Fsc-Transaction-Id", transaction);
    }

    /// Refused by the Inway itself; the Service has not heard of it.
    private void refused(Reply reply, String verdict) {
        assertThat(reply.verdict()).isEqualTo(verdict);
        assertThat(reply.json().text("domain")).contains("ERROR_DOMAIN_INWAY");
        assertThat(reply.headers().first("WWW-Authenticate"))
                .isEqualTo(reply.status() == 401 ? Optional.of("Bearer") : Optional.empty());
        assertThat(stage.service.seen).isEmpty();
    }

    @Test
    @DisplayName("Inway-Incoming-Request-1")
    @Requirement("Inway-Incoming-Request-1")
    void passesOnARequestWithAGoodToken() throws Exception {
        Reply reply = send(client, headers(token()));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers().first("X-From")).contains("service");
        assertThat(reply.headers().first("Fsc-Error-Code")).isEmpty();
        assertThat(stage.service.seen).hasSize(1);
        assertThat(stage.service.seen.getFirst().path()).isEqualTo("/a?b=c");
    }

    @Test
    @DisplayName("Inway-Incoming-Request-2")
    @Requirement("Inway-Incoming-Request-2")
    void refusesARequestWithoutToken() throws Exception {
        Reply reply = send(client, Headers.of("Fsc-Transaction-Id", transaction));
        refused(reply, "401 ACCESS_TOKEN_MISSING");
    }

    @Test
    @DisplayName("Inway-Incoming-Request-3")
    @Requirement("Inway-Incoming-Request-3")
    void refusesATokenThatIsBoundToAnotherCertificate() throws Exception {
        try (HttpClient other =
                Tester.client(stage.network, stage.peers.connections(stage.peers.otherTls(B, "other")))) {
            refused(send(other, headers(token())), "401 ACCESS_TOKEN_INVALID");
        }
    }

    @Test
    @DisplayName("Inway-Incoming-Request-4")
    @Requirement("Inway-Incoming-Request-4")
    void hasNoConnectionWithACertificateOfAnotherAuthority() throws Exception {
        String token = token();
        try (HttpClient foreign = Tester.client(stage.network, stage.peers.connections(new Peers().tls(B)))) {
            assertThatThrownBy(() -> send(foreign, headers(token))).isInstanceOf(IOException.class);
        }
        assertThat(stage.service.seen).isEmpty();
    }

    @Test
    @DisplayName("Inway-Incoming-Request-5")
    @Requirement("Inway-Incoming-Request-5")
    void showsTheServiceTheToken() throws Exception {
        String token = token();
        assertThat(send(client, headers(token)).status()).isEqualTo(200);
        assertThat(stage.service.seen.getFirst().header("Fsc-Authorization")).isEqualTo("Bearer " + token);
    }

    @Test
    @DisplayName("Inway-Incoming-Request-6")
    @Requirement("Inway-Incoming-Request-6")
    void refusesAnExpiredToken() throws Exception {
        GrantHash grant =
                stage.valid(stage.drafts.connection(B, A)).grantHashes().getFirst();
        Instant now = Peers.CLOCK.instant();
        AccessToken old = new AccessToken(
                grant,
                Peers.GROUP.id(),
                B,
                A,
                Drafts.SERVICE,
                Peers.inway(A),
                now.minusSeconds(600),
                now.minusSeconds(300),
                CertificateThumbprint.of(stage.peers.tls(B).leaf()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                JsonObject.EMPTY);
        String token = new TokenMaker(stage.peers.signer(A, "RSA")).make(old);
        refused(send(client, headers(token)), "401 ACCESS_TOKEN_EXPIRED");
    }

    @Test
    @DisplayName("Inway-TransactionLog-1")
    @Requirement("Inway-TransactionLog-1")
    void writesTheRecordBeforeTheServiceIsReady() throws Exception {
        String token = token();
        Echo.Gate gate = stage.service.hold();
        CompletableFuture<Reply> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return send(client, headers(token));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        gate.awaitArrival();
        JsonObject record = stage.logged(B, transaction);
        assertThat(answer).isNotDone();
        gate.open().countDown();

        assertThat(record.text("direction")).contains("DIRECTION_INCOMING");
        assertThat(record.text("service_name")).contains(Drafts.SERVICE);
        assertThat(record.object("source").flatMap(source -> source.text("outway_peer_id")))
                .contains(B.value());
        assertThat(record.object("destination").flatMap(there -> there.text("service_peer_id")))
                .contains(A.value());
        assertThat(answer.join().status()).isEqualTo(200);
    }

    @Test
    @DisplayName("Inway-TransactionLog-2")
    @Requirement("Inway-TransactionLog-2")
    void showsTheServiceTheTransactionId() throws Exception {
        assertThat(send(client, headers(token())).status()).isEqualTo(200);
        assertThat(stage.service.seen.getFirst().header("Fsc-Transaction-Id")).isEqualTo(transaction);
    }

    @Test
    @DisplayName("Inway-TransactionLog-3")
    @Requirement("Inway-TransactionLog-3")
    void refusesARequestWithoutTransactionId() throws Exception {
        Reply reply = send(client, Headers.of("Fsc-Authorization", "Bearer " + token()));
        refused(reply, "400 MISSING_LOG_RECORD_ID");
    }

    @Test
    @DisplayName("Inway-TransactionLog-4")
    @Requirement("Inway-TransactionLog-4")
    void writesDownOnWhoseBehalfTheRequestIsMade() throws Exception {
        String token = token(stage.drafts.delegated(B, Drafts.service(), C, Optional.empty()));
        assertThat(send(client, headers(token)).status()).isEqualTo(200);
        JsonObject source = stage.logged(B, transaction).object("source").orElseThrow();
        assertThat(source.text("type")).contains("SOURCE_TYPE_DELEGATED_SOURCE");
        assertThat(source.text("outway_peer_id")).contains(B.value());
        assertThat(source.text("delegator_peer_id")).contains(C.value());
        assertThat(stage.logged(C, transaction).object("source")).contains(source);
    }

    @Test
    @DisplayName("Inway-TransactionLog-5")
    @Requirement("Inway-TransactionLog-5")
    void writesDownOnWhoseBehalfTheServiceIsOffered() throws Exception {
        String token = token(stage.drafts.connection(B, Drafts.delegatedService(), Optional.empty()));
        assertThat(send(client, headers(token)).status()).isEqualTo(200);
        JsonObject destination =
                stage.logged(B, transaction).object("destination").orElseThrow();
        assertThat(destination.text("type")).contains("DESTINATION_TYPE_DELEGATED_DESTINATION");
        assertThat(destination.text("service_peer_id")).contains(A.value());
        assertThat(destination.text("delegator_peer_id")).contains(D.value());
    }

    @Test
    @DisplayName("Inway-TransactionLog-6")
    @Requirement("Inway-TransactionLog-6")
    void passesNothingOnWhenTheLogIsDown() throws Exception {
        String token = token();
        stage.journal.down();
        try {
            refused(send(client, headers(token)), "500 TRANSACTION_LOG_WRITE_ERROR");
        } finally {
            stage.journal.up();
        }
    }

    @Test
    @DisplayName("Inway-Port-1")
    @Requirement("Inway-Port-1")
    void listensOnAPortOfTheGroup() throws Exception {
        assertThat(Peers.inway(A).getPort()).isIn(443, 8443);
        assertThat(Forgery.claims(token()).text("aud")).contains(Peers.inway(A).toString());
        assertThat(send(client, Headers.NONE).json().text("domain")).contains("ERROR_DOMAIN_INWAY");
    }
}
