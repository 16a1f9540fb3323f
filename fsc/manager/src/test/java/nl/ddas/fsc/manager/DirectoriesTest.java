// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.B;
import static nl.ddas.fsc.manager.Members.DIR;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.Jwks;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;

/// What Directories say about a Service, and what holds while they say nothing.
class DirectoriesTest implements OtherManagers {

    private final TestClock clock = new TestClock(Members.NOW);
    private final Directories directories =
            new Directories(this, List.of(new Called(DIR, SimulatedManager.address(DIR))), clock);
    private boolean away = true;
    private int asked;

    @Test
    void aDirectoryThatWasAwayIsAskedAgainAfterAMinute() {
        for (int turn = 0; turn < 3; turn++) {
            assertThat(directories.protocol(B, "snel")).isEqualTo(Protocol.HTTP_1_1);
        }
        assertThat(asked).isEqualTo(1);
        away = false;
        clock.advance(Duration.ofMinutes(1));
        assertThat(directories.protocol(B, "snel")).isEqualTo(Protocol.HTTP_2);
        assertThat(directories.protocol(B, "snel")).isEqualTo(Protocol.HTTP_2);
        assertThat(asked).isEqualTo(2);
        assertThat(directories.protocol(DIR, "snel")).as("of another peer").isEqualTo(Protocol.HTTP_1_1);
    }

    @Test
    void whatADirectorySaidLastHoldsWhileItIsAway() {
        away = false;
        assertThat(directories.protocol(B, "snel")).isEqualTo(Protocol.HTTP_2);
        away = true;
        clock.advance(Duration.ofMinutes(11));
        for (int turn = 0; turn < 3; turn++) {
            assertThat(directories.protocol(B, "snel")).isEqualTo(Protocol.HTTP_2);
        }
        assertThat(asked).isEqualTo(2);
    }

    @Override
    public JsonObject look(Called of, String path) {
        asked++;
        if (away) {
            throw new PeerUnreachable(of.peer(), "away");
        }
        JsonObject service = JsonObject.EMPTY
                .with("name", "snel")
                .with("protocol", Protocol.HTTP_2.wire())
                .with("peer", JsonObject.EMPTY.with("id", B.value()));
        return JsonObject.EMPTY.with("services", new JsonArray(List.of(JsonObject.EMPTY.with("data", service))));
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
        return Optional.empty();
    }

    @Override
    public void announce(Called to) {
        throw new PeerUnreachable(to.peer(), "not asked here");
    }
}
