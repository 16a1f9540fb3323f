// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Ophalen;
import nl.ddas.levering.verzamelaar.Volharding.Afloop;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;

class VolhardingTest {

    private final List<Duration> gewacht = new ArrayList<>();
    private final List<Mislukking> gemeld = new ArrayList<>();
    private final TestClock clock = TestClock.at("2026-11-21T09:00:00Z");

    private Volharding volharding() {
        Ophalen instelling = new Ophalen(
                1, 5, Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofSeconds(1), 1, 1);
        return new Volharding(instelling, gewacht::add, new Random(1), clock);
    }

    @Test
    void pausesDoubleWithChanceAndEndAfterTheLastAttempt() throws InterruptedException {
        Afloop<String> afloop = volharding()
                .probeer(
                        () -> {
                            throw new IOException("gone");
                        },
                        gemeld::add);
        assertThat(gewacht).hasSize(4);
        for (int i = 0; i < 4; i++) {
            long heel = 2000L << i;
            assertThat(gewacht.get(i).toMillis()).isBetween(heel / 2, heel);
        }
        assertThat(gemeld).extracting(Mislukking::pogingen).containsExactly(1, 2, 3, 4);
        assertThat(afloop)
                .isEqualTo(new Afloop.Gestopt<>(
                        new Mislukking("geen-verbinding", 5, clock.instant().plus(Duration.ofHours(1)))));
    }

    @Test
    void waitsAsLongAsTheOtherSideAsks() throws InterruptedException {
        Afloop<String> afloop = volharding()
                .probeer(
                        () -> gewacht.isEmpty()
                                ? new Uitkomst.Later<>("http-429", Optional.of(Duration.ofSeconds(17)))
                                : new Uitkomst.Gelukt<>("klaar"),
                        gemeld::add);
        assertThat(afloop).isEqualTo(new Afloop.Klaar<>("klaar"));
        assertThat(gewacht).containsExactly(Duration.ofSeconds(17));
    }

    @Test
    void aPauseThatIsTooLongForThisRunEndsIt() throws InterruptedException {
        Afloop<String> afloop = volharding()
                .probeer(() -> new Uitkomst.Later<>("http-503", Optional.of(Duration.ofHours(9))), gemeld::add);
        assertThat(gewacht).isEmpty();
        assertThat(afloop)
                .isEqualTo(new Afloop.Gestopt<>(
                        new Mislukking("http-503", 1, clock.instant().plus(Duration.ofHours(9)))));
    }

    @Test
    void whatWillNotHelpIsNotTriedAgain() throws InterruptedException {
        Afloop<String> afloop = volharding().probeer(() -> new Uitkomst.Nooit<>("http-403"), gemeld::add);
        assertThat(gewacht).isEmpty();
        assertThat(afloop).isInstanceOf(Afloop.Gestopt.class);
    }
}
