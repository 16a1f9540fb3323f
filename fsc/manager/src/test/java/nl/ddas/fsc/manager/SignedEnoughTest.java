// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.A;
import static nl.ddas.fsc.manager.Members.B;
import static nl.ddas.fsc.manager.Members.C;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Network;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.PeerIdentity;
import nl.ddas.fsc.model.Properties;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.fsc.model.ServiceOffer;
import nl.ddas.fsc.model.SignatureMaker;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.fsc.model.Uuids;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;

/// How much a policy signs with one Peer.
class SignedEnoughTest {

    private static final AutoSign.Decision SIGN = new AutoSign.Decision.Sign("rule 1");
    private static final AutoSign.Decision LEAVE = new AutoSign.Decision.Leave();

    private final TestClock clock = new TestClock(Members.NOW);
    private final MemoryContracts contracts = new MemoryContracts();
    private final Random random = new Random(1);

    private Contract proposed(PeerId by) {
        return signed(
                Contract.of(Members.content(Uuids.v7(Members.NOW, random), Members.NOW, Members.connection(by, A))),
                by,
                SignatureType.ACCEPT);
    }

    private Contract signed(Contract contract, PeerId by, SignatureType type) {
        return contract.with(new SignatureMaker(by, Members.signer(by))
                .sign(type, contract.content().hash(), clock.instant()));
    }

    private Contract stored(Contract contract) {
        return contracts.change(contract.content().hash(), change -> {
            change.put(contract);
            return contract;
        });
    }

    private AutoSign.Decision decide(int most, long room, PeerId by) {
        AutoSign policy = new SignedEnough(contracts, clock, most, room, _ -> SIGN);
        return policy.decide(new AutoSign.Proposal(proposed(by), new PeerIdentity(by, "Peer"), A));
    }

    @Test
    void onlySoManyContractsOfAPeerAreSignedAndAnotherPeerHasItsOwnRoom() {
        stored(signed(proposed(B), A, SignatureType.ACCEPT));
        assertThat(decide(2, 1_000_000, B)).isEqualTo(SIGN);
        stored(signed(proposed(B), A, SignatureType.ACCEPT));
        assertThat(decide(2, 1_000_000, B)).isEqualTo(LEAVE);
        assertThat(decide(3, 100, B)).as("too many bytes").isEqualTo(LEAVE);
        assertThat(decide(2, 100, C)).isEqualTo(SIGN);
    }

    @Test
    void whatIsRevokedAtOnceGivesRoomADayLater() {
        Contract contract = stored(signed(proposed(B), A, SignatureType.ACCEPT));
        stored(signed(contract, B, SignatureType.REVOKE));
        assertThat(decide(1, 1_000_000, B)).isEqualTo(LEAVE);
        clock.advance(Duration.ofDays(1));
        assertThat(decide(1, 1_000_000, B)).isEqualTo(SIGN);
    }

    private static ContractContent largePublication() {
        Properties large = new Properties(JsonObject.EMPTY.with("text", "x".repeat(1_000_000)));
        Grant grant =
                new Grant.ServicePublication(A, new ServiceOffer(B, "parkeren", Protocol.HTTP_1_1), Optional.of(large));
        return Stage.content(grant, grant, grant);
    }

    private static boolean isSigned(Organisation by, ContractContent content) {
        return by.contracts
                .find(content.hash())
                .filter(contract ->
                        contract.signature(by.peer, SignatureType.ACCEPT).isPresent())
                .isPresent();
    }

    /// Then they wait for its operator, as all that nobody signs, and of those there may only be so many.
    @Test
    void aDirectorySignsOnlySoManyPublicationsOfOnePeer() throws IOException {
        try (Network network = Network.open();
                Organisation directory = new Organisation(network, A, true, List.of(), 1, Clock.systemUTC());
                Tester tester = Tester.open(network, B, directory.manager.port())) {
            List<ContractContent> taken = new ArrayList<>();
            ContractContent next = largePublication();
            while (tester.submit(next).status() == 201 && taken.size() < 30) {
                taken.add(next);
                next = largePublication();
            }
            assertThat(taken).hasSizeBetween(21, 25);
            assertThat(tester.submit(next).status()).isEqualTo(429);
            assertThat(taken.subList(0, taken.size() - 1)).allMatch(content -> isSigned(directory, content));
            assertThat(isSigned(directory, taken.getLast())).isFalse();
        }
    }
}
