// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work that a program does again and again beside its requests, on threads of its own: pieces that wait for
/// the same thing one after the other, so that what hangs keeps nothing else waiting. Whatever fails, an
/// `Error` too, is told once, shows in health for as long as it lasts, and is done again in the next round; it
/// stops nothing else.
///
/// @param <C> the pieces of work
public final class Rounds<C extends Rounds.Chore> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private static final Duration LONGEST = Duration.ofSeconds(40);

    /// What has to be done.
    public interface Chore {

        /// What it is, for health, as in "dit lukt niet: ...".
        String dutch();

        /// What it may have to wait for. Pieces with the same answer are done one behind the other.
        default Object needs() {
            return "work";
        }
    }

    /// A piece of work.
    @FunctionalInterface
    public interface Work {

        /// Does it once.
        ///
        /// @throws IOException when it did not succeed; it is done again in the next round
        void run() throws IOException;
    }

    private final Map<C, Work> work;
    private final BiConsumer<C, Throwable> tell;
    private final Set<C> faults = ConcurrentHashMap.newKeySet();
    private final Set<C> never = ConcurrentHashMap.newKeySet();
    private final CountDownLatch begun;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final List<Thread> threads;

    /// @param first until the first round on its own threads
    private Rounds(Map<C, Work> work, Duration first, Duration every, BiConsumer<C, Throwable> tell) {
        this.work = Collections.unmodifiableMap(new LinkedHashMap<>(work));
        this.tell = tell;
        this.begun = new CountDownLatch(work.size());
        this.threads = this.work.keySet().stream()
                .map(Chore::needs)
                .distinct()
                .map(needs -> Thread.ofVirtual().name("rounds-" + needs).unstarted(() -> turn(needs, first, every)))
                .toList();
    }

    /// Does the first round, of all pieces, on the calling thread.
    ///
    /// @param work done in the order of the map
    /// @param every from the end of one round to the next
    /// @param tell writes to the log what failed, when it did not fail the time before
    public static <C extends Chore> Rounds<C> start(Map<C, Work> work, Duration every, BiConsumer<C, Throwable> tell) {
        Rounds<C> rounds = new Rounds<>(work, every, every, tell);
        rounds.work.keySet().forEach(rounds::once);
        rounds.threads.forEach(Thread::start);
        return rounds;
    }

    /// As [#start], but pieces that wait for different things are done side by side, and after `longest` it goes on
    /// without those that are not done; health names them.
    ///
    /// @param longest to wait for the first round of all pieces
    public static <C extends Chore> Rounds<C> startWithin(
            Map<C, Work> work, Duration every, Duration longest, BiConsumer<C, Throwable> tell) {
        Rounds<C> rounds = new Rounds<>(work, Duration.ZERO, every, tell);
        rounds.never.addAll(work.keySet());
        rounds.threads.forEach(Thread::start);
        try {
            if (!rounds.begun.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("not done within {}, and still waited for: {}", longest, rounds.never);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
        return rounds;
    }

    /// As [#start], for work that was just done once: the first round begins after the time between two.
    public static <C extends Chore> Rounds<C> later(Map<C, Work> work, Duration every, BiConsumer<C, Throwable> tell) {
        Rounds<C> rounds = new Rounds<>(work, every, every, tell);
        rounds.threads.forEach(Thread::start);
        return rounds;
    }

    private void turn(Object needs, Duration first, Duration every) {
        List<C> mine = work.keySet().stream()
                .filter(chore -> chore.needs().equals(needs))
                .toList();
        Duration pause = first;
        try {
            while (!stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                mine.forEach(this::once);
                pause = every;
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void once(C chore) {
        try {
            Objects.requireNonNull(work.get(chore)).run();
            faults.remove(chore);
        } catch (Throwable failed) { // nothing may end the rounds
            if (faults.add(chore)) {
                tell.accept(chore, failed);
            }
        } finally {
            if (never.remove(chore)) {
                begun.countDown();
            }
        }
    }

    /// How many pieces of work failed in their last turn, or have had none yet.
    public int failing() {
        return failed().size();
    }

    private List<C> failed() {
        return work.keySet().stream()
                .filter(chore -> faults.contains(chore) || never.contains(chore))
                .toList();
    }

    /// What failed in its last turn or has had none yet, Dutch; empty when nothing did. Why is in the log.
    public Optional<String> remark() {
        if (stop.getCount() > 0 && threads.stream().anyMatch(one -> one.getState() == Thread.State.TERMINATED)) {
            return Optional.of("het werk naast de verzoeken is gestopt: start opnieuw");
        }
        List<String> failing = failed().stream().map(Chore::dutch).toList();
        return failing.isEmpty()
                ? Optional.empty()
                : Optional.of("dit lukt niet: " + String.join(", ", failing) + "; zie het log");
    }

    /// Ends after the work that goes on; what takes longer than 40 seconds is interrupted.
    @Override
    public void close() {
        stop.countDown();
        try {
            for (Thread thread : threads) {
                if (!thread.join(LONGEST)) {
                    LOG.warn("{} did not end within {}, and is broken off", thread.getName(), LONGEST);
                    thread.interrupt();
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
