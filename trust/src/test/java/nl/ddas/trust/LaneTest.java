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

/// Stretches are prepared in their order, whoever does it. Which thread gets there first differs from run to
/// run; what comes out does not.
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
    void aThreadBesidePreparesInOrder() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        Executor beside = work -> threads.add(Thread.startVirtualThread(work));

        assertThat(run(beside)).isEqualTo(expected());
        assertThat(threads).isNotEmpty();
        for (Thread thread : threads) {
            thread.join();
        }
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

    /// Nothing is done before it is run by hand.
    private static final class ByHand implements Executor {
        private final List<Runnable> works = new ArrayList<>();

        @Override
        public void execute(Runnable work) {
            works.add(work);
        }
    }

    @Test
    void oneThreadTakesAllThatWaitsAndIsAskedForOnce() {
        Seen seen = new Seen();
        ByHand beside = new ByHand();
        Lane lane = new Lane(seen, beside);
        lane.add(stretch("a"));
        lane.add(stretch("b"));
        lane.add(stretch("c"));
        assertThat(beside.works).hasSize(1);

        beside.works.getFirst().run();

        assertThat(seen.bytes).hasToString("abc");
        lane.await(3);
        assertThat(seen.bytes).as("nothing is prepared twice").hasToString("abc");
    }

    @Test
    void whenTheThreadHasGoneAnotherIsAskedFor() {
        Seen seen = new Seen();
        ByHand beside = new ByHand();
        Lane lane = new Lane(seen, beside);
        lane.add(stretch("a"));
        beside.works.getFirst().run();

        lane.add(stretch("b"));
        assertThat(beside.works).hasSize(2);
        beside.works.getLast().run();

        assertThat(seen.bytes).hasToString("ab");
    }

    @Test
    void whoWaitsPreparesNoMoreThanItNeeds() {
        Seen seen = new Seen();
        Lane lane = new Lane(seen, work -> {});
        lane.add(stretch("a"));
        lane.add(stretch("b"));

        lane.await(1);
        assertThat(seen.bytes).hasToString("a");
        lane.await(2);
        assertThat(seen.bytes).hasToString("ab");
    }

    /// Bytes are hashed in their order, so never two stretches at a time.
    @Test
    void whileOneIsPreparedNobodyBeginsWithTheNext() {
        ByHand beside = new ByHand();
        List<String> steps = new ArrayList<>();
        Lane lane = new Lane(
                new Seen() {
                    @Override
                    protected void engineUpdate(byte[] input, int offset, int length) {
                        String text = new String(input, offset, length, StandardCharsets.US_ASCII);
                        steps.add("begin " + text);
                        if (text.equals("a")) {
                            beside.works.getFirst().run();
                        }
                        steps.add("end " + text);
                    }
                },
                beside);
        lane.add(stretch("a"));
        lane.add(stretch("b"));

        lane.await(2);

        assertThat(steps).containsExactly("begin a", "end a", "begin b", "end b");
    }
}
