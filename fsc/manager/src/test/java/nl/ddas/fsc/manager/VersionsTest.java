// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.A;
import static nl.ddas.fsc.manager.Members.B;
import static nl.ddas.fsc.manager.Members.C;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.PeerIdentity;
import nl.ddas.fsc.model.SignatureMaker;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;

/// What is told about the versions of others before a contract goes to them.
class VersionsTest {

    private final MemoryContracts contracts = new MemoryContracts();
    private final Self self = new Self(
            new PeerIdentity(A, "Peer A"),
            SimulatedManager.address(A),
            Members.GROUP,
            () -> new SignatureMaker(A, Members.signer(A)),
            new TestClock(Members.NOW),
            new SecureRandom());

    private void meet(PeerId peer) {
        contracts.meet(new Peer(peer, "Peer " + peer, SimulatedManager.address(peer), Members.NOW));
    }

    private List<String> remarks(OtherManagers others) {
        Lists lists = new Lists(
                self,
                contracts,
                new ServiceListing(self, contracts, new Standing((chain, now) -> Optional.empty())),
                TransactionLogs.NONE);
        return new Versions(self, lists, others, new Addresses(contracts, others, List.of())).remarks(Set.of(A, B, C));
    }

    /// Each answers when the other is asked too.
    @Test
    void allAreAskedAtTheSameTime() {
        meet(B);
        meet(C);
        CyclicBarrier both = new CyclicBarrier(2);
        List<String> remarks = remarks(new CountedManagers() {
            @Override
            public JsonObject look(Called of, String path) {
                try {
                    both.await(30, TimeUnit.SECONDS);
                } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
                    throw new IllegalStateException(alone);
                }
                return JsonObject.EMPTY.with("fsc_version", of.peer().equals(B) ? "1.0.0" : "2.0.0");
            }
        });
        assertThat(remarks).singleElement().asString().contains(B.value(), "andere versie van FSC");
    }

    @Test
    void whoIsAwayOrUnknownIsTold() {
        meet(B);
        assertThat(remarks(new CountedManagers()))
                .hasSize(2)
                .anySatisfy(remark -> assertThat(remark).contains(B.value(), "antwoordt nu niet"))
                .anySatisfy(remark -> assertThat(remark).contains(C.value(), "geen adres bekend"));
    }
}
