// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest.fsc;

import static nl.ddas.systemtest.fsc.Peers.A;
import static nl.ddas.systemtest.fsc.Peers.B;
import static nl.ddas.systemtest.fsc.Peers.C;
import static nl.ddas.systemtest.fsc.Peers.X;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.JwsAlgorithm;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// FSC test suite: a Peer hands in a contract.
@OnStage
class FscSubmitContractTest {

    private final Stage stage;
    private final Drafts drafts;

    FscSubmitContractTest(Stage stage) {
        this.stage = stage;
        this.drafts = stage.drafts;
    }

    private void taken(PeerId from, Grant grant) throws IOException {
        taken(from, Drafts.content(grant));
    }

    private void taken(PeerId from, ContractContent content) throws IOException {
        Tester tester = stage.peer(from);
        taken(tester, content, tester.sign(SignatureType.ACCEPT, content));
    }

    private static void taken(Tester from, ContractContent content, String jws) throws IOException {
        assertThat(from.submit(content.tree(), jws).verdict()).isEqualTo("201");
        JsonObject listed =
                from.contract(content).items("contracts").findFirst().orElseThrow();
        assertThat(listed.object("content")).contains(content.tree());
        assertThat(listed.object("signatures")
                        .flatMap(signatures -> signatures.object("accept"))
                        .flatMap(accepts -> accepts.text(from.id().value())))
                .contains(jws);
    }

    /// Refused, and nobody sees anything of it.
    private void refused(PeerId from, JsonObject content, String jws, String verdict) throws IOException {
        ContractContent read = Drafts.read(content);
        String before = stage.views(read);
        assertThat(stage.peer(from).submit(content, jws).verdict()).isEqualTo(verdict);
        assertThat(stage.views(read)).isEqualTo(before);
        assertThat(stage.operations().find(read.hash())).isEmpty();
    }

    private void refused(PeerId from, JsonObject content, String verdict) throws IOException {
        refused(from, content, stage.peer(from).sign(SignatureType.ACCEPT, Drafts.read(content)), verdict);
    }

    @Test
    @DisplayName("Manager-SubmitContract-1")
    @Requirement("Manager-SubmitContract-1")
    void takesAConnection() throws Exception {
        taken(B, drafts.connection(B, A));
    }

    @Test
    @DisplayName("Manager-SubmitContract-2")
    @Requirement("Manager-SubmitContract-2")
    void takesAPublicationAsDirectory() throws Exception {
        taken(B, Drafts.publication("indienen", Optional.empty()));
    }

    @Test
    @DisplayName("Manager-SubmitContract-3")
    @Requirement("Manager-SubmitContract-3")
    void takesADelegatedPublication() throws Exception {
        taken(C, Drafts.delegatedPublication("indienen", Optional.empty()));
    }

    @Test
    @DisplayName("Manager-SubmitContract-4")
    @Requirement("Manager-SubmitContract-4")
    void takesADelegatedConnection() throws Exception {
        taken(C, drafts.delegated(B, Drafts.service(), C, Optional.empty()));
    }

    @Test
    @DisplayName("Manager-SubmitContract-5")
    @Requirement("Manager-SubmitContract-5")
    void takesAConnectionToADelegatedService() throws Exception {
        taken(B, drafts.connection(B, Drafts.delegatedService(), Optional.empty()));
    }

    @Test
    @DisplayName("Manager-SubmitContract-6")
    @Requirement("Manager-SubmitContract-6")
    void takesADelegatedConnectionToADelegatedService() throws Exception {
        taken(C, drafts.delegated(B, Drafts.delegatedService(), C, Optional.empty()));
    }

    @Test
    @DisplayName("Manager-SubmitContract-7")
    @Requirement("Manager-SubmitContract-7")
    void refusesAPeerThatIsNotOnTheContract() throws Exception {
        JsonObject content = Drafts.content(drafts.connection(B, A)).tree();
        refused(X, content, "422 SUBMITTING_PEER_NOT_PART_OF_CONTRACT");
    }

    @Test
    @DisplayName("Manager-SubmitContract-8")
    @Requirement("Manager-SubmitContract-8")
    void refusesGrantsThatDoNotGoTogether() throws Exception {
        Grant plain = Drafts.publication("samen", Optional.empty());
        Grant delegated = Drafts.delegatedPublication("samen", Optional.empty());
        Grant connection = drafts.connection(B, A);
        for (List<Grant> grants :
                List.of(List.of(plain, connection), List.of(plain, delegated), List.of(delegated, connection))) {
            JsonObject content = Drafts.content(grants.toArray(Grant[]::new)).tree();
            refused(B, content, "422 GRANT_COMBINATION_NOT_ALLOWED");
        }
    }

    @Test
    @DisplayName("Manager-SubmitContract-9")
    @Requirement("Manager-SubmitContract-9")
    void refusesAnotherGroup() throws Exception {
        JsonObject content = Drafts.content(drafts.connection(B, A)).tree().with("group_id", "other");
        refused(B, content, "422 INCORRECT_GROUP_ID");
    }

    @Test
    @DisplayName("Manager-SubmitContract-10")
    @Requirement("Manager-SubmitContract-10")
    void refusesAnotherHashAlgorithmInContentOrSignature() throws Exception {
        ContractContent good = Drafts.content(drafts.connection(B, A));
        refused(B, good.tree().with("hash_algorithm", "HASH_ALGORITHM_SHA3_256"), "422 UNKNOWN_HASH_ALGORITHM_HASH");
        String jws =
                Forgery.payload(stage.peer(B).sign(SignatureType.ACCEPT, good), text -> text.replace("$1$1$", "$9$1$"));
        refused(B, good.tree(), jws, "422 UNKNOWN_HASH_ALGORITHM_HASH");
    }

    @Test
    @DisplayName("Manager-SubmitContract-11")
    @Requirement("Manager-SubmitContract-11")
    void takesASignatureWithRsa() throws Exception {
        for (JwsAlgorithm algorithm : List.of(JwsAlgorithm.RS256, JwsAlgorithm.RS384, JwsAlgorithm.RS512)) {
            ContractContent content = Drafts.content(drafts.connection(B, A));
            taken(stage.peer(B), content, stage.peer(B).sign(algorithm, SignatureType.ACCEPT, content));
        }
    }

    @Test
    @DisplayName("Manager-SubmitContract-12")
    @Requirement("Manager-SubmitContract-12")
    void takesASignatureWithACurve() throws Exception {
        for (JwsAlgorithm algorithm : List.of(JwsAlgorithm.ES256, JwsAlgorithm.ES384, JwsAlgorithm.ES512)) {
            ContractContent content = Drafts.content(drafts.connection(B, A));
            taken(stage.peer(B), content, stage.peer(B).sign(algorithm, SignatureType.ACCEPT, content));
        }
    }
}
