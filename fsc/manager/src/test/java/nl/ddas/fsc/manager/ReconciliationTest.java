// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.A;
import static nl.ddas.fsc.manager.Members.B;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.Jwks;
import nl.ddas.fsc.model.PeerIdentity;
import nl.ddas.fsc.model.SignatureCheck;
import nl.ddas.fsc.model.SignatureMaker;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.fsc.model.Uuids;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

    private static final Clock CLOCK = Clock.fixed(Members.NOW, ZoneOffset.UTC);

    private final MemoryContracts ours = new MemoryContracts();
    private final MemoryContracts theirs = new MemoryContracts();

    /// B, who shows no more than two contracts at a time, and not this one.
    private final class Terse extends CountedManagers {

        private final GrantHash hidden;
        private int most;

        Terse(GrantHash hidden) {
            this.hidden = hidden;
        }

        @Override
        public Jwks jwks(Called of) {
            return new Jwks(List.of(Members.signer(of.peer()).chain()));
        }

        @Override
        public List<JsonObject> contracts(Called of, List<GrantHash> grants) {
            if (grants.size() > 2 || grants.contains(hidden)) {
                throw new TooMuchAsked(of.peer(), 413);
            }
            most = Math.max(most, grants.size());
            return grants.stream()
                    .flatMap(grant -> theirs.withGrant(grant).stream())
                    .map(Contract::toJson)
                    .toList();
        }
    }

    @Test
    void whatDoesNotFitInOneAnswerIsAskedForInParts() {
        List<ContractContent> contents = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            ContractContent content =
                    Members.content(Uuids.v7(Members.NOW, new Random(i)), Members.NOW, Members.connection(B, A));
            contents.add(content);
            Contract bare = Contract.of(content);
            ours.change(content.hash(), change -> {
                change.put(bare);
                return bare;
            });
            theirs.change(content.hash(), change -> {
                change.put(bare.with(new SignatureMaker(B, Members.signer(B))
                        .sign(SignatureType.ACCEPT, content.hash(), Members.NOW)));
                return bare;
            });
        }
        ours.meet(new Peer(B, "Peer B", SimulatedManager.address(B), Members.NOW));
        Terse others = new Terse(contents.getLast().grantHashes().getFirst());
        Self self = new Self(
                new PeerIdentity(A, "Peer A"),
                SimulatedManager.address(A),
                Members.GROUP,
                () -> new SignatureMaker(A, Members.signer(A)),
                CLOCK,
                new SecureRandom());
        SignatureCheck signatures =
                new SignatureCheck(Members.GROUP, new SigningKeys(others, CLOCK), (chain, now) -> Optional.empty());
        assertThat(new Reconciliation(self, ours, others, signatures, List.of()).run(B))
                .isTrue();
        assertThat(others.most).isEqualTo(2);
        List<Boolean> heard = contents.stream()
                .map(content -> ours.find(content.hash())
                        .orElseThrow()
                        .signature(B, SignatureType.ACCEPT)
                        .isPresent())
                .toList();
        assertThat(heard).containsExactly(true, true, true, true, true, true, true, true, false);
    }
}
