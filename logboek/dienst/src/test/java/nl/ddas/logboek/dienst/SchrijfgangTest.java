// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.ddas.testkit.Requirement;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;

/// Whether a log knows that it stores nothing.
class SchrijfgangTest {

    private static final Houder CBS = LogregelsContract.CBS;

    private final TestClock clock = TestClock.at("2026-11-22T12:00:00Z");
    private final Schrijfgang gang = new Schrijfgang(clock);

    private Logregels over(Logregels store) {
        return gang.outside(new GroepsLogregels(gang.inside(store), 100, 1_000));
    }

    private static List<Inboeking> line(int number) {
        return List.of(new Inboeking(CBS, Regels.line(number)));
    }

    @Test
    void whoHasNothingToDoStandsStillWithoutHarm() {
        try (Logregels regels = over(new GeheugenLogregels(new SecureRandom()))) {
            regels.add(line(1));
            clock.advance(Duration.ofDays(1));
            assertThat(gang.remark()).isEmpty();
            assertThat(gang.standstill()).isZero();
        }
    }

    @Test
    @Requirement({"LDV-L3", "OTLP-5"})
    void linesThatWaitWhileNothingIsStoredAreAFault() throws Exception {
        Opgehouden held = new Opgehouden(new GeheugenLogregels(new SecureRandom()));
        try (Logregels regels = over(held);
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boeking> answer = senders.submit(() -> regels.add(line(1)));
            held.awaitBezig();
            clock.advance(Schrijfgang.TE_LANG.minusMillis(1));
            assertThat(gang.remark()).isEmpty();
            clock.advance(Duration.ofMillis(1));
            assertThat(gang.remark())
                    .hasValue("de database legt niets vast: er wachten regels, en al 15 seconden is er geen enkele"
                            + " vastgelegd");

            held.verder();
            assertThat(answer.get()).isInstanceOf(Boeking.Geboekt.class);
            assertThat(gang.remark()).isEmpty();
        }
    }

    /// Only what is stored counts as going on; a store that fails again and again does not.
    @Test
    void aStoreThatFailsDoesNotGoOn() throws Exception {
        Opgehouden held = new Opgehouden(new Kapot());
        try (Logregels regels = over(held);
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boeking> answer = senders.submit(() -> regels.add(line(1)));
            held.awaitBezig();
            Logregels broken = gang.inside(new Kapot());
            clock.advance(Duration.ofSeconds(10));
            assertThatThrownBy(() -> broken.add(line(2))).hasMessage("no database");
            clock.advance(Duration.ofSeconds(10));
            assertThat(gang.standstill()).isEqualTo(Duration.ofSeconds(20));
            held.verder();
            assertThatThrownBy(answer::get).hasRootCauseMessage("no database");
        }
    }

    /// A sender tries again; that it waits anew does not make the store a good one.
    @Test
    void whoComesAgainAfterAFailureWaitsAsLongAsBefore() throws Exception {
        Logregels first = gang.outside(new DoorgevendeLogregels(new Kapot()) {
            @Override
            public Boeking add(List<Inboeking> regels) {
                clock.advance(Duration.ofSeconds(12));
                throw new IllegalStateException("took too long");
            }
        });
        assertThatThrownBy(() -> first.add(line(1))).hasMessage("took too long");
        assertThat(gang.remark()).as("nobody waits").isEmpty();
        clock.advance(Duration.ofSeconds(5));
        Opgehouden held = new Opgehouden(new GeheugenLogregels(new SecureRandom()));
        try (Logregels again = over(held);
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boeking> answer = senders.submit(() -> again.add(line(1)));
            held.awaitBezig();
            assertThat(gang.standstill()).isEqualTo(Duration.ofSeconds(17));
            held.verder();
            assertThat(answer.get()).isInstanceOf(Boeking.Geboekt.class);
            assertThat(gang.standstill()).isZero();
        }
    }

    /// It is the line that is wrong, not the store.
    @Test
    void aStoreThatRefusesALineGoesOn() throws Exception {
        Opgehouden held = new Opgehouden(new GeheugenLogregels(new SecureRandom()));
        Logregels fussy = gang.inside(new DoorgevendeLogregels(held) {
            @Override
            public Boeking add(List<Inboeking> regels) {
                throw new Onbewaarbaar(new IllegalArgumentException("13"));
            }
        });
        try (Logregels regels = over(held);
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boeking> answer = senders.submit(() -> regels.add(line(1)));
            held.awaitBezig();
            clock.advance(Duration.ofSeconds(20));
            assertThatThrownBy(() -> fussy.add(line(13))).isInstanceOf(Onbewaarbaar.class);
            assertThat(gang.remark()).isEmpty();
            held.verder();
            assertThat(answer.get()).isInstanceOf(Boeking.Geboekt.class);
        }
    }
}
