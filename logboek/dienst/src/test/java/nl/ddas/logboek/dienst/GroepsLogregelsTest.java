// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The contract behind a common commit, and what is particular to that.
class GroepsLogregelsTest extends LogregelsContract {

    private final GeheugenLogregels below = new GeheugenLogregels(new SecureRandom());
    private final Logregels store = new GroepsLogregels(below, 100, 1_000);

    @Override
    Logregels store() {
        return store;
    }

    @Override
    Bladen bladen() {
        return below;
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Opgehouden held() {
        return new Opgehouden(new GeheugenLogregels(new SecureRandom()));
    }

    @Test
    @Requirement("OTLP-9")
    void whoWaitsGoesTogetherAndWhoFindsNoRoomHearsIt() throws Exception {
        Opgehouden held = held();
        try (GroepsLogregels group = new GroepsLogregels(held, 100, 6);
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boeking>> answers = new ArrayList<>();
            answers.add(senders.submit(() -> group.add(lines(0, 1))));
            held.awaitBezig();
            for (int i = 1; i < 6; i++) {
                int number = i;
                answers.add(senders.submit(() -> group.add(lines(number, 1))));
            }
            while (group.regelsOnderweg() < 6) {
                Thread.onSpinWait();
            }
            assertThat(group.add(lines(50, 1))).isEqualTo(new Boeking.Vol());
            assertThat(held.groottes())
                    .as("few lines wait for the end of the commit")
                    .containsExactly(1);
            held.verder();
            for (Future<Boeking> one : answers) {
                assertThat(one.get()).isEqualTo(new Boeking.Geboekt(List.of(Opslag.NIEUW)));
            }
        }
        assertThat(held.groottes().stream().mapToInt(Integer::intValue).sum()).isEqualTo(6);
    }

    @Test
    @Requirement("OTLP-9")
    void aFullGroupBeginsWhileAnotherIsBeingWritten() throws Exception {
        Opgehouden held = held();
        try (GroepsLogregels group = new GroepsLogregels(held, 100, 1_000);
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boeking> few = senders.submit(() -> group.add(lines(0, 1)));
            held.awaitBezig();
            Future<Boeking> many = senders.submit(() -> group.add(lines(1, 100)));
            while (held.groottes().size() < 2) {
                Thread.onSpinWait();
            }
            held.verder();
            assertThat(few.get()).isInstanceOf(Boeking.Geboekt.class);
            assertThat(many.get()).isInstanceOf(Boeking.Geboekt.class);
        }
        assertThat(held.groottes()).containsExactly(1, 100);
    }

    @Test
    @Requirement({"LDV-L3", "OTLP-9"})
    void aStoreThatFailsConfirmsNothingAndGoesOn() {
        try (GroepsLogregels group = new GroepsLogregels(failing(), 100, 2)) {
            assertThatThrownBy(() -> group.add(lines(0, 2)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasRootCauseMessage("disk gone");
            assertThat(group.add(lines(0, 2))).isEqualTo(new Boeking.Geboekt(List.of(Opslag.NIEUW, Opslag.NIEUW)));
        }
    }

    /// A request larger than the room would else be refused for ever.
    @ParameterizedTest
    @CsvSource({"10, 1000000", "1000, 500", "1, 1", "7, 1"})
    @Requirement("OTLP-9")
    void moreThanThereIsRoomForGoesInPieceByPiece(int regels, int bytes) {
        try (GroepsLogregels group =
                new GroepsLogregels(new GeheugenLogregels(new SecureRandom()), new Wachtruimte(100, regels, bytes))) {
            assertThat(((Boeking.Geboekt) group.add(lines(0, 57))).opslag())
                    .hasSize(57)
                    .containsOnly(Opslag.NIEUW);
            assertThat(group.search(CBS, ALLES).regels()).hasSize(57);
            assertThat(group.regelsOnderweg()).isZero();
            assertThat(group.bytesOnderweg()).isZero();
        }
    }

    /// Few large lines fill the room as well as many small ones.
    @Test
    @Requirement("OTLP-9")
    void bytesCountToo() throws Exception {
        Opgehouden held = held();
        int line = lines(0, 1).getFirst().vorm().length;
        try (GroepsLogregels group = new GroepsLogregels(held, new Wachtruimte(100, 1_000, line * 3));
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boeking> first = senders.submit(() -> group.add(lines(0, 2)));
            held.awaitBezig();
            assertThat(group.bytesOnderweg()).isEqualTo(2 * line);
            assertThat(group.add(lines(2, 2))).isEqualTo(new Boeking.Vol());
            held.verder();
            assertThat(first.get()).isInstanceOf(Boeking.Geboekt.class);
            assertThat(group.add(lines(2, 2))).isInstanceOf(Boeking.Geboekt.class);
        }
    }

    /// Under far more than fits: what waits stays within the room, every sender hears yes or no, and what heard
    /// yes is there.
    @Test
    @Requirement({"OTLP-9", "LDV-L3"})
    void overloadIsBoundedAndNothingConfirmedIsLost() throws Exception {
        Wachtruimte room = new Wachtruimte(50, 200, 1 << 20);
        try (GroepsLogregels group = new GroepsLogregels(new GeheugenLogregels(new SecureRandom()), room);
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boeking>> answers = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                int number = i;
                answers.add(senders.submit(() -> {
                    assertThat(group.regelsOnderweg()).isLessThanOrEqualTo(200);
                    return group.add(lines(number * 5, 5));
                }));
            }
            int confirmed = 0;
            for (Future<Boeking> one : answers) {
                confirmed += one.get() instanceof Boeking.Geboekt ? 5 : 0;
            }
            Zoekvraag all =
                    new Zoekvraag(ALLES.activiteit(), ALLES.betrokkene(), 0, Long.MAX_VALUE, ALLES.na(), 20_000);
            assertThat(group.search(CBS, all).regels()).hasSize(confirmed);
            assertThat(group.regelsOnderweg()).isZero();
        }
    }

    /// A store that cannot have one line, whoever offers it.
    private static Logregels fussy() {
        return new DoorgevendeLogregels(new GeheugenLogregels(new SecureRandom())) {
            @Override
            public Boeking add(List<Inboeking> regels) {
                if (regels.stream().anyMatch(one -> one.regel().equals(Regels.line(13)))) {
                    throw new Onbewaarbaar(new IllegalArgumentException("13"));
                }
                return super.add(regels);
            }
        };
    }

    /// A store that fails once.
    private static Logregels failing() {
        AtomicBoolean first = new AtomicBoolean(true);
        return new DoorgevendeLogregels(new GeheugenLogregels(new SecureRandom())) {
            @Override
            public Boeking add(List<Inboeking> regels) {
                if (first.getAndSet(false)) {
                    throw new IllegalStateException("disk gone");
                }
                return super.add(regels);
            }
        };
    }

    @Test
    @Requirement("LDV-L3")
    void linesThatCannotBeStoredTakeNoNeighboursAlong() throws Exception {
        Opgehouden store = new Opgehouden(fussy());
        try (GroepsLogregels group = new GroepsLogregels(store, 1_000, 1_000);
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boeking>> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                int number = i;
                answers.add(senders.submit(() -> group.add(lines(number, 1))));
            }
            while (group.regelsOnderweg() < 20) {
                Thread.onSpinWait();
            }
            store.verder();
            for (int i = 0; i < 20; i++) {
                Future<Boeking> one = answers.get(i);
                if (i == 13) {
                    assertThatThrownBy(one::get).hasCauseInstanceOf(Onbewaarbaar.class);
                } else {
                    assertThat(one.get()).isEqualTo(new Boeking.Geboekt(List.of(Opslag.NIEUW)));
                }
            }
        }
    }

    @Test
    void whoComesAfterTheEndHearsIt() {
        GroepsLogregels group = new GroepsLogregels(new GeheugenLogregels(new SecureRandom()), 100, 10);
        group.close();

        assertThatThrownBy(() -> group.add(lines(0, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the store is closed");
    }

    @Test
    void theLinesOfManySendersAllArrive() throws Exception {
        try (GroepsLogregels group = new GroepsLogregels(new GeheugenLogregels(new SecureRandom()), 50, 100_000);
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boeking>> answers = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                int number = i;
                answers.add(senders.submit(() -> group.add(lines(number * 3, 3))));
            }
            for (Future<Boeking> one : answers) {
                assertThat(((Boeking.Geboekt) one.get()).opslag()).containsOnly(Opslag.NIEUW);
            }
            Zoekvraag all =
                    new Zoekvraag(ALLES.activiteit(), ALLES.betrokkene(), 0, Long.MAX_VALUE, ALLES.na(), 10_000);
            assertThat(group.search(CBS, all).regels()).hasSize(1_500);
        }
    }

    private static List<Inboeking> lines(int from, int count) {
        List<Inboeking> lines = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            lines.add(new Inboeking(CBS, Regels.line(i)));
        }
        return lines;
    }
}
