// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.A;
import static nl.ddas.fsc.manager.Members.B;
import static nl.ddas.fsc.manager.Members.C;
import static nl.ddas.fsc.manager.Members.D;
import static nl.ddas.fsc.manager.Members.DIR;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.Jwks;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.PeerIdentity;
import nl.ddas.fsc.model.SignatureMaker;
import nl.ddas.fsc.model.Uuids;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;

/// Who hears where our Manager is, and when.
class AnnouncementsTest implements OtherManagers {

    private static final PeerTurns AT_ONCE = new PeerTurns(Runnable::run);

    private final TestClock clock = new TestClock(Members.NOW);
    private final Store store = MemoryStores.open();
    private final List<PeerId> told = new ArrayList<>();
    private boolean away;
    private Optional<ManagerAddress> gone = Optional.empty();

    private Announcements announcements(ManagerAddress own) {
        Self self = new Self(
                new PeerIdentity(A, "A"),
                own,
                Members.GROUP,
                () -> new SignatureMaker(A, Members.signer(A)),
                clock,
                new Random(1));
        List<Called> directories = List.of(new Called(DIR, SimulatedManager.address(DIR)));
        return new Announcements(self, store, this, new Addresses(store.contracts(), this, directories), directories);
    }

    private void contractWithB() {
        ContractContent content =
                Members.content(Uuids.v7(Members.NOW, new Random(2)), Members.NOW, Members.connection(B, A));
        store.contracts().change(content.hash(), change -> {
            change.put(Contract.of(content));
            return "";
        });
        store.contracts().meet(new Peer(B, "B", SimulatedManager.address(B), Members.NOW));
    }

    @Test
    void aDirectoryHearsItAtEveryStart() {
        for (int start = 0; start < 2; start++) {
            Announcements announcements = announcements(SimulatedManager.address(A));
            announcements.run(clock.instant(), AT_ONCE);
            announcements.run(clock.instant(), AT_ONCE);
        }
        assertThat(told).containsExactly(DIR, DIR);
    }

    @Test
    void everybodyWithAContractHearsOfANewAddress() {
        Announcements first = announcements(SimulatedManager.address(A));
        first.run(clock.instant(), AT_ONCE);
        first.run(clock.instant(), AT_ONCE);
        assertThat(told).containsExactly(DIR);
        contractWithB();

        Announcements moved = announcements(SimulatedManager.address(B));
        moved.run(clock.instant(), AT_ONCE);
        moved.run(clock.instant(), AT_ONCE);
        assertThat(told).containsExactly(DIR, DIR, B);

        announcements(SimulatedManager.address(B)).run(clock.instant(), AT_ONCE);
        assertThat(told).containsExactly(DIR, DIR, B, DIR);
    }

    /// Nobody has heard the first address when the second comes; then B hears one, and the first comes back.
    @Test
    void everybodyHearsOfAnAddressThatComesBack() {
        contractWithB();
        away = true;
        announcements(SimulatedManager.address(A)).run(clock.instant(), AT_ONCE);
        away = false;
        announcements(SimulatedManager.address(C)).run(clock.instant(), AT_ONCE);
        assertThat(told).containsExactly(DIR, B);
        announcements(SimulatedManager.address(A)).run(clock.instant(), AT_ONCE);
        assertThat(told).containsExactly(DIR, B, DIR, B);
    }

    /// B has moved at the same time: only the Directory knows where it is now.
    @Test
    void whoIsNotFoundIsLookedForInTheDirectory() {
        contractWithB();
        gone = Optional.of(SimulatedManager.address(B));
        Announcements announcements = announcements(SimulatedManager.address(A));
        announcements.run(clock.instant(), AT_ONCE);
        assertThat(told).containsExactly(DIR);
        clock.advance(Duration.ofSeconds(15));
        announcements.run(clock.instant(), AT_ONCE);
        assertThat(told).containsExactly(DIR, B);
    }

    @Test
    void goesOnUntilItWasHeard() {
        away = true;
        Announcements announcements = announcements(SimulatedManager.address(A));
        assertThat(announcements.note()).isEmpty();
        announcements.run(clock.instant(), AT_ONCE);
        away = false;
        announcements.run(clock.instant(), AT_ONCE);
        assertThat(told).as("too soon").isEmpty();
        assertThat(announcements.note()).hasValueSatisfying(note -> assertThat(note)
                .contains("Directory " + DIR + " heeft ons adres https://a0.test:8443 nog niet aangenomen", "away"));
        clock.advance(Duration.ofSeconds(15));
        announcements.run(clock.instant(), AT_ONCE);
        assertThat(told).containsExactly(DIR);
        assertThat(announcements.note()).isEmpty();
    }

    @Override
    public void announce(Called to) {
        if (away || gone.filter(to.at()::equals).isPresent()) {
            throw new PeerUnreachable(to.peer(), "away");
        }
        told.add(to.peer());
    }

    @Override
    public Handover hand(Called to, Parcel parcel) {
        return new Handover.Unsure("not asked here");
    }

    @Override
    public Jwks jwks(Called of) {
        throw new PeerUnreachable(of.peer(), "not asked here");
    }

    @Override
    public List<JsonObject> contracts(Called of, List<GrantHash> grants) {
        return List.of();
    }

    @Override
    public Optional<ManagerAddress> address(Called directory, PeerId wanted) {
        return gone.map(old -> SimulatedManager.address(D));
    }

    @Override
    public JsonObject look(Called of, String path) {
        return JsonObject.EMPTY;
    }
}
