// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.A;
import static nl.ddas.fsc.manager.Members.B;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.Jwks;
import nl.ddas.fsc.model.PeerIdentity;
import nl.ddas.fsc.model.SignatureCheck;
import nl.ddas.fsc.model.SignatureMaker;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.fsc.model.Uuids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReconciliationTest {

    private static final Clock CLOCK = Clock.fixed(Members.NOW, ZoneOffset.UTC);

    private static final GrantHash NOT_THERE = new GrantHash("$1$3$" + "a".repeat(85) + "A");

    private final MemoryContracts ours = new MemoryContracts();
    private final MemoryContracts theirs = new MemoryContracts();
    private final MemoryAudit audit = new MemoryAudit();

    /// B, who shows no more than two contracts at a time, and not this one.
    private final class Terse extends CountedManagers {

        private final GrantHash hidden;
        private int most;

        Terse(GrantHash hidden) {
            this.hidden = hidden;
        }

        @Override
        public Jwks jwks(Called of) {
            return new Jwks(List.of(Members.signer(of.peer()).chain()));
        }

        @Override
        public List<JsonObject> contracts(Called of, List<GrantHash> grants) {
            if (grants.size() > 2 || grants.contains(hidden)) {
                throw new TooMuchAsked(of.peer(), 413);
            }
            most = Math.max(most, grants.size());
            return grants.stream()
                    .flatMap(grant -> theirs.withGrant(grant).stream())
                    .map(Contract::toJson)
                    .toList();
        }
    }

    private boolean compares(OtherManagers others, AutoSign policy) {
        Self self = new Self(
                new PeerIdentity(A, "Peer A"),
                SimulatedManager.address(A),
                Members.GROUP,
                () -> new SignatureMaker(A, Members.signer(A)),
                CLOCK,
                new SecureRandom());
        SignatureCheck signatures =
                new SignatureCheck(Members.GROUP, new SigningKeys(others, CLOCK), (chain, now) -> Optional.empty());
        return new Reconciliation(
                        self,
                        ours,
                        others,
                        signatures,
                        List.of(),
                        new PolicyAnswers(self, ours, policy, new PolicyNotes(audit, CLOCK)))
                .run(B);
    }

    private Contract agreedByBOnly() {
        ContractContent content =
                Members.content(Uuids.v7(Members.NOW, new Random(1)), Members.NOW, Members.connection(B, A));
        Contract bare = Contract.of(content);
        ours.change(content.hash(), change -> {
            change.put(bare);
            return bare;
        });
        theirs.change(content.hash(), change -> {
            change.put(bare.with(
                    new SignatureMaker(B, Members.signer(B)).sign(SignatureType.ACCEPT, content.hash(), Members.NOW)));
            return bare;
        });
        ours.meet(new Peer(B, "Peer B", SimulatedManager.address(B), Members.NOW));
        return bare;
    }

    /// As when the message with it had come in.
    @ParameterizedTest
    @EnumSource(names = {"ACCEPT", "REJECT"})
    void anAcceptThatIsTakenOverIsAnsweredByThePolicy(Delivery.Action action) {
        ContractContent content = agreedByBOnly().content();
        List<AutoSign.Proposal> asked = new ArrayList<>();
        AutoSign.Decision decision = action == Delivery.Action.ACCEPT
                ? new AutoSign.Decision.Sign("rule 1")
                : new AutoSign.Decision.Refuse("not with us");
        assertThat(compares(new Terse(NOT_THERE), proposal -> {
                    asked.add(proposal);
                    return decision;
                }))
                .isTrue();
        assertThat(asked).singleElement().satisfies(proposal -> {
            assertThat(proposal.contract().signature(B, SignatureType.ACCEPT)).isPresent();
            assertThat(proposal.from()).isEqualTo(new PeerIdentity(B, "Peer B"));
        });
        assertThat(ours.find(content.hash()).orElseThrow().signature(A, action.signature()))
                .isPresent();
        assertThat(ours.delivery(content.hash(), B, action)).isPresent();
        assertThat(audit.list(new AuditTrail.Wanted(Optional.empty(), 10))).hasSize(1);
        assertThat(compares(new Terse(NOT_THERE), _ -> {
                    throw new AssertionError("asked about a contract that was answered");
                }))
                .isTrue();
    }

    @Test
    void whatThePolicyLeavesStaysWithTheOperator() {
        ContractContent content = agreedByBOnly().content();
        assertThat(compares(new Terse(NOT_THERE), AutoSign.NEVER)).isTrue();
        assertThat(ours.find(content.hash()).orElseThrow().signature(B, SignatureType.ACCEPT))
                .isPresent();
        assertThat(ours.find(content.hash()).orElseThrow().signature(A, SignatureType.ACCEPT))
                .isEmpty();
    }

    @Test
    void whatDoesNotFitInOneAnswerIsAskedForInParts() {
        List<ContractContent> contents = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            ContractContent content =
                    Members.content(Uuids.v7(Members.NOW, new Random(i)), Members.NOW, Members.connection(B, A));
            contents.add(content);
            Contract bare = Contract.of(content);
            ours.change(content.hash(), change -> {
                change.put(bare);
                return bare;
            });
            theirs.change(content.hash(), change -> {
                change.put(bare.with(new SignatureMaker(B, Members.signer(B))
                        .sign(SignatureType.ACCEPT, content.hash(), Members.NOW)));
                return bare;
            });
        }
        ours.meet(new Peer(B, "Peer B", SimulatedManager.address(B), Members.NOW));
        Terse others = new Terse(contents.getLast().grantHashes().getFirst());
        assertThat(compares(others, AutoSign.NEVER)).isTrue();
        assertThat(others.most).isEqualTo(2);
        List<Boolean> heard = contents.stream()
                .map(content -> ours.find(content.hash())
                        .orElseThrow()
                        .signature(B, SignatureType.ACCEPT)
                        .isPresent())
                .toList();
        assertThat(heard).containsExactly(true, true, true, true, true, true, true, true, false);
    }
}
