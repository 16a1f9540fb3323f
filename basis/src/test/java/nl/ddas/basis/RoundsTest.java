// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundsTest {

    private enum Chore implements Rounds.Chore {
        FIRST,
        SECOND;

        @Override
        public String dutch() {
            return "klus " + name();
        }
    }

    static List<Throwable> faults() {
        return List.of(new IOException("a"), new IllegalStateException("b"), new OutOfMemoryError("c"));
    }

    /// Also what nobody expects, such as an `Error`, ends nothing: it is told once, shows, and is over when it
    /// is over.
    @ParameterizedTest
    @MethodSource("faults")
    void whateverFailsIsToldOnceShowsAndIsDoneAgain(Throwable fault) throws Exception {
        AtomicReference<@Nullable Throwable> wrong = new AtomicReference<>(fault);
        Semaphore done = new Semaphore(0);
        List<String> told = new CopyOnWriteArrayList<>();
        Map<Chore, Rounds.Work> work = new LinkedHashMap<>();
        work.put(Chore.FIRST, () -> fail(wrong.get()));
        work.put(Chore.SECOND, done::release);
        try (Rounds<Chore> rounds = Rounds.start(
                work, Duration.ofMillis(1), (chore, failed) -> told.add(chore + " " + failed.getMessage()))) {
            assertThat(done.tryAcquire(5, 60, TimeUnit.SECONDS)).isTrue();
            assertThat(rounds.remark()).hasValue("dit lukt niet: klus FIRST; zie het log");
            assertThat(rounds.failing()).isEqualTo(1);
            assertThat(told).containsExactly("FIRST " + fault.getMessage());

            wrong.set(null);
            done.drainPermits();
            // Of the second round from now on the first piece is certainly done.
            assertThat(done.tryAcquire(2, 60, TimeUnit.SECONDS)).isTrue();
            assertThat(rounds.remark()).isEmpty();
            assertThat(rounds.failing()).isZero();
        }
        assertThat(told).hasSize(1);
    }

    @Test
    void theFirstRoundIsDoneWhenItHasStarted() {
        List<Thread> by = new CopyOnWriteArrayList<>();
        try (Rounds<Chore> _ = Rounds.start(
                Map.of(Chore.FIRST, () -> by.add(Thread.currentThread())), Duration.ofHours(1), (_, _) -> {})) {
            assertThat(by).containsExactly(Thread.currentThread());
        }
    }

    @Test
    void whatWasJustDoneWaitsForItsTurn() {
        try (Rounds<Chore> rounds = Rounds.later(
                Map.of(Chore.FIRST, () -> fail(new IllegalStateException("a"))), Duration.ofHours(1), (_, _) -> {})) {
            assertThat(rounds.failing()).isZero();
        }
    }

    /// What tells of a fault may fail too; then nothing goes on, and that shows.
    @Test
    void roundsThatEndedShow() {
        AtomicReference<@Nullable Throwable> wrong = new AtomicReference<>();
        try (Rounds<Chore> rounds =
                Rounds.start(Map.of(Chore.FIRST, () -> fail(wrong.get())), Duration.ofMillis(1), (_, failed) -> {
                    throw new IllegalStateException(failed);
                })) {
            assertThat(rounds.remark()).isEmpty();
            wrong.set(new OutOfMemoryError("no memory to tell it"));
            while (!rounds.remark().orElse("").contains("gestopt")) {
                Thread.onSpinWait();
            }
        }
    }

    private static void fail(@Nullable Throwable wrong) throws IOException {
        switch (wrong) {
            case null -> {}
            case IOException one -> throw one;
            case RuntimeException one -> throw one;
            case Error one -> throw one;
            default -> throw new IllegalArgumentException(wrong);
        }
    }

    /// Each waits for something of its own.
    private enum Kind implements Rounds.Chore {
        DATABASE,
        OTHER;

        @Override
        public String dutch() {
            return "klus " + name();
        }

        @Override
        public Kind needs() {
            return this;
        }
    }

    @Test
    void aDatabaseThatHangsKeepsNothingElseWaiting() throws InterruptedException {
        AtomicInteger loads = new AtomicInteger();
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch back = new CountDownLatch(1);
        CountDownLatch registered = new CountDownLatch(3);
        Rounds.Work load = () -> {
            if (loads.incrementAndGet() == 2) {
                hangs.countDown();
                await(back);
            }
        };
        Rounds.Work register = () -> {
            if (loads.get() > 0) {
                await(hangs);
                registered.countDown();
            }
        };
        Map<Kind, Rounds.Work> work = new LinkedHashMap<>();
        work.put(Kind.OTHER, register);
        work.put(Kind.DATABASE, load);
        try (Rounds<Kind> rounds = Rounds.start(work, Duration.ofMillis(1), (_, _) -> {})) {
            assertThat(registered.await(30, TimeUnit.SECONDS)).isTrue();
            back.countDown();
            assertThat(rounds.remark()).isEmpty();
        }
    }

    /// A Manager that takes the connection and says nothing, say.
    @Test
    void whatHangsInTheFirstRoundKeepsNobodyWaitingAndShows() throws InterruptedException {
        CountDownLatch back = new CountDownLatch(1);
        CountDownLatch again = new CountDownLatch(2);
        CountDownLatch done = new CountDownLatch(2);
        Map<Kind, Rounds.Work> work = new LinkedHashMap<>();
        work.put(Kind.DATABASE, () -> {
            await(back);
            done.countDown();
        });
        work.put(Kind.OTHER, again::countDown);
        try (Rounds<Kind> rounds = Rounds.startWithin(work, Duration.ofMillis(1), Duration.ofMillis(1), (_, _) -> {})) {
            assertThat(again.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(rounds.remark()).hasValue("dit lukt niet: klus DATABASE; zie het log");
            assertThat(rounds.failing()).isEqualTo(1);
            back.countDown();
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(rounds.remark()).isEmpty();
        } finally {
            back.countDown();
        }
    }

    @Test
    void aFirstRoundThatDoesNotHangIsDoneWhenItHasBegun() {
        List<Chore> done = new CopyOnWriteArrayList<>();
        Map<Chore, Rounds.Work> work = new LinkedHashMap<>();
        work.put(Chore.FIRST, () -> fail(new IOException("a")));
        work.put(Chore.SECOND, () -> done.add(Chore.SECOND));
        try (Rounds<Chore> rounds =
                Rounds.startWithin(work, Duration.ofHours(1), Duration.ofMinutes(1), (_, _) -> {})) {
            assertThat(done).containsExactly(Chore.SECOND);
            assertThat(rounds.remark()).hasValue("dit lukt niet: klus FIRST; zie het log");
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IOException(stop);
        }
    }
}
