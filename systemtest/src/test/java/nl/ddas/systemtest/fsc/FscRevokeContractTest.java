// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest.fsc;

import nl.ddas.fsc.model.SignatureType;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// FSC test suite: a Peer revokes a contract.
@OnStage
class FscRevokeContractTest {

    private final Signatures signatures;

    FscRevokeContractTest(Stage stage) {
        this.signatures = new Signatures(stage, SignatureType.REVOKE);
    }

    @Test
    @DisplayName("Manager-RevokeContract-1")
    @Requirement("Manager-RevokeContract-1")
    void aSignatureByAPeerOnTheContractIsTaken() throws Exception {
        signatures.taken();
    }

    @Test
    @DisplayName("Manager-RevokeContract-2")
    @Requirement("Manager-RevokeContract-2")
    void aPeerThatIsNotOnTheContractIsRefused() throws Exception {
        signatures.bySomebodyElse();
    }

    @Test
    @DisplayName("Manager-RevokeContract-3")
    @Requirement("Manager-RevokeContract-3")
    void somethingThatIsNoSignatureIsRefused() throws Exception {
        signatures.noSignature();
    }

    @Test
    @DisplayName("Manager-RevokeContract-4")
    @Requirement("Manager-RevokeContract-4")
    void aSignatureOverAnotherContractIsRefused() throws Exception {
        signatures.overAnotherContract();
    }

    @Test
    @DisplayName("Manager-RevokeContract-5")
    @Requirement("Manager-RevokeContract-5")
    void aSignatureOfAnotherTypeIsRefused() throws Exception {
        signatures.ofAnotherType();
    }

    @Test
    @DisplayName("Manager-RevokeContract-6")
    @Requirement("Manager-RevokeContract-6")
    void thePathOfAnotherContractIsRefused() throws Exception {
        signatures.onAnotherPath();
    }

    @Test
    @DisplayName("Manager-RevokeContract-7")
    @Requirement("Manager-RevokeContract-7")
    void anAlgorithmThatIsNotSupportedIsRefused() throws Exception {
        signatures.withAnotherAlgorithm();
    }
}
