// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.A;
import static nl.ddas.fsc.manager.Members.B;
import static nl.ddas.fsc.manager.Members.C;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.PeerIdentity;
import nl.ddas.fsc.model.SignatureCheck;
import nl.ddas.fsc.model.SignatureMaker;
import nl.ddas.fsc.model.Uuids;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who hears again what we sign with a new certificate.
class SignedAnewTest {

    private static final Instant NOW = Members.NOW;
    private static final Random RANDOM = new Random(1);

    private final TestClock clock = new TestClock(NOW);
    private final MemoryContracts contracts = new MemoryContracts();
    private final Operations operations = new Operations(
            new Self(
                    new PeerIdentity(A, "Peer A"),
                    SimulatedManager.address(A),
                    Members.GROUP,
                    () -> new SignatureMaker(A, Members.renewed(A)),
                    clock,
                    RANDOM),
            contracts,
            new SignatureCheck(
                    Members.GROUP, new SigningKeys(new CountedManagers(), clock), (chain, now) -> Optional.empty()),
            new Standing((chain, now) -> Optional.empty()));

    /// A contract about which we said something by the old certificate; B took it and C did not.
    private ContractContent said(Delivery.Action action) {
        ContractContent content =
                Members.content(Uuids.v7(NOW, RANDOM), NOW, Members.connection(A, B), Members.connection(A, C));
        return contracts.change(content.hash(), change -> {
            change.put(Contract.of(content)
                    .with(new SignatureMaker(A, Members.signer(A)).sign(action.signature(), content.hash(), NOW)));
            change.send(Delivery.now(content.hash(), B, action, NOW).done());
            change.send(Delivery.now(content.hash(), C, action, NOW).failed("422 not this certificate"));
            return content;
        });
    }

    /// Another may refuse to revoke what is revoked, which would stay in the outbox as a failure for good.
    @ParameterizedTest
    @CsvSource({"REJECT, DONE", "REVOKE, DONE", "ACCEPT, PENDING"})
    void onlyWhoHasNoRejectOrRevokeHearsItAgain(Delivery.Action action, Delivery.Status there) {
        ContractContent content = said(action);
        clock.advance(Duration.ofMinutes(1));
        assertThat(operations.renewSignatures()).isEqualTo(1);
        assertThat(contracts
                        .find(content.hash())
                        .flatMap(contract -> contract.signature(A, action.signature()))
                        .orElseThrow()
                        .certificate())
                .isEqualTo(Members.renewed(A).leaf());
        assertThat(Map.of(B, status(content, B, action), C, status(content, C, action)))
                .isEqualTo(Map.of(B, there, C, Delivery.Status.PENDING));
        assertThat(operations.renewSignatures()).isZero();
        assertThat(contracts.acceptedOtherwise(A, Members.renewed(A).leaf(), NOW))
                .isEqualTo(List.of());
    }

    private Delivery.Status status(ContractContent content, PeerId target, Delivery.Action action) {
        return contracts.delivery(content.hash(), target, action).orElseThrow().status();
    }

    @ParameterizedTest
    @CsvSource({"REJECT", "REVOKE"})
    void whatAllHaveIsNotSignedAnew(Delivery.Action action) {
        ContractContent content = said(action);
        clock.advance(Duration.ofMinutes(1));
        boolean _ = contracts.change(content.hash(), change -> {
            change.send(Delivery.now(content.hash(), C, action, NOW).done());
            return true;
        });
        assertThat(operations.renewSignatures()).isZero();
    }
}
