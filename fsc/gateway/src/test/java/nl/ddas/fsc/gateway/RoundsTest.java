// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What a gateway does by itself.
class RoundsTest {

    private static final Duration SHORT = Duration.ofMillis(1);

    @Test
    void theFirstRoundIsInOrderOnTheThreadThatStarts() {
        List<Chore> done = new ArrayList<>();
        try (Rounds _ = Rounds.start(
                Map.of(
                        Chore.REGISTER, () -> done.add(Chore.REGISTER),
                        Chore.ASK_SERVICES, () -> done.add(Chore.ASK_SERVICES),
                        Chore.READ_KEYS, () -> done.add(Chore.READ_KEYS)),
                Duration.ofMinutes(1))) {
            assertThat(done).containsExactly(Chore.READ_KEYS, Chore.ASK_SERVICES, Chore.REGISTER);
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
        try (Rounds rounds = Rounds.start(Map.of(Chore.LOAD_LOG, load, Chore.REGISTER, register), SHORT)) {
            assertThat(registered.await(30, TimeUnit.SECONDS)).isTrue();
            back.countDown();
            assertThat(rounds.remark()).isEmpty();
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
