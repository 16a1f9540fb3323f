// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.A;
import static nl.ddas.fsc.manager.Members.B;
import static nl.ddas.fsc.manager.Members.C;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.ContractRequest;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.Jwks;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.PeerIdentity;
import nl.ddas.fsc.model.ServiceRef;
import nl.ddas.fsc.model.SignatureCheck;
import nl.ddas.fsc.model.SignatureMaker;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.fsc.model.Uuids;
import org.junit.jupiter.api.Test;

class ReceptionTest {

    private static final Clock CLOCK = Clock.fixed(Members.NOW, ZoneOffset.UTC);
    private static final String REASON = "three is a crowd";

    private final MemoryContracts store = new MemoryContracts();
    private final MemoryAudit audit = new MemoryAudit();
    private final CyclicBarrier bothAsked = new CyclicBarrier(2);
    private final AtomicInteger asked = new AtomicInteger();

    private final ContractContent content = Members.content(
            Uuids.v7(Members.NOW, new Random(1)),
            Members.NOW,
            new Grant.DelegatedServiceConnection(
                    Members.outway(B), new ServiceRef.Plain(A, "parkeren"), C, Optional.empty()));

    /// Everybody shows the certificate that he signs with.
    private static final class Open extends CountedManagers {

        @Override
        public Jwks jwks(Called of) {
            return new Jwks(List.of(Members.signer(of.peer()).chain()));
        }
    }

    /// Decides about the first two only when both have come in, and neither is stored.
    private AutoSign together(AutoSign.Decision then) {
        return proposal -> {
            if (asked.incrementAndGet() <= 2) {
                try {
                    bothAsked.await(1, TimeUnit.MINUTES);
                } catch (Exception broken) {
                    throw new IllegalStateException(broken);
                }
            }
            boolean all = List.of(B, C).stream().allMatch(peer -> proposal.contract()
                    .signature(peer, SignatureType.ACCEPT)
                    .isPresent());
            return all ? then : new AutoSign.Decision.Leave();
        };
    }

    private Reception reception(AutoSign policy) {
        Self self = new Self(
                new PeerIdentity(A, "Peer A"),
                SimulatedManager.address(A),
                Members.GROUP,
                () -> new SignatureMaker(A, Members.signer(A)),
                CLOCK,
                new SecureRandom());
        SigningKeys keys = new SigningKeys(new Open(), CLOCK);
        return new Reception(
                self,
                store,
                keys,
                new SignatureCheck(Members.GROUP, keys, (chain, now) -> Optional.empty()),
                policy,
                200,
                new PolicyNotes(audit, CLOCK));
    }

    private ContractRequest accept(PeerId by) {
        String jws = new SignatureMaker(by, Members.signer(by))
                .sign(SignatureType.ACCEPT, content.hash(), Members.NOW)
                .jws();
        return new ContractRequest(
                Members.tls(by).leaf(),
                SignatureType.ACCEPT,
                Optional.of(content.hash().value()),
                List.of(SimulatedManager.address(by).toString()),
                JsonObject.EMPTY
                        .with("contract_content", content.tree())
                        .with("signature", jws)
                        .toBytes());
    }

    private void bothAtOnce(Reception reception) throws Exception {
        try (ExecutorService two = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Reception.Answer> one = two.submit(() -> reception.receive(accept(B)));
            Future<Reception.Answer> other = two.submit(() -> reception.receive(accept(C)));
            assertThat(one.get()).isInstanceOf(Reception.Answer.Taken.class);
            assertThat(other.get()).isInstanceOf(Reception.Answer.Taken.class);
        }
    }

    private List<String> outcomes() {
        return audit.list(new AuditTrail.Wanted(Optional.empty(), 100)).stream()
                .map(AuditTrail.Entry::outcome)
                .toList();
    }

    @Test
    void acceptsThatComeInAtOnceAreSeenTogetherByThePolicy() throws Exception {
        bothAtOnce(reception(together(new AutoSign.Decision.Sign("rule 1"))));
        assertThat(store.find(content.hash()).orElseThrow().accepted()).isTrue();
        assertThat(outcomes()).containsExactly("signed by rule 1");
    }

    @Test
    void whatIsRefusedForBothTogetherIsRejected() throws Exception {
        bothAtOnce(reception(together(new AutoSign.Decision.Refuse(REASON))));
        assertThat(store.find(content.hash()).orElseThrow().signature(A, SignatureType.REJECT))
                .isPresent();
        assertThat(outcomes()).containsExactly(REASON);
    }

    /// Nothing has changed, so neither has where that Peer is.
    @Test
    void whoIsRefusedByThePolicyIsNotRemembered() {
        Reception.Answer answer =
                reception(_ -> new AutoSign.Decision.Refuse(REASON)).receive(accept(B));
        assertThat(answer).isInstanceOf(Reception.Answer.Refused.class);
        assertThat(store.find(content.hash())).isEmpty();
        assertThat(store.peers()).isEmpty();
    }

    /// Each of them is a row in the audit trail, and nothing else is stored that could be counted.
    @Test
    void aPeerIsRefusedOnlySoOften() {
        Reception reception = reception(_ -> new AutoSign.Decision.Refuse(REASON));
        store.meet(new Peer(B, "Peer B", SimulatedManager.address(B), Members.NOW));
        for (int i = 0; i < Refusals.MOST; i++) {
            assertThat(reception.receive(accept(B))).isInstanceOf(Reception.Answer.Refused.class);
        }
        assertThat(reception.receive(accept(B))).isInstanceOf(Reception.Answer.Enough.class);
        assertThat(outcomes()).hasSize(Refusals.MOST);
        assertThat(reception.receive(accept(C))).as("another").isInstanceOf(Reception.Answer.Refused.class);
    }

    @Test
    void theNextHourAPeerMayBeRefusedAgain() {
        Refusals refusals = new Refusals();
        for (int i = 0; i < Refusals.MOST; i++) {
            assertThat(refusals.count(B, Members.NOW)).isTrue();
        }
        assertThat(refusals.count(B, Members.NOW)).isFalse();
        assertThat(refusals.count(B, Members.NOW.plusSeconds(3_600))).isTrue();
    }

    @Test
    void whoIsTakenInIsRemembered() {
        assertThat(reception(AutoSign.NEVER).receive(accept(B))).isInstanceOf(Reception.Answer.Taken.class);
        assertThat(store.peer(B).map(Peer::address)).contains(SimulatedManager.address(B));
    }
}
