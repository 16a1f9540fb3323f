// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest.fsc;

import java.util.List;
import nl.ddas.fsc.model.JwsAlgorithm;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// FSC test suite: a Peer accepts a contract.
@OnStage
class FscAcceptContractTest {

    private final Signatures signatures;

    FscAcceptContractTest(Stage stage) {
        this.signatures = new Signatures(stage, SignatureType.ACCEPT);
    }

    @Test
    @DisplayName("Manager-AcceptContract-1")
    @Requirement("Manager-AcceptContract-1")
    void aSignatureByAPeerOnTheContractIsTaken() throws Exception {
        signatures.taken();
    }

    @Test
    @DisplayName("Manager-AcceptContract-2")
    @Requirement("Manager-AcceptContract-2")
    void aPeerThatIsNotOnTheContractIsRefused() throws Exception {
        signatures.bySomebodyElse();
    }

    @Test
    @DisplayName("Manager-AcceptContract-3")
    @Requirement("Manager-AcceptContract-3")
    void somethingThatIsNoSignatureIsRefused() throws Exception {
        signatures.noSignature();
    }

    @Test
    @DisplayName("Manager-AcceptContract-4")
    @Requirement("Manager-AcceptContract-4")
    void aSignatureOverAnotherContractIsRefused() throws Exception {
        signatures.overAnotherContract();
    }

    @Test
    @DisplayName("Manager-AcceptContract-5")
    @Requirement("Manager-AcceptContract-5")
    void aSignatureOfAnotherTypeIsRefused() throws Exception {
        signatures.ofAnotherType();
    }

    @Test
    @DisplayName("Manager-AcceptContract-6")
    @Requirement("Manager-AcceptContract-6")
    void thePathOfAnotherContractIsRefused() throws Exception {
        signatures.onAnotherPath();
    }

    @Test
    @DisplayName("Manager-AcceptContract-7")
    @Requirement("Manager-AcceptContract-7")
    void anAlgorithmThatIsNotSupportedIsRefused() throws Exception {
        signatures.withAnotherAlgorithm();
    }

    @Test
    @DisplayName("Manager-AcceptContract-8")
    @Requirement("Manager-AcceptContract-8")
    void takesASignatureWithRsa() throws Exception {
        signatures.with(List.of(JwsAlgorithm.RS256, JwsAlgorithm.RS384, JwsAlgorithm.RS512));
    }

    @Test
    @DisplayName("Manager-AcceptContract-9")
    @Requirement("Manager-AcceptContract-9")
    void takesASignatureWithACurve() throws Exception {
        signatures.with(List.of(JwsAlgorithm.ES256, JwsAlgorithm.ES384, JwsAlgorithm.ES512));
    }
}
