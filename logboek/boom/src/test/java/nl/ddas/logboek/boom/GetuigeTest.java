// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;

/// In memory, where it can be killed at the worst moment.
class GetuigeTest extends GetuigeContract {

    @Override
    Getuigenstand stand() {
        return new Geheugenstand();
    }

    @Test
    void killedBeforeItAnswersItKnowsWhatItWouldHaveSigned() throws IOException {
        Geheugenstand stand = new Geheugenstand();
        NoteSigner log = NoteSigner.draw(ORIGIN, new SecureRandom());
        Getuige getuige = new Getuige(
                NoteSigner.draw("getuige.nl", new SecureRandom()),
                List.of(log.verifier()),
                stand,
                new TestClock(Instant.EPOCH));
        Proefboom one = Proefboom.of(10);
        Proefboom other = Proefboom.of(9);
        other.add(Proefboom.entry(77));
        stand.diesAfterKeeping = true;
        byte[] first = new Aanbod(0, List.of(), log.sign(one.checkpoint(ORIGIN).text())).bytes();
        assertThatThrownBy(() -> getuige.add(first)).hasMessage("killed");
        stand.diesAfterKeeping = false;
        byte[] fork = new Aanbod(0, List.of(), log.sign(other.checkpoint(ORIGIN).text())).bytes();
        byte[] forkAgain =
                new Aanbod(10, List.of(), log.sign(other.checkpoint(ORIGIN).text())).bytes();
        byte[] again = new Aanbod(10, List.of(), log.sign(one.checkpoint(ORIGIN).text())).bytes();
        assertThat(getuige.add(fork)).isEqualTo(new Getuigeantwoord.Andere(10));
        assertThat(getuige.add(forkAgain)).isInstanceOf(Getuigeantwoord.AndereWortel.class);
        assertThat(getuige.add(again)).isInstanceOf(Getuigeantwoord.Getekend.class);
        assertThat(stand.refused).containsExactly(ORIGIN);
    }
}
