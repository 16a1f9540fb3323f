// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import nl.ddas.basis.Approvals.Outcome;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Proposal.Standing;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApprovalsTest {

    private static final JsonObject CONTENT = JsonObject.EMPTY.with("what", "a change");

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(TestOperators.START.plusSeconds(60));
    private OperatorKey anna;
    private OperatorKey bram;
    private OperatorKey carla;
    private Approvals approvals;

    @BeforeEach
    void twoOperators() throws Exception {
        anna = TestOperators.operator("Anna Bakker");
        bram = TestOperators.operator("Bram Visser", TestOperators.keys("RSA"));
        carla = TestOperators.operator("Carla de Wit");
        approvals = Approvals.open(folder, clock);
        done(approvals.appoint(anna.operator(), anna));
        done(approvals.appoint(bram.operator(), anna));
    }

    @Test
    void whatOneProposesAnotherApproves() throws Exception {
        long id = done(approvals.propose("policy.change", CONTENT, anna));
        done(approvals.approve(id, bram));
        done(approvals.carriedOut(id, CONTENT, bram));

        Proposal proposal = approvals.proposal(id).orElseThrow();
        assertThat(proposal.standing()).isEqualTo(Standing.CARRIED_OUT);
        assertThat(proposal.content()).isEqualTo(CONTENT);
        assertThat(proposal.decidedBy()).contains(bram.operator());
    }

    @Test
    void nobodyApprovesHisOwn() throws Exception {
        long id = done(approvals.propose("policy.change", CONTENT, anna));

        assertThat(refused(approvals.approve(id, anna))).isEqualTo(Objection.SAME_PERSON);
        assertThat(approvals.proposals(Standing.OPEN)).hasSize(1);
    }

    @Test
    void aSecondCertificateMakesNoSecondPerson() throws Exception {
        OperatorKey again = TestOperators.operator("Anna Bakker");
        done(approvals.approve(done(approvals.proposeOperator(again.operator(), anna)), bram));
        long id = done(approvals.propose("policy.change", CONTENT, anna));

        assertThat(refused(approvals.approve(id, again))).isEqualTo(Objection.SAME_PERSON);
    }

    @Test
    void anotherNameOnTheSameKeyMakesNoSecondPerson() throws Exception {
        KeyPair shared = TestOperators.keys("EC");
        OperatorKey dirk = TestOperators.operator("Dirk Jong", shared);
        OperatorKey elly = TestOperators.operator("Elly Groot", shared);
        done(approvals.approve(done(approvals.proposeOperator(dirk.operator(), anna)), bram));
        done(approvals.approve(done(approvals.proposeOperator(elly.operator(), anna)), bram));

        assertThat(refused(approvals.approve(done(approvals.propose("x.y", CONTENT, dirk)), elly)))
                .isEqualTo(Objection.SAME_PERSON);
    }

    @Test
    void whoIsNoOperatorDoesNothing() throws Exception {
        long id = done(approvals.propose("policy.change", CONTENT, anna));

        assertThat(refused(approvals.approve(id, carla))).isEqualTo(Objection.NOT_AN_OPERATOR);
        assertThat(refused(approvals.propose("x.y", CONTENT, carla))).isEqualTo(Objection.NOT_AN_OPERATOR);
        assertThat(refused(approvals.note("x.y", CONTENT, carla))).isEqualTo(Objection.NOT_AN_OPERATOR);
    }

    @Test
    void afterTheFirstTwoOperatorsAlsoNeedFourEyes() throws Exception {
        assertThat(refused(approvals.appoint(carla.operator(), anna))).isEqualTo(Objection.NEEDS_APPROVAL);
        long id = done(approvals.proposeOperator(carla.operator(), anna));
        assertThat(approvals.operators()).doesNotContain(carla.operator());

        done(approvals.approve(id, bram));

        assertThat(approvals.operators()).containsExactly(anna.operator(), bram.operator(), carla.operator());
        assertThat(files()).hasSize(3);
    }

    @Test
    void theFirstOperatorAppointsHimselfAndThenAnotherPerson(@TempDir Path other) throws Exception {
        Approvals fresh = Approvals.open(other, clock);

        assertThat(refused(fresh.appoint(bram.operator(), anna))).isEqualTo(Objection.FIRST_APPOINTS_HIMSELF);
        done(fresh.appoint(anna.operator(), anna));
        assertThat(refused(fresh.appoint(TestOperators.operator("Anna Bakker").operator(), anna)))
                .isEqualTo(Objection.ALREADY_OPERATOR);
        assertThat(refused(fresh.appoint(bram.operator(), bram))).isEqualTo(Objection.NOT_AN_OPERATOR);
    }

    @Test
    void twoPersonsAlwaysRemain() throws Exception {
        assertThat(refused(approvals.proposeRemoval(bram.operator().fingerprint(), anna)))
                .isEqualTo(Objection.TOO_FEW_OPERATORS);
        done(approvals.approve(done(approvals.proposeOperator(carla.operator(), anna)), bram));
        done(approvals.approve(done(approvals.proposeRemoval(anna.operator().fingerprint(), bram)), carla));

        assertThat(approvals.operators()).containsExactly(bram.operator(), carla.operator());
        assertThat(refused(approvals.propose("x.y", CONTENT, anna))).isEqualTo(Objection.NOT_AN_OPERATOR);
    }

    @Test
    void whatSomebodyProposedWhoIsGoneIsNotApproved() throws Exception {
        done(approvals.approve(done(approvals.proposeOperator(carla.operator(), anna)), bram));
        long id = done(approvals.propose("policy.change", CONTENT, anna));
        done(approvals.approve(done(approvals.proposeRemoval(anna.operator().fingerprint(), bram)), carla));

        assertThat(refused(approvals.approve(id, bram))).isEqualTo(Objection.PROPOSER_GONE);
    }

    @Test
    void aCertificateThatRanOutActsNoMore() throws Exception {
        clock.advance(Duration.ofDays(366));

        assertThat(refused(approvals.propose("x.y", CONTENT, anna))).isEqualTo(Objection.CERTIFICATE_NOT_VALID);
    }

    @Test
    void onlyTheProposerWithdrawsAndARejectionHasAReason() throws Exception {
        long id = done(approvals.propose("policy.change", CONTENT, anna));

        assertThat(refused(approvals.withdraw(id, bram))).isEqualTo(Objection.NOT_THE_PROPOSER);
        assertThat(refused(approvals.reject(id, " ", bram))).isEqualTo(Objection.REASON_MISSING);
        done(approvals.reject(id, "te ruim", bram));
        assertThat(refused(approvals.withdraw(id, anna))).isEqualTo(Objection.ALREADY_DECIDED);
        assertThat(refused(approvals.approve(99, bram))).isEqualTo(Objection.UNKNOWN_PROPOSAL);
        assertThat(refused(approvals.carriedOut(id, CONTENT, bram))).isEqualTo(Objection.NOT_APPROVED);
    }

    @Test
    void twoProgramsInOneFolderSeeEachOthersActs() throws Exception {
        Approvals other = Approvals.open(folder, clock);
        long id = done(approvals.propose("policy.change", CONTENT, anna));
        done(other.approve(id, bram));
        approvals.refresh();

        assertThat(approvals.proposal(id).orElseThrow().standing()).isEqualTo(Standing.APPROVED);
        assertThat(refused(approvals.approve(id, bram))).isEqualTo(Objection.ALREADY_DECIDED);
    }

    @Test
    void aLineWrittenPastTheRulesIsFoundHoweverWellItIsSigned() throws Exception {
        long id = done(approvals.propose("policy.change", CONTENT, anna));
        String[] head = approvals.head().split(" ");
        ApprovalLine forged = ApprovalLine.write(
                new ApprovalEntry(id + 1, clock.instant(), anna.operator(), new ApprovalAct.Approve(id)),
                head[1],
                anna);
        Path journal = folder.resolve("journaal.jsonl");
        Files.write(journal, forged.bytes(), StandardOpenOption.APPEND);
        Files.writeString(journal, "\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> Approvals.open(folder, clock))
                .isInstanceOfSatisfying(
                        JournalBroken.class, broken -> assertThat(broken.line()).isEqualTo(id + 1))
                .hasMessageContaining("SAME_PERSON");
        assertThatThrownBy(() -> approvals.refresh()).isInstanceOf(JournalBroken.class);
    }

    @Test
    void aFileInTheFolderMakesNobodyOperator() throws Exception {
        Files.copy(files().getFirst(), folder.resolve("beheerders").resolve("gast.pem"));

        assertThat(Approvals.open(folder, clock).operators()).hasSize(2);
    }

    private List<Path> files() throws Exception {
        try (var files = Files.list(folder.resolve("beheerders"))) {
            return files.sorted().toList();
        }
    }

    static long done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).entry().number();
    }

    static Objection refused(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).objection();
    }
}
