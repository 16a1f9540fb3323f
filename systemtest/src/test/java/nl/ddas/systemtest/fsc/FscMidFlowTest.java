// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest.fsc;

import static nl.ddas.systemtest.fsc.Peers.A;
import static nl.ddas.systemtest.fsc.Peers.B;
import static nl.ddas.systemtest.fsc.Peers.C;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.AccessToken;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.TokenMaker;
import nl.ddas.fsc.model.TransactionId;
import nl.ddas.trust.Identity;
import org.junit.jupiter.api.Test;

/// What changes while contracts and requests are on their way.
@OnStage
class FscMidFlowTest {

    private final Stage stage;

    FscMidFlowTest(Stage stage) {
        this.stage = stage;
        stage.service.seen.clear();
    }

    /// A token of A for B, bound to this certificate of B.
    private String token(Identity bound, Instant until) {
        AccessToken claims = new AccessToken(
                new GrantHash("$1$3$" + "A".repeat(86)),
                Peers.GROUP.id(),
                B,
                A,
                Drafts.SERVICE,
                Peers.inway(A),
                until.minusSeconds(600),
                until,
                CertificateThumbprint.of(bound.leaf()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                JsonObject.EMPTY);
        return new TokenMaker(stage.peers.signer(A, "RSA")).make(claims);
    }

    private static Reply send(HttpClient client, String token) throws IOException {
        Headers headers = Headers.of(
                "Fsc-Authorization",
                "Bearer " + token,
                TransactionId.HEADER,
                TransactionId.create(Peers.CLOCK, new SecureRandom()).value());
        return Tester.call(client, new HttpClient.Call("GET", URI.create(Peers.inway(A) + "/"), headers, new byte[0]));
    }

    private static <T> CompletableFuture<T> beside(Call<T> call) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return call.run();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    /// Something on another thread.
    private interface Call<T> {
        T run() throws IOException;
    }

    @Test
    void aTokenThatExpiresDuringARequestLetsItEndAndNoOtherBegin() throws Exception {
        // The Inway grants a minute for clocks that differ: this token is taken for ten more seconds.
        String token = token(stage.peers.tls(B), Peers.CLOCK.instant().minusSeconds(50));
        try (HttpClient client = Tester.client(stage.network, stage.peers.connections(B))) {
            Echo.Gate gate = stage.service.hold();
            CompletableFuture<Reply> answer = beside(() -> send(client, token));
            gate.awaitArrival();
            try (HttpClient other = Tester.client(stage.network, stage.peers.connections(B))) {
                String old = token(stage.peers.tls(B), Peers.CLOCK.instant().minusSeconds(70));
                assertThat(send(other, old).verdict()).isEqualTo("401 ACCESS_TOKEN_EXPIRED");
            }
            gate.open().countDown();
            assertThat(answer.join().status()).isEqualTo(200);
            Until.holds("the token has expired", () -> send(client, token).status() == 401);
            assertThat(send(client, token).verdict()).isEqualTo("401 ACCESS_TOKEN_EXPIRED");
        }
    }

    @Test
    void aCertificateThatIsRevokedBetweenTwoRequestsHasNoConnectionAnyMore() throws Exception {
        Identity doomed = stage.peers.otherTls(B, "doomed");
        String token = token(doomed, Peers.CLOCK.instant().plusSeconds(300));
        try (HttpClient client = Tester.client(stage.network, stage.peers.connections(doomed))) {
            assertThat(send(client, token).status()).isEqualTo(200);

            stage.peers.authority().revoke(doomed.leaf().getSerialNumber());
            stage.renewInway();

            assertThatThrownBy(() -> send(client, token)).isInstanceOf(IOException.class);
            assertThat(stage.service.seen).hasSize(1);
        }
        try (HttpClient good = Tester.client(stage.network, stage.peers.connections(B))) {
            String fine = token(stage.peers.tls(B), Peers.CLOCK.instant().plusSeconds(300));
            assertThat(send(good, fine).status()).isEqualTo(200);
        }
    }

    @Test
    void ofTwoManagersThatSubmitTheSameIvAtOnceOneIsTaken() throws Exception {
        for (int turn = 0; turn < 5; turn++) {
            ContractContent one = Drafts.content(stage.drafts.connection(B, A));
            ContractContent other = Drafts.read(
                    Drafts.content(stage.drafts.connection(C, A)).tree().with("iv", one.iv()));
            CompletableFuture<Reply> first = beside(() -> stage.peer(B).submit(one));
            CompletableFuture<Reply> second = beside(() -> stage.peer(C).submit(other));
            assertThat(Stream.of(first, second).map(reply -> reply.join().verdict()))
                    .containsExactlyInAnyOrder("201", "422 CONTRACT_VALIDATION_FAILED");
            assertThat(List.of(stored(one), stored(other))).containsExactlyInAnyOrder(true, false);
            PeerId loser = stored(one) ? C : B;
            assertThat(stage.peer(loser).contract(stored(one) ? other : one).items("contracts"))
                    .isEmpty();
        }
    }

    private boolean stored(ContractContent content) {
        return stage.operations().find(content.hash()).isPresent();
    }
}
