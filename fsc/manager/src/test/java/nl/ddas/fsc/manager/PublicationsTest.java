// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.A;
import static nl.ddas.fsc.manager.Members.D;
import static nl.ddas.fsc.manager.Members.DIR;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Random;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.PeerIdentity;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.fsc.model.ServiceOffer;
import nl.ddas.fsc.model.ServiceRef;
import nl.ddas.fsc.model.SignatureMaker;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.fsc.model.Uuids;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;

class PublicationsTest {

    private static final ServiceRef DELEGATED = new ServiceRef.Delegated(A, "parkeren", D);

    /// That of the machine, as certificates are judged by it.
    private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);

    private final TestClock clock = new TestClock(now);
    private final MemoryContracts contracts = new MemoryContracts();

    private Publications publications(boolean strict) {
        Self self = new Self(
                new PeerIdentity(A, "A"),
                SimulatedManager.address(A),
                Members.GROUP,
                () -> new SignatureMaker(A, Members.signer(A)),
                clock,
                new Random(1));
        return new Publications(self, contracts, new Standing((chain, now) -> Optional.empty()), strict);
    }

    private void publish(PeerId... signers) {
        ContractContent content = Members.content(
                Uuids.v7(now, new Random(3)),
                now,
                new Grant.DelegatedServicePublication(
                        DIR, new ServiceOffer(A, "parkeren", Protocol.HTTP_1_1), D, Optional.empty()));
        contracts.change(content.hash(), change -> {
            Contract contract = Contract.of(content);
            for (PeerId signer : signers) {
                contract = contract.with(new SignatureMaker(signer, Members.signer(signer))
                        .sign(SignatureType.ACCEPT, content.hash(), now));
            }
            change.put(contract);
            return "";
        });
    }

    @Test
    void aMissingPublicationIsInTheWayOnlyWhenStrict() {
        assertThat(publications(false).allow(DELEGATED)).isTrue();
        assertThat(publications(true).allow(DELEGATED)).isFalse();
        assertThat(publications(true).allow(new ServiceRef.Plain(A, "parkeren")))
                .isTrue();
    }

    @Test
    void aPublicationCountsWhenAllHaveAccepted() {
        publish(A, DIR);
        assertThat(publications(true).allow(DELEGATED)).isFalse();
    }

    @Test
    void aValidPublicationIsFound() {
        publish(A, DIR, D);
        assertThat(publications(true).allow(DELEGATED)).isTrue();
        assertThat(publications(true).allow(new ServiceRef.Delegated(A, "parkeren", DIR)))
                .isFalse();
        assertThat(publications(true).allow(new ServiceRef.Delegated(A, "anders", D)))
                .isFalse();
    }
}
