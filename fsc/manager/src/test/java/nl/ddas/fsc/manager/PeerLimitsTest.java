// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.A;
import static nl.ddas.fsc.manager.Members.B;
import static nl.ddas.fsc.manager.Members.C;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Network;
import nl.ddas.basis.Response;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.Properties;
import nl.ddas.fsc.model.ServiceRef;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;

/// How much of a Manager one Peer may take.
class PeerLimitsTest {

    @Test
    void onePeerHasOnlySoManyRequestsRunning() {
        PeerLimits limits = new PeerLimits(2);
        PeerLimits.Turn first = limits.enter(B).orElseThrow();
        assertThat(limits.enter(B)).isPresent();
        assertThat(limits.enter(B)).isEmpty();
        assertThat(limits.enter(A)).isPresent();
        first.close();
        assertThat(limits.enter(B)).isPresent();
    }

    @Test
    void aLongAnswerCountsUntilItIsOut() throws IOException {
        PeerLimits limits = new PeerLimits(1);
        Response small = Response.of(200, Headers.NONE, new byte[100]);
        assertThat(limits.enter(B).orElseThrow().endWith(small)).isSameAs(small);

        byte[] bytes = new byte[300_000];
        Response large =
                limits.enter(B).orElseThrow().endWith(Response.of(200, Headers.of("Content-Type", "x"), bytes));
        assertThat(limits.enter(B)).isEmpty();
        assertThat(large.headers().first("Content-Type")).contains("x");
        assertThat(large.body()).isInstanceOfSatisfying(Response.Body.Copy.class, copy -> assertThat(copy.length())
                .hasValue(300_000));
        InputStream body = ((Response.Body.Copy) large.body()).from();
        try (body;
                InputStream again = body) {
            assertThat(again.readAllBytes()).isEqualTo(bytes);
            assertThat(limits.enter(B)).isEmpty();
        }
        assertThat(limits.enter(B)).as("closed twice, counted once").isPresent();
        assertThat(limits.enter(B)).isEmpty();
    }

    @Test
    void onlySoManyProposalsOfAPeerMayWait() throws IOException {
        try (Network network = Network.open();
                Organisation organisation = new Organisation(network, A, false, List.of(), 3, Clock.systemUTC());
                Tester tester = Tester.open(network, B, organisation.manager.port())) {
            ContractContent first = Stage.content(Members.connection(B, A));
            assertThat(tester.submit(first).status()).isEqualTo(201);
            for (int i = 0; i < 2; i++) {
                assertThat(tester.submit(Stage.content(Members.connection(B, A)))
                                .status())
                        .isEqualTo(201);
            }
            ContractContent fourth = Stage.content(Members.connection(B, A));
            Tester.Reply refused = tester.submit(fourth);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.headers().first("Retry-After")).isPresent();
            assertThat(organisation.store.contracts().find(fourth.hash())).isEmpty();
            assertThat(tester.submit(first).status()).as("known already").isEqualTo(201);

            assertThat(organisation.manager.operations().reject(first.hash()))
                    .isInstanceOf(Operations.Outcome.Done.class);
            assertThat(tester.submit(fourth).status()).as("room again").isEqualTo(201);
        }
    }

    private static ContractContent large(PeerId by) {
        Properties large = new Properties(JsonObject.EMPTY.with("text", "x".repeat(1_000_000)));
        Grant grant = new Grant.ServiceConnection(
                Members.outway(by), new ServiceRef.Plain(A, "parkeren"), Optional.of(large));
        return Stage.content(grant, grant, grant);
    }

    @Test
    void onlySoManyBytesOfAPeerMayWaitAndAnotherPeerHasItsOwnRoom() throws IOException {
        try (Network network = Network.open();
                Organisation organisation = new Organisation(network, A, false, List.of());
                Tester tester = Tester.open(network, B, organisation.manager.port());
                Tester another = Tester.open(network, C, organisation.manager.port())) {
            List<ContractContent> taken = new ArrayList<>();
            ContractContent next = large(B);
            while (tester.submit(next).status() == 201 && taken.size() < 30) {
                taken.add(next);
                next = large(B);
            }
            assertThat(taken).hasSizeBetween(20, 24);
            assertThat(tester.submit(next).status()).isEqualTo(429);
            assertThat(another.submit(large(C)).status()).isEqualTo(201);

            assertThat(tester.put(taken.getFirst(), SignatureType.REVOKE).status())
                    .isEqualTo(201);
            assertThat(tester.submit(next).status())
                    .as("what is taken back waits no more")
                    .isEqualTo(201);
        }
    }

    /// What is taken back at once never waits, but is kept: not without end.
    @Test
    void onlySoMuchIsKeptOfWhatEndedWithoutOurSignature() throws IOException {
        try (Network network = Network.open();
                Organisation organisation = new Organisation(network, A, false, List.of());
                Tester tester = Tester.open(network, B, organisation.manager.port())) {
            List<ContractContent> ended = new ArrayList<>();
            for (int i = 0; i < 26; i++) {
                ContractContent content = large(B);
                assertThat(tester.submit(content).status()).isEqualTo(201);
                assertThat(tester.put(content, SignatureType.REVOKE).status()).isEqualTo(201);
                ended.add(content);
            }
            long kept = ended.stream()
                    .filter(content ->
                            organisation.contracts.find(content.hash()).isPresent())
                    .count();
            // The last came when there was still room.
            assertThat(kept).isBetween(20L, 23L);
            assertThat(organisation.contracts.find(ended.getLast().hash())).isPresent();
        }
    }

    @Test
    void unknownCertificatesMakeUsLookOnlySoOften() {
        TestClock clock = new TestClock(Members.NOW);
        SimulatedGroup group = new SimulatedGroup(1);
        group.trouble = false;
        SigningKeys keys = new SigningKeys(group.manager(A).network(), clock);
        CertificateThumbprint unknown = CertificateThumbprint.of(Members.tls(A).leaf());
        int looked = 0;
        while (looked < 1000 && looks(keys, unknown)) {
            looked++;
        }
        assertThat(looked).isEqualTo(20);
        clock.advance(Duration.ofSeconds(61));
        assertThat(looks(keys, unknown)).isTrue();
    }

    @Test
    void aManagerThatDoesNotAnswerIsLeftAloneForAWhile() {
        TestClock clock = new TestClock(Members.NOW);
        CountedManagers others = new CountedManagers();
        SigningKeys keys = new SigningKeys(others, clock);
        CertificateThumbprint any = CertificateThumbprint.of(Members.tls(A).leaf());
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> keys.chain(B, SimulatedManager.address(B), any))
                    .isInstanceOf(PeerUnreachable.class);
        }
        assertThat(others.asked).isEqualTo(1);
        assertThatThrownBy(() -> keys.chain(B, SimulatedManager.address(C), any))
                .as("another address is asked")
                .isInstanceOf(PeerUnreachable.class);
        assertThat(others.asked).isEqualTo(2);
        clock.advance(Duration.ofSeconds(30));
        assertThatThrownBy(() -> keys.chain(B, SimulatedManager.address(B), any))
                .isInstanceOf(PeerUnreachable.class);
        assertThat(others.asked).isEqualTo(3);
    }

    @Test
    void aPeerThatSaysEverAnotherAddressMakesUsCallOnlySoOften() {
        CountedManagers others = new CountedManagers();
        SigningKeys keys = new SigningKeys(others, new TestClock(Members.NOW));
        for (int i = 0; i < 100; i++) {
            OtherManagers.Called called =
                    new OtherManagers.Called(B, new ManagerAddress(URI.create("https://h" + i + ".test:8443")));
            assertThatThrownBy(() -> keys.prove(called)).isInstanceOf(PeerUnreachable.class);
        }
        assertThat(others.asked).isEqualTo(20);
    }

    /// Whether it looked; the simulated Peer has never heard of this certificate.
    private static boolean looks(SigningKeys keys, CertificateThumbprint unknown) {
        try {
            return keys.chain(B, SimulatedManager.address(B), unknown).isEmpty();
        } catch (PeerUnreachable unreachable) {
            return !unreachable.why().contains("JWKS was looked at");
        }
    }
}
