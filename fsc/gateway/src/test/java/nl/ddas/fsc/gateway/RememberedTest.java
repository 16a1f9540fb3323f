// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Answers of a Manager that answers, hangs, or is away.
class RememberedTest {

    private static final Duration LIFE = Duration.ofSeconds(5);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TestClock clock = new TestClock(World.CLOCK.instant());
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);
    private final Remembered<String, String> remembered = new Remembered<>(this::ask, LIFE, clock);
    private volatile String answer = "first";
    private volatile boolean hangs;
    private volatile boolean away;

    private String ask(String key) throws IOException {
        asked.incrementAndGet();
        if (hangs) {
            try {
                release.await();
            } catch (InterruptedException stop) {
                throw new IOException(stop);
            }
        }
        if (away) {
            throw new IOException("away");
        }
        return answer;
    }

    @AfterEach
    void stop() {
        release.countDown();
    }

    private CompletableFuture<String> get() {
        return remembered.get("key").toCompletableFuture();
    }

    private CompletableFuture<String> soon() {
        return remembered.soon("key").toCompletableFuture();
    }

    @Test
    void anAnswerIsUsedForItsLifeAndNoLonger() {
        assertThat(get()).succeedsWithin(MINUTE).isEqualTo("first");
        answer = "second";
        clock.advance(LIFE.minusSeconds(1));
        assertThat(get()).isCompletedWithValue("first");
        clock.advance(Duration.ofSeconds(1));
        assertThat(get()).succeedsWithin(MINUTE).isEqualTo("second");
        assertThat(asked).hasValue(2);
    }

    @Test
    void whileTheSourceHangsTheOldAnswerServes() {
        assertThat(get()).succeedsWithin(MINUTE).isEqualTo("first");
        hangs = true;
        clock.advance(LIFE);
        assertThat(get()).succeedsWithin(MINUTE).isEqualTo("first");
        assertThat(get()).as("nobody waits twice").isCompletedWithValue("first");
        assertThat(soon()).isCompletedExceptionally();
        assertThat(remembered.last("key")).contains("first");
        assertThat(asked).hasValue(2);
    }

    @Test
    void whoIsNotAnsweredSoonHearsThat() {
        hangs = true;
        assertThat(soon()).failsWithin(MINUTE);
        assertThat(get()).as("who can wait waits on").isNotDone();
        release.countDown();
        assertThat(get()).succeedsWithin(MINUTE).isEqualTo("first");
        assertThat(asked).hasValue(1);
    }

    @Test
    void aFailureIsRememberedToo() {
        assertThat(get()).succeedsWithin(MINUTE).isEqualTo("first");
        away = true;
        clock.advance(LIFE);
        for (int turn = 0; turn < 3; turn++) {
            assertThat(get()).succeedsWithin(MINUTE).isEqualTo("first");
            assertThat(soon()).failsWithin(MINUTE);
        }
        assertThat(asked).hasValue(2);
        away = false;
        answer = "second";
        clock.advance(LIFE);
        assertThat(get()).succeedsWithin(MINUTE).isEqualTo("second");
    }

    @Test
    void anOldAnswerDoesNotServeForEver() {
        assertThat(get()).succeedsWithin(MINUTE).isEqualTo("first");
        away = true;
        clock.advance(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(get()).succeedsWithin(MINUTE).isEqualTo("first");
        clock.advance(Duration.ofSeconds(1));
        assertThat(get()).failsWithin(MINUTE);
    }

    @Test
    void withoutLifeNothingIsUsedTwice() {
        Remembered<String, String> fresh = new Remembered<>(this::ask, Duration.ZERO, clock);
        assertThat(fresh.get("key").toCompletableFuture()).succeedsWithin(MINUTE).isEqualTo("first");
        answer = "second";
        assertThat(fresh.get("key").toCompletableFuture()).succeedsWithin(MINUTE).isEqualTo("second");
        away = true;
        assertThat(fresh.get("key").toCompletableFuture()).failsWithin(MINUTE);
    }
}
