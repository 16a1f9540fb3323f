// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work that a gateway does again and again beside its requests, on threads of its own.
final class Rounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private static final Duration LONGEST = Duration.ofSeconds(40);

    /// A piece of work.
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    private final Map<Chore, Work> work;
    private final Set<Chore> faults = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final List<Thread> threads;

    private Rounds(Map<Chore, Work> work, Duration every) {
        this.work = Map.copyOf(work);
        this.threads = work.keySet().stream()
                .map(Chore::needs)
                .distinct()
                .map(needs -> Thread.ofVirtual().name("rounds-" + needs).unstarted(() -> turn(needs, every)))
                .toList();
    }

    /// Does the first round on the calling thread; what fails is done again in the next. After that each of
    /// [Chore.Needs] has rounds of its own: a database that hangs must not keep us from our Manager, nor from
    /// revocation lists.
    static Rounds start(Map<Chore, Work> work, Duration every) {
        Rounds rounds = new Rounds(work, every);
        Stream.of(Chore.values()).forEach(rounds::once);
        rounds.threads.forEach(Thread::start);
        return rounds;
    }

    private void turn(Chore.Needs needs, Duration every) {
        try {
            while (!stop.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                Stream.of(Chore.values())
                        .filter(chore -> chore.needs() == needs)
                        .forEach(this::once);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void once(Chore chore) {
        try {
            Optional<Work> there = Optional.ofNullable(work.get(chore));
            if (there.isPresent()) {
                there.get().run();
                faults.remove(chore);
            }
        } catch (Throwable failed) { // nothing may end the rounds
            // Told once; health tells it for as long as it lasts.
            if (faults.add(chore)) {
                LOG.warn("{} failed, and is tried again", chore.english(), failed);
            }
        }
    }

    /// What failed in its last turn, Dutch; empty when nothing did. Why is in the log.
    Optional<String> remark() {
        List<String> failing = faults.stream().sorted().map(Chore::dutch).toList();
        return failing.isEmpty()
                ? Optional.empty()
                : Optional.of("dit lukt niet: " + String.join(", ", failing) + "; zie het log");
    }

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
