// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.A;
import static nl.ddas.fsc.manager.Members.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.ContentHash;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.Jwks;
import nl.ddas.fsc.model.PeerIdentity;
import nl.ddas.fsc.model.SignatureCheck;
import nl.ddas.fsc.model.SignatureMaker;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.fsc.model.Uuids;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReconciliationTest {

    private static final GrantHash NOT_THERE = new GrantHash("$1$3$" + "a".repeat(85) + "A");

    private final TestClock clock = new TestClock(Members.NOW);
    private final WatchedContracts ours = new WatchedContracts();
    private final MemoryContracts theirs = new MemoryContracts();
    private final MemoryAudit audit = new MemoryAudit();

    /// B, who shows no more than two contracts at a time, and not this one.
    private final class Terse extends CountedManagers {

        private final GrantHash hidden;
        private final Set<GrantHash> garbled = new HashSet<>();
        private final Set<GrantHash> strange = new HashSet<>();
        private final Set<GrantHash> lost = new HashSet<>();
        private int most;
        private int questions;

        Terse(GrantHash hidden) {
            this.hidden = hidden;
        }

        @Override
        public Jwks jwks(Called of) {
            return new Jwks(List.of(Members.signer(of.peer()).chain()));
        }

        @Override
        public List<JsonObject> contracts(Called of, List<GrantHash> grants) {
            questions++;
            if (grants.size() > 2 || grants.contains(hidden)) {
                throw new TooMuchAsked(of.peer(), 413);
            }
            if (grants.stream().anyMatch(garbled::contains)) {
                throw new UnreadableAnswer(of.peer(), "a name stands twice in one object");
            }
            most = Math.max(most, grants.size());
            return grants.stream()
                    .filter(grant -> !lost.contains(grant))
                    .flatMap(grant -> theirs.withGrant(grant).stream()
                            .map(contract -> strange.contains(grant)
                                    ? contract.toJson().with("content", JsonObject.EMPTY)
                                    : contract.toJson()))
                    .toList();
        }
    }

    private boolean compares(OtherManagers others, AutoSign policy) {
        return reconciliation(others, policy).run(B);
    }

    private Reconciliation reconciliation(OtherManagers others, AutoSign policy) {
        Self self = new Self(
                new PeerIdentity(A, "Peer A"),
                SimulatedManager.address(A),
                Members.GROUP,
                () -> new SignatureMaker(A, Members.signer(A)),
                clock,
                new SecureRandom());
        SignatureCheck signatures =
                new SignatureCheck(Members.GROUP, new SigningKeys(others, clock), (chain, now) -> Optional.empty());
        return new Reconciliation(
                self,
                ours,
                others,
                signatures,
                List.of(),
                new PolicyAnswers(self, ours, policy, new PolicyNotes(audit, clock)));
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

    private List<ContractContent> agreedByBOnly(int number) {
        List<ContractContent> contents = new ArrayList<>();
        for (int i = 0; i < number; i++) {
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
        return contents;
    }

    @Test
    void whatDoesNotFitInOneAnswerIsAskedForInParts() {
        List<ContractContent> contents = agreedByBOnly(9);
        Terse others = new Terse(contents.getLast().grantHashes().getFirst());
        assertThat(compares(others, AutoSign.NEVER)).isTrue();
        assertThat(others.most).isEqualTo(2);
        assertThat(heard(contents)).containsExactly(true, true, true, true, true, true, true, true, false);
    }

    private List<Boolean> heard(List<ContractContent> contents) {
        return contents.stream()
                .map(content -> ours.find(content.hash())
                        .orElseThrow()
                        .signature(B, SignatureType.ACCEPT)
                        .isPresent())
                .toList();
    }

    private static GrantHash grant(ContractContent content) {
        return content.grantHashes().getFirst();
    }

    /// The answer in which it stands, or the contract in it.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatAPeerShowsAndCannotBeReadKeepsNoOtherFromBeingCompared(boolean answer) {
        List<ContractContent> contents = agreedByBOnly(5);
        ContractContent bad = contents.get(2);
        Terse others = new Terse(NOT_THERE);
        (answer ? others.garbled : others.strange).add(grant(bad));
        Reconciliation comparison = reconciliation(others, AutoSign.NEVER);
        assertThat(comparison.run(B)).isTrue();
        assertThat(heard(contents)).containsExactly(true, true, false, true, true);
        assertThat(comparison.unreadable()).containsExactly(bad.hash());

        others.garbled.clear();
        others.strange.clear();
        assertThat(comparison.run(B)).isTrue();
        assertThat(heard(contents)).containsOnly(true);
        assertThat(comparison.unreadable()).isEmpty();
    }

    /// Both stand in one question, and it shows neither.
    @Test
    void whatIsLostBesideAContractThatCannotBeReadIsSaidAgain() {
        List<ContractContent> contents = agreedByBOnly(2);
        ContractContent lost = contents.getLast();
        Terse others = new Terse(NOT_THERE);
        others.strange.add(grant(contents.getFirst()));
        others.lost.add(grant(lost));
        Delivery row = Delivery.now(lost.hash(), B, Delivery.Action.SUBMIT, Members.NOW);
        ours.change(lost.hash(), change -> {
            change.put(Contract.of(lost)
                    .with(new SignatureMaker(A, Members.signer(A))
                            .sign(SignatureType.ACCEPT, lost.hash(), Members.NOW)));
            change.send(row.done());
            return row;
        });
        Reconciliation comparison = reconciliation(others, AutoSign.NEVER);
        assertThat(comparison.run(B)).isTrue();
        assertThat(ours.delivery(lost.hash(), B, Delivery.Action.SUBMIT)).contains(row);
        assertThat(comparison.unreadable()).containsExactly(contents.getFirst().hash());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPeerOfWhichNothingCanBeReadIsNotAskedForEachContract(boolean answer) {
        List<ContractContent> contents = agreedByBOnly(100);
        Terse others = new Terse(NOT_THERE);
        contents.forEach(content -> (answer ? others.garbled : others.strange).add(grant(content)));
        Reconciliation comparison = reconciliation(others, AutoSign.NEVER);
        assertThat(comparison.run(B)).isEqualTo(!answer);
        // Those that are too long for one answer are asked for in parts anyway.
        assertThat(others.questions).isLessThan(answer ? 40 : 140);
        assertThat(comparison.unreadable()).hasSize(answer ? 10 : 100);
    }

    @Test
    void aContractThatCannotBeReadHereKeepsNoOtherFromBeingCompared() {
        List<ContractContent> contents = agreedByBOnly(3);
        ours.spoils(contents.get(1).hash());
        Reconciliation comparison = reconciliation(new Terse(NOT_THERE), AutoSign.NEVER);
        assertThat(comparison.run(B)).isTrue();
        assertThat(heard(contents)).containsExactly(true, false, true);
        assertThat(comparison.unreadable()).containsExactly(contents.get(1).hash());
        ours.mend();
        assertThat(comparison.run(B)).isTrue();
        assertThat(comparison.unreadable()).isEmpty();
    }

    @Test
    void aContractThatBreaksKeepsNoOtherFromBeingCompared() {
        List<ContractContent> contents = agreedByBOnly(2);
        ours.breaksOn(contents.getFirst().hash());
        Reconciliation comparison = reconciliation(new Terse(NOT_THERE), AutoSign.NEVER);
        assertThatThrownBy(() -> comparison.run(B)).hasMessage("a stored contract cannot be read");
        ours.mend();
        assertThat(heard(contents)).containsExactly(false, true);
        assertThat(comparison.run(B)).isTrue();
        assertThat(heard(contents)).containsExactly(true, true);
    }

    /// A contract that we accepted anew, when B took the first accept already, or has it again from a copy of
    /// before.
    ///
    /// @param there when the accept of ours was made that B shows
    private ContentHash renewedByUs(Instant there) {
        ContractContent content =
                Members.content(Uuids.v7(Members.NOW, new Random(1)), Members.NOW, Members.connection(B, A));
        Contract bare = Contract.of(content);
        Contract renewed = bare.with(
                new SignatureMaker(A, Members.renewed(A)).sign(SignatureType.ACCEPT, content.hash(), Members.NOW));
        ours.change(content.hash(), change -> {
            change.put(renewed);
            change.send(Delivery.now(content.hash(), B, Delivery.Action.SUBMIT, Members.NOW)
                    .done());
            return renewed;
        });
        theirs.change(content.hash(), change -> {
            change.put(bare.with(
                    new SignatureMaker(A, Members.signer(A)).sign(SignatureType.ACCEPT, content.hash(), there)));
            return bare;
        });
        ours.meet(new Peer(B, "Peer B", SimulatedManager.address(B), Members.NOW));
        return content.hash();
    }

    private void stands(Delivery row) {
        ours.change(row.contract(), change -> {
            change.send(row);
            return row;
        });
    }

    private Delivery.Status comparedStatus(ContentHash hash, Delivery.Action action) {
        assertThat(compares(new Terse(NOT_THERE), AutoSign.NEVER)).isTrue();
        return ours.delivery(hash, B, action).orElseThrow().status();
    }

    @Test
    void anAcceptOfWhichTheOtherHasOnlyTheOneBeforeIsSaidAgain() {
        ContentHash hash = renewedByUs(Members.NOW.minusSeconds(60));
        stands(Delivery.now(hash, B, Delivery.Action.ACCEPT, Members.NOW).done());
        assertThat(comparedStatus(hash, Delivery.Action.ACCEPT)).isEqualTo(Delivery.Status.PENDING);
        assertThat(comparedStatus(hash, Delivery.Action.SUBMIT)).isEqualTo(Delivery.Status.DONE);
    }

    /// The other may have one that we lost ourselves.
    @ParameterizedTest
    @ValueSource(ints = {0, 60})
    void anAcceptThatIsNoNewerIsNotSaidAgain(int secondsLater) {
        ContentHash hash = renewedByUs(Members.NOW.plusSeconds(secondsLater));
        stands(Delivery.now(hash, B, Delivery.Action.ACCEPT, Members.NOW).done());
        assertThat(comparedStatus(hash, Delivery.Action.ACCEPT)).isEqualTo(Delivery.Status.DONE);
    }

    /// The outbox has its own rules for those.
    @Test
    void anAcceptThatWaitsOrWasRefusedIsLeftToTheOutbox() {
        ContentHash hash = renewedByUs(Members.NOW.minusSeconds(60));
        Delivery first = Delivery.now(hash, B, Delivery.Action.ACCEPT, Members.NOW);
        for (Delivery row : List.of(first.failed("422"), first.later("away", Members.NOW, new Random(1)))) {
            stands(row);
            assertThat(compares(new Terse(NOT_THERE), AutoSign.NEVER)).isTrue();
            assertThat(ours.delivery(hash, B, Delivery.Action.ACCEPT)).contains(row);
            assertThat(comparedStatus(hash, Delivery.Action.SUBMIT)).isEqualTo(Delivery.Status.DONE);
        }
    }

    /// Minutes after which a row was to be said again, when the other took it each time and goes on as before.
    private List<Long> repeatedAfter(ContentHash hash, Delivery.Action action) {
        List<Long> minutes = new ArrayList<>();
        for (long minute = 10; minute < 1_400; minute += 10) {
            clock.advance(Duration.ofMinutes(10));
            if (comparedStatus(hash, action) == Delivery.Status.PENDING) {
                minutes.add(minute);
                stands(ours.delivery(hash, B, action).orElseThrow().done());
            }
        }
        return minutes;
    }

    /// It says that it took it, and goes on to show the one before.
    @Test
    void anotherThatKeepsTheOneBeforeHearsItLessAndLessOften() {
        ContentHash hash = renewedByUs(Members.NOW.minusSeconds(60));
        stands(Delivery.now(hash, B, Delivery.Action.ACCEPT, Members.NOW).done());
        assertThat(repeatedAfter(hash, Delivery.Action.ACCEPT))
                .containsExactly(10L, 20L, 40L, 80L, 160L, 320L, 640L, 1_280L);
    }

    /// It says that it took it, and shows nothing of it.
    @Test
    void anotherThatKeepsNothingHearsItLessAndLessOften() {
        ContractContent content =
                Members.content(Uuids.v7(Members.NOW, new Random(1)), Members.NOW, Members.connection(B, A));
        ContentHash hash = content.hash();
        ours.change(hash, change -> {
            change.put(Contract.of(content)
                    .with(new SignatureMaker(A, Members.signer(A)).sign(SignatureType.ACCEPT, hash, Members.NOW)));
            return hash;
        });
        ours.meet(new Peer(B, "Peer B", SimulatedManager.address(B), Members.NOW));
        stands(Delivery.now(hash, B, Delivery.Action.SUBMIT, Members.NOW).done());
        assertThat(repeatedAfter(hash, Delivery.Action.SUBMIT))
                .containsExactly(10L, 20L, 40L, 80L, 160L, 320L, 640L, 1_280L);
    }
}
