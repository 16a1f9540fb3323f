// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.A;
import static nl.ddas.fsc.manager.Members.B;
import static nl.ddas.fsc.manager.Members.C;
import static nl.ddas.fsc.manager.Members.X;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.ServiceRef;
import nl.ddas.fsc.model.SignatureMaker;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.fsc.model.Uuids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every store of a Manager does with contracts that wait for our accept, or ended without it.
abstract class WaitingContractsTest {

    private static final Instant NOW = Members.NOW;
    private static final Random RANDOM = new Random(3);

    abstract Contracts contracts();

    static ContractContent content(Instant created) {
        return Members.content(Uuids.v7(NOW, RANDOM), created, Members.connection(B, A));
    }

    Contract stored(ContractContent content, PeerId signer, SignatureType type) {
        return contracts().change(content.hash(), change -> {
            Contract contract = change.contract()
                    .orElse(Contract.of(content))
                    .with(new SignatureMaker(signer, Members.signer(signer)).sign(type, content.hash(), NOW));
            change.put(contract);
            change.send(Delivery.now(content.hash(), A, Delivery.Action.of(type), NOW));
            return contract;
        });
    }

    private static long size(ContractContent content) {
        return content.tree().toBytes().length;
    }

    @Test
    void countsWhatAPeerSignedItselfAsItsProposals() {
        Contracts.Amount before = contracts().waiting(B, A, NOW);
        ContractContent own = content(NOW);
        stored(own, B, SignatureType.ACCEPT);
        Contracts.Amount after = new Contracts.Amount(before.contracts() + 1, before.bytes() + size(own));
        assertThat(contracts().waiting(B, A, NOW)).isEqualTo(after);
        Grant together = new Grant.DelegatedServiceConnection(
                Members.outway(B), new ServiceRef.Plain(A, "parkeren"), C, Optional.empty());
        stored(Members.content(Uuids.v7(NOW, RANDOM), NOW, together), C, SignatureType.ACCEPT);
        assertThat(contracts().waiting(B, A, NOW))
                .as("of somebody else, B is only on it")
                .isEqualTo(after);
        ContractContent answered = content(NOW);
        stored(answered, B, SignatureType.ACCEPT);
        stored(answered, A, SignatureType.ACCEPT);
        assertThat(contracts().waiting(B, A, NOW)).isEqualTo(after);
    }

    @ParameterizedTest
    @EnumSource(names = {"REJECT", "REVOKE"})
    void whatHasEndedWaitsNoMore(SignatureType type) {
        Contracts.Amount before = contracts().waiting(B, A, NOW);
        ContractContent content = content(NOW);
        stored(content, B, SignatureType.ACCEPT);
        assertThat(contracts().waiting(B, A, NOW)).isNotEqualTo(before);
        stored(content, B, type);
        assertThat(contracts().waiting(B, A, NOW)).isEqualTo(before);
        Instant notAfter = content.validity().notAfter();
        assertThat(contracts().waiting(B, A, notAfter)).isEqualTo(new Contracts.Amount(0, 0));
    }

    private static Contracts.Amount plus(Contracts.Amount before, ContractContent content) {
        return new Contracts.Amount(before.contracts() + 1, before.bytes() + size(content));
    }

    @Test
    void countsWhatBothAcceptedWhileItLivesAndForAWhileAfter() {
        Instant justBefore = NOW.minusSeconds(1);
        Contracts.Amount lately = contracts().accepted(B, A, NOW, justBefore);
        Contracts.Amount living = contracts().accepted(B, A, NOW, NOW);
        ContractContent content = content(NOW);
        stored(content, B, SignatureType.ACCEPT);
        assertThat(contracts().accepted(B, A, NOW, justBefore)).isEqualTo(lately);
        stored(content, A, SignatureType.ACCEPT);
        assertThat(contracts().accepted(B, A, NOW, justBefore)).isEqualTo(plus(lately, content));
        assertThat(contracts().accepted(B, A, NOW, NOW)).isEqualTo(plus(living, content));
        stored(content, B, SignatureType.REVOKE);
        assertThat(contracts().accepted(B, A, NOW, justBefore)).isEqualTo(plus(lately, content));
        assertThat(contracts().accepted(B, A, NOW, NOW)).isEqualTo(living);
    }

    private ContractContent ofX(int secondsAgo, PeerId signer, SignatureType type) {
        ContractContent content =
                Members.content(Uuids.v7(NOW, RANDOM), NOW.minusSeconds(secondsAgo), Members.connection(X, A));
        stored(content, X, SignatureType.ACCEPT);
        stored(content, signer, type);
        return content;
    }

    @Test
    void forgetsTheOldestOfWhatEndedWithoutOurSignature() {
        ContractContent oldest = ofX(30, X, SignatureType.REVOKE);
        ContractContent older = ofX(20, X, SignatureType.REVOKE);
        ContractContent newest = ofX(10, X, SignatureType.REJECT);
        ContractContent ours = ofX(40, A, SignatureType.REJECT);
        ContractContent open = ofX(50, X, SignatureType.ACCEPT);
        ContractContent ofB = content(NOW);
        stored(ofB, B, SignatureType.REVOKE);
        long two = size(newest) + size(older);
        assertThat(contracts().forgetEnded(X, A, NOW, two + size(oldest))).isZero();
        assertThat(contracts().forgetEnded(X, A, NOW, two)).isOne();
        assertThat(contracts().find(oldest.hash())).isEmpty();
        assertThat(contracts().withIv(oldest.iv())).isEmpty();
        assertThat(contracts().withGrant(oldest.grantHashes().getFirst())).isEmpty();
        assertThat(contracts().delivery(oldest.hash(), A, Delivery.Action.ACCEPT))
                .isEmpty();
        assertThat(contracts().forgetEnded(X, A, NOW, 0)).isEqualTo(2);
        assertThat(List.of(open, ours, ofB))
                .allSatisfy(
                        content -> assertThat(contracts().find(content.hash())).isPresent());
        assertThat(contracts().forgetEnded(X, A, open.validity().notAfter(), 0)).isOne();
        assertThat(contracts().find(open.hash())).isEmpty();
        assertThat(contracts().find(ours.hash())).as("what we said stays said").isPresent();
    }
}
