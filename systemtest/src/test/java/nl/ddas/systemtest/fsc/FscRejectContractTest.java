// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest.fsc;

import nl.ddas.fsc.model.SignatureType;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// FSC test suite: a Peer rejects a contract.
@OnStage
class FscRejectContractTest {

    private final Signatures signatures;

    FscRejectContractTest(Stage stage) {
        this.signatures = new Signatures(stage, SignatureType.REJECT);
    }

    @Test
    @DisplayName("Manager-RejectContract-1")
    @Requirement("Manager-RejectContract-1")
    void aSignatureByAPeerOnTheContractIsTaken() throws Exception {
        signatures.taken();
    }

    @Test
    @DisplayName("Manager-RejectContract-2")
    @Requirement("Manager-RejectContract-2")
    void aPeerThatIsNotOnTheContractIsRefused() throws Exception {
        signatures.bySomebodyElse();
    }

    @Test
    @DisplayName("Manager-RejectContract-3")
    @Requirement("Manager-RejectContract-3")
    void somethingThatIsNoSignatureIsRefused() throws Exception {
        signatures.noSignature();
    }

    @Test
    @DisplayName("Manager-RejectContract-4")
    @Requirement("Manager-RejectContract-4")
    void aSignatureOverAnotherContractIsRefused() throws Exception {
        signatures.overAnotherContract();
    }

    @Test
    @DisplayName("Manager-RejectContract-5")
    @Requirement("Manager-RejectContract-5")
    void aSignatureOfAnotherTypeIsRefused() throws Exception {
        signatures.ofAnotherType();
    }

    @Test
    @DisplayName("Manager-RejectContract-6")
    @Requirement("Manager-RejectContract-6")
    void thePathOfAnotherContractIsRefused() throws Exception {
        signatures.onAnotherPath();
    }

    @Test
    @DisplayName("Manager-RejectContract-7")
    @Requirement("Manager-RejectContract-7")
    void anAlgorithmThatIsNotSupportedIsRefused() throws Exception {
        signatures.withAnotherAlgorithm();
    }
}
