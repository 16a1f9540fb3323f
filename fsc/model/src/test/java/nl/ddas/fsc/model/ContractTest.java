// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import static nl.ddas.fsc.model.Fixture.A;
import static nl.ddas.fsc.model.Fixture.B;
import static nl.ddas.fsc.model.Fixture.NOW;
import static nl.ddas.fsc.model.Fixture.X;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractTest {

    private static Contract contract(String signatures) {
        Contract contract = Contract.of(Fixture.connection());
        for (String part : signatures.split(" ")) {
            if (!part.isEmpty()) {
                PeerId peer = part.charAt(0) == 'A' ? A : B;
                contract = contract.with(
                        signature(peer, SignatureType.find(part.substring(1)).orElseThrow(), NOW));
            }
        }
        return contract;
    }

    private static ContractSignature signature(PeerId peer, SignatureType type, Instant at) {
        return new ContractSignature(
                peer, type, at, "jws", Fixture.ONE.signer(peer).chain());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '',                         during, good, PROPOSED
            Baccept,                    during, good, PROPOSED
            Aaccept Baccept,            during, good, VALID
            Aaccept Baccept,            before, good, VALID
            Aaccept Baccept,            during, bad,  SUSPENDED
            Baccept,                    during, bad,  PROPOSED
            '',                         after,  good, REJECTED
            Baccept,                    after,  good, REJECTED
            Aaccept Baccept,            after,  good, EXPIRED
            Aaccept Baccept,            after,  bad,  EXPIRED
            Breject,                    during, good, REJECTED
            Aaccept Baccept Breject,    during, good, REJECTED
            Aaccept Baccept Breject,    after,  good, REJECTED
            Brevoke,                    during, good, REVOKED
            Aaccept Baccept Brevoke,    during, good, REVOKED
            Aaccept Baccept Brevoke,    after,  bad,  REVOKED
            Breject Brevoke,            during, good, REVOKED
            Brevoke Baccept Aaccept,    during, good, REVOKED
            """)
    void theStateFollowsFromSignaturesCertificatesAndClock(
            String signatures, String moment, String certificates, ContractState expected) {
        Instant now =
                switch (moment) {
                    case "before" -> NOW.minusSeconds(3600);
                    case "after" -> NOW.plusSeconds(86_400);
                    default -> NOW;
                };

        assertThat(contract(signatures).state(now, s -> certificates.equals("good")))
                .isEqualTo(expected);
    }

    @Test
    void aValidContractCanBeUsedFromItsBeginToItsEnd() {
        Contract contract = contract("Aaccept Baccept");
        Validity validity = contract.content().validity();

        assertThat(contract.usable(validity.notBefore(), s -> true)).isTrue();
        assertThat(contract.usable(validity.notBefore().minusSeconds(1), s -> true))
                .isFalse();
        assertThat(contract.usable(validity.notAfter().minusSeconds(1), s -> true))
                .isTrue();
        assertThat(contract.usable(validity.notAfter(), s -> true)).isFalse();
        assertThat(contract.usable(NOW, s -> false)).isFalse();
    }

    @Test
    void aNewerSignatureReplacesTheOldOfItsTypeAndAnOlderDoesNot() {
        Contract contract = contract("Baccept Breject Brevoke");
        for (SignatureType type : SignatureType.values()) {
            ContractSignature newer = signature(B, type, NOW.plusSeconds(1));

            assertThat(contract.with(newer).signature(B, type)).contains(newer);
            assertThat(contract.with(newer).signatures()).hasSize(3);
            assertThat(contract.with(signature(B, type, NOW.minusSeconds(1)))).isSameAs(contract);
        }
    }

    @Test
    void aSignatureOfAStrangerIsNoPartOfAContract() {
        assertThatThrownBy(() -> contract("").with(signature(X, SignatureType.REVOKE, NOW)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onePeerMayHaveEveryRole() {
        ContractContent own = Fixture.draft(List.of(
                new Grant.ServiceConnection(Fixture.outway(A), new ServiceRef.Plain(A, "x"), Optional.empty())));

        assertThat(own.peers()).containsExactly(A);
        assertThat(Contract.of(own)
                        .with(signature(A, SignatureType.ACCEPT, NOW))
                        .state(NOW, s -> true))
                .isEqualTo(ContractState.VALID);
    }

    @Test
    void listsSignaturesByTypeAndPeer() {
        assertThat(contract("Baccept").toJson().object("signatures"))
                .contains(Fixture.json("{'accept':{'00000099000000000002':'jws'},'reject':{},'revoke':{}}"));
    }
}
