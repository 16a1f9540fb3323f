// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Stretches are prepared in their order, whoever does it. Which thread gets there first differs from run to run; what
/// comes out does not.
@Timeout(60)
class LaneTest {

    private static final int MANY = 500;

    /// What was hashed, for everyone to see.
    private static class Seen extends MessageDigest {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Seen() {
            super("seen");
        }

        @Override
        protected void engineUpdate(byte input) {
            bytes.write(input);
        }

        @Override
        protected void engineUpdate(byte[] input, int offset, int length) {
            bytes.write(input, offset, length);
        }

        @Override
        protected byte[] engineDigest() {
            return bytes.toByteArray();
        }

        @Override
        protected void engineReset() {
            bytes.reset();
        }
    }

    private static Stretch stretch(String text) {
        Stretch stretch = new Stretch(true);
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(stretch.fill(bytes, 0, bytes.length)).isEqualTo(bytes.length);
        return stretch;
    }

    private static String run(Executor beside) {
        Seen seen = new Seen();
        Lane lane = new Lane(seen, beside);
        for (int i = 0; i < MANY; i++) {
            lane.add(stretch("(" + i + ")"));
            lane.await(Math.max(0, i - 2));
        }
        lane.await(MANY);
        return new String(seen.digest(), StandardCharsets.US_ASCII);
    }

    private static String expected() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < MANY; i++) {
            text.append('(').append(i).append(')');
        }
        return text.toString();
    }

    @Test
    void aThreadBesidePreparesInOrder() {
        List<Thread> threads = new ArrayList<>();
        Executor beside = work -> threads.add(Thread.startVirtualThread(work));

        assertThat(run(beside)).isEqualTo(expected());
        assertThat(threads).isNotEmpty();
    }

    @Test
    void withoutAThreadTheOneThatWaitsDoesIt() {
        assertThat(run(work -> {})).isEqualTo(expected());
    }

    @Test
    void aThreadThatComesLateFindsNothingToDo() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        List<Thread> late = new ArrayList<>();
        Executor beside = work -> late.add(Thread.startVirtualThread(() -> {
            try {
                done.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            work.run();
        }));

        String outcome = run(beside);
        done.countDown();
        for (Thread thread : late) {
            thread.join();
        }

        assertThat(outcome).isEqualTo(expected());
    }

    @Test
    void whoWaitsHearsThatPreparingFailed() throws InterruptedException {
        MessageDigest broken = new Seen() {
            @Override
            protected void engineUpdate(byte[] input, int offset, int length) {
                throw new IllegalStateException("broken");
            }
        };
        List<Thread> threads = new ArrayList<>();
        Lane lane = new Lane(
                broken,
                work -> threads.add(Thread.ofVirtual()
                        .uncaughtExceptionHandler((_, _) -> {})
                        .start(work)));
        lane.add(stretch("x"));
        threads.getFirst().join();

        assertThatThrownBy(() -> lane.await(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("part of the body");
    }
}
