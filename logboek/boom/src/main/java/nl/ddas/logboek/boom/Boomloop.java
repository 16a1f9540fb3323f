// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the trees growing while the log runs: a round each so often, sooner when woken; and asks the witnesses
/// beside it, so that a slow one is in nobody's way. Whatever fails is told and tried again.
public final class Boomloop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Boomloop.class);
    private static final Duration EINDE = Duration.ofSeconds(10);

    /// @param ronde longest time between rounds; with the round itself the time until a line is in a signed tree
    /// @param getuigen shortest time between rounds along the witnesses
    public record Tempo(Duration ronde, Duration getuigen) {

        /// A line is in a signed tree within a second.
        public static final Tempo GEWOON = new Tempo(Duration.ofMillis(200), Duration.ofSeconds(5));
    }

    private static final String ALLE = "alle logboeken";
    private static final String NIET_GEGROEID = "de boom kan nu niet groeien";
    private static final String NIET_UITGEDUND = "oude checkpoints kunnen nu niet weg";
    private static final String NIET_GELEZEN = "de database is nu niet te lezen";
    private static final String NIET_GEVRAAGD = "er kan nu geen getuige worden gevraagd";

    private final Bladbron bron;
    private final Boomgroei groei;
    private final Getuigenronde getuigen;
    private final Semaphore wekker = new Semaphore(0);
    private final Semaphore getuigenwekker = new Semaphore(0);
    private final Map<String, String> fouten = new ConcurrentHashMap<>();
    private final AtomicLong bladeren = new AtomicLong();
    private final Thread groeier;
    private final Thread vrager;
    private final CountDownLatch dicht = new CountDownLatch(1);

    private Boomloop(Bladbron bron, Boomgroei groei, Getuigenronde getuigen, Tempo tempo) {
        this.bron = bron;
        this.groei = groei;
        this.getuigen = getuigen;
        this.groeier = Thread.ofPlatform().name("boom").daemon().unstarted(() -> grow(tempo.ronde()));
        this.vrager = Thread.ofPlatform().name("boom-getuigen").daemon().unstarted(() -> ask(tempo.getuigen()));
    }

    /// Begins.
    public static Boomloop start(Bladbron bron, Boomgroei groei, Getuigenronde getuigen, Tempo tempo) {
        Boomloop loop = new Boomloop(bron, groei, getuigen, tempo);
        loop.groeier.start();
        loop.vrager.start();
        return loop;
    }

    /// There are new leaves. Quick, from any thread.
    public void wake() {
        if (wekker.availablePermits() == 0) {
            wekker.release();
        }
    }

    /// Leaves taken in since the start.
    public long bladeren() {
        return bladeren.get();
    }

    /// What goes wrong now, by log; for the operator, Dutch.
    public Map<String, String> fouten() {
        Map<String, String> all = new TreeMap<>(fouten);
        if (!isDicht() && !(groeier.isAlive() && vrager.isAlive())) {
            all.put(ALLE, "het werk aan de bomen is gestopt: start het logboek opnieuw");
        }
        return all;
    }

    private void grow(Duration pause) {
        try {
            while (!isDicht()) {
                grow();
                if (wekker.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                    wekker.drainPermits();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// After a new checkpoint, but not too often; and now and then without one, for who was away.
    private void ask(Duration pause) {
        try {
            while (!isDicht()) {
                if (getuigenwekker.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                    getuigenwekker.drainPermits();
                }
                if (!isDicht()) {
                    ask();
                    boolean _ = dicht.await(pause.toNanos(), TimeUnit.NANOSECONDS);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isDicht() {
        return dicht.getCount() == 0;
    }

    private void grow() {
        Optional<List<String>> logs = attempt(ALLE, NIET_GELEZEN, bron::logs);
        logs.ifPresent(all -> all.forEach(log -> {
            Optional<Long> _ = attempt(log, NIET_GEGROEID, () -> grow(log));
            Optional<Integer> _ = attempt(log + " (opruimen)", NIET_UITGEDUND, () -> groei.thin(log));
        }));
    }

    private long grow(String log) {
        long all = 0;
        long taken;
        do {
            taken = groei.grow(log);
            all += taken;
            bladeren.addAndGet(taken);
        } while (taken == Boomgroei.MEESTE && !isDicht());
        if (all > 0) {
            getuigenwekker.release();
        }
        return all;
    }

    private void ask() {
        attempt("getuigen", NIET_GEVRAAGD, () -> {
            getuigen.run();
            return true;
        });
    }

    private <T> Optional<T> attempt(String log, String fault, Supplier<? extends T> work) {
        try {
            T done = work.get();
            fouten.remove(log);
            return Optional.of(done);
        } catch (Throwable failed) { // nothing may end the loop
            String what = failed instanceof Boomgroei.Gebroken
                    ? "de boom in de database is niet de boom die het laatst is ondertekend, of de sleutel is een andere"
                    : fault + " (" + failed.getClass().getSimpleName() + ")";
            if (!what.equals(fouten.put(log, what)) && !isDicht()) {
                LOG.error(
                        "work on the tree of {} failed: {}",
                        log,
                        failed.getClass().getName());
            }
            return Optional.empty();
        }
    }

    /// Ends after the round that goes on.
    @Override
    public void close() {
        dicht.countDown();
        wekker.release();
        getuigenwekker.release();
        try {
            groeier.join(EINDE);
            vrager.join(EINDE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
