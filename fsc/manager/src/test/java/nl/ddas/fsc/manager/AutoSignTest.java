// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.A;
import static nl.ddas.fsc.manager.Members.B;
import static nl.ddas.fsc.manager.Members.C;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.ServiceRef;
import nl.ddas.fsc.model.SignatureType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a rule of the settings decides is felt at the other side and stands in the audit trail.
class AutoSignTest {

    private static final String REASON = "Wij sluiten geen contracten over parkeren.";

    private static Stage stage;

    @BeforeAll
    static void start() {
        SignRule signs = new SignRule(
                new AutoSign.Decision.Sign("rule 1"),
                List.of((grant, self) -> grant.serviceName().equals("bomen")),
                List.of());
        SignRule waits = new SignRule(
                new AutoSign.Decision.Leave(),
                List.of(),
                List.of(proposal -> proposal.content().peers().size() > 2
                        && proposal.contract().signatures().size() < 2));
        SignRule refuses = new SignRule(new AutoSign.Decision.Refuse(REASON), List.of(), List.of());
        stage = new Stage(new Signers.ByRules(new SignRules(List.of(signs, waits, refuses))));
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static Grant about(String service) {
        return new Grant.ServiceConnection(Members.outway(B), new ServiceRef.Plain(A, service), Optional.empty());
    }

    private static List<String> audited(ContractContent content) {
        return stage.audit.list(new AuditTrail.Wanted(Optional.empty(), 100)).stream()
                .filter(record -> record.act().subject().equals(content.hash().value()))
                .map(record -> record.act().act() + ": " + record.outcome())
                .toList();
    }

    @Test
    void aRuleSigns() throws IOException {
        ContractContent content = Stage.content(about("bomen"));
        assertThat(stage.peer(B).submit(content).status()).isEqualTo(201);
        assertThat(stage.store.find(content.hash()).orElseThrow().accepted()).isTrue();
        assertThat(audited(content)).containsExactly("contract-accept: signed by rule 1");
    }

    @Test
    void theReasonOfARefusalReachesTheOtherSideAndNothingIsStored() throws IOException {
        ContractContent content = Stage.content(about("parkeren"));
        Tester.Reply reply = stage.peer(B).submit(content);
        assertThat(reply.verdict()).isEqualTo("422 CONTRACT_VALIDATION_FAILED");
        assertThat(reply.json().text("message")).contains(REASON);
        assertThat(stage.store.find(content.hash())).isEmpty();
        assertThat(audited(content)).containsExactly("contract-refuse: " + REASON);
    }

    @Test
    void aContractThatIsStoredAlreadyIsRejectedForAllToSee() throws IOException {
        ContractContent content = Stage.content(new Grant.DelegatedServiceConnection(
                Members.outway(B), new ServiceRef.Plain(A, "parkeren"), C, Optional.empty()));
        assertThat(stage.peer(B).submit(content).status()).isEqualTo(201);
        assertThat(stage.store.find(content.hash()).orElseThrow().signature(A, SignatureType.REJECT))
                .isEmpty();
        assertThat(stage.peer(C).put(content, SignatureType.ACCEPT).status()).isEqualTo(201);
        assertThat(stage.store.find(content.hash()).orElseThrow().signature(A, SignatureType.REJECT))
                .isPresent();
        assertThat(stage.store.delivery(content.hash(), B, Delivery.Action.REJECT))
                .isPresent();
        assertThat(audited(content)).containsExactly("contract-refuse: " + REASON);
    }
}
