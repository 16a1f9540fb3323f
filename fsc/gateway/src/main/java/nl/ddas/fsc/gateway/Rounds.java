// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work that a gateway does again and again beside its requests, one after the other on a thread of its own.
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
    private final Thread thread;

    private Rounds(Map<Chore, Work> work, Duration every) {
        this.work = Map.copyOf(work);
        this.thread = Thread.ofVirtual().name("rounds").unstarted(() -> turn(every));
    }

    /// Does the first round on the calling thread; what fails is done again in the next.
    ///
    static Rounds start(Map<Chore, Work> work, Duration every) {
        Rounds rounds = new Rounds(work, every);
        rounds.once();
        rounds.thread.start();
        return rounds;
    }

    private void turn(Duration every) {
        try {
            while (!stop.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                once();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() {
        new TreeMap<>(work).forEach((chore, each) -> {
            try {
                each.run();
                faults.remove(chore);
            } catch (Throwable failed) { // nothing may end the rounds
                // Told once; health tells it for as long as it lasts.
                if (faults.add(chore)) {
                    LOG.warn("{} failed, and is tried again", chore.english(), failed);
                }
            }
        });
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
            if (!thread.join(LONGEST)) {
                LOG.warn("the work beside the requests did not end within {}", LONGEST);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
