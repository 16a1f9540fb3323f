// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.B;
import static nl.ddas.fsc.manager.Members.C;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.ddas.basis.Network;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.SignatureMaker;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What health tells of the work that a Manager does by itself.
class WorkTest {

    private final Network network = Network.open();
    private final TestClock clock = new TestClock(Clock.systemUTC().instant());
    private final Organisation organisation = new Organisation(network, C, false, List.of(), 200, clock);
    private final WatchedContracts contracts = organisation.contracts;

    @AfterEach
    void stop() {
        organisation.close();
        network.close();
    }

    @Test
    void handingOverThatFailsIsNotHealthy() throws IOException {
        contracts.away(true);
        contracts.untilTurnEnded();
        Organisation.Reply sick = organisation.monitor("/health/ready");
        assertThat(sick.status()).isEqualTo(503);
        assertThat(sick.text()).contains("het werk op de achtergrond gaat mis");
        contracts.away(false);
        contracts.untilTurnEnded();
        assertThat(organisation.monitor("/health/ready").status()).isEqualTo(200);
    }

    /// The rest goes on, so the Manager is ready.
    @Test
    void whatBreaksForOnePeerIsNoted() throws IOException {
        ContractContent content = Stage.content(Members.connection(C, B));
        contracts.meet(new Peer(B, "Peer B", SimulatedManager.address(B), content.createdAt()));
        boolean _ = contracts.change(content.hash(), change -> {
            change.put(Contract.of(content)
                    .with(new SignatureMaker(C, Members.signer(C))
                            .sign(SignatureType.ACCEPT, content.hash(), content.createdAt())));
            change.send(Delivery.now(content.hash(), B, Delivery.Action.SUBMIT, content.createdAt()));
            contracts.breaksOn(content.hash());
            return true;
        });
        contracts.until(() -> contracts
                .delivery(content.hash(), B, Delivery.Action.SUBMIT)
                .filter(row -> row.attempts() > 0)
                .isPresent());
        clock.advance(Duration.ofMinutes(2));
        assertNoted("het werk voor 1 deelnemer gaat bij ons mis");
    }

    @Test
    void aContractThatCannotBeReadIsNoted() throws IOException {
        ContractContent content = Stage.content(Members.connection(C, B));
        contracts.meet(new Peer(B, "Peer B", SimulatedManager.address(B), content.createdAt()));
        boolean _ = contracts.change(content.hash(), change -> {
            change.put(Contract.of(content));
            contracts.spoils(content.hash());
            return true;
        });
        clock.advance(Duration.ofMinutes(11));
        assertNoted("1 contract wordt overgeslagen");
    }

    private void assertNoted(String note) throws IOException {
        for (int turn = 0; turn < 60 && !isNoted(note); turn++) {
            clock.advance(Duration.ofMinutes(1));
            contracts.away(false);
            contracts.untilTurnEnded();
        }
        assertThat(isNoted(note)).isTrue();
        assertThat(organisation.monitor("/health/ready").status()).isEqualTo(200);
    }

    private boolean isNoted(String note) throws IOException {
        return organisation.monitor("/health/ready").text().contains(note);
    }
}
