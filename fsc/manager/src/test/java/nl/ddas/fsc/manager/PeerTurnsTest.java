// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.A;
import static nl.ddas.fsc.manager.Members.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import nl.ddas.fsc.model.PeerId;
import org.junit.jupiter.api.Test;

class PeerTurnsTest {

    private final PeerTurns turns = new PeerTurns(Runnable::run);

    private void breakWith(PeerId peer) {
        assertThatThrownBy(() -> turns.begin(peer, () -> {
                    throw new IllegalStateException("it broke");
                }))
                .hasMessage("it broke");
    }

    @Test
    void tellsWithWhomItBreaksUntilItGoesWell() {
        breakWith(A);
        breakWith(B);
        assertThat(turns.busy()).isEmpty();
        assertThat(turns.broken()).containsExactlyInAnyOrder(A, B);
        turns.begin(A, () -> assertThat(turns.busy()).containsExactly(A));
        assertThat(turns.broken()).containsExactly(B);
    }

    @Test
    void withWhomNothingIsLeftToDoNothingIsBroken() {
        breakWith(A);
        breakWith(B);
        turns.keepTo(Set.of(B));
        assertThat(turns.broken()).containsExactly(B);
    }
}
