// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.ddas.basis.TlsReload;
import nl.ddas.fsc.model.PeerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a Manager does by itself, beside answering: hand over, compare, announce itself, renew its keys, count. What
/// waits for others runs apart, once at a time, so that nobody holds up the rest.
final class Work implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Work.class);
    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration COMPARE = Duration.ofMinutes(10);
    private static final Duration COUNT = Duration.ofMinutes(1);
    private static final Duration LAST = Duration.ofSeconds(10);

    private final Parts parts;
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("fsc-manager-work").daemon().factory());
    private final AtomicBoolean dispatching = new AtomicBoolean();
    private final AtomicBoolean announcing = new AtomicBoolean();
    private final AtomicBoolean comparing = new AtomicBoolean();
    private final Set<PeerId> comparedWith = ConcurrentHashMap.newKeySet();
    private volatile boolean failing;
    private Instant compared = Instant.MIN;
    private Instant counted = Instant.MIN;

    /// What there is to look after.
    ///
    /// @param tls key material of the listeners
    /// @param signing keys that we sign with
    /// @param count brings the figures up to date
    record Parts(
            Dispatch dispatch,
            Reconciliation reconciliation,
            Announcements announcements,
            List<TlsReload> tls,
            List<KeyReload> signing,
            Self self,
            Keys keys,
            Operations operations,
            Runnable count,
            Clock clock) {}

    Work(Parts parts) {
        this.parts = parts;
    }

    void start() {
        ScheduledFuture<?> _ = alarm.scheduleWithFixedDelay(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// What health tells, Dutch; empty when all is well.
    Optional<String> remark() {
        return failing ? Optional.of("het werk op de achtergrond gaat mis; zie het logboek") : Optional.empty();
    }

    private void tick() {
        try {
            Instant now = parts.clock().instant();
            for (TlsReload reload : parts.tls()) {
                Optional<TlsReload.Outcome> _ = reload.tick();
            }
            renewKeys();
            alone(announcing, () -> parts.announcements().run(now));
            alone(dispatching, this::dispatch);
            if (now.minus(COUNT).isAfter(counted)) {
                counted = now;
                parts.keys().tend();
                parts.count().run();
            }
            if (now.minus(COMPARE).isAfter(compared)) {
                compared = now;
                alone(comparing, this::compare);
            }
            failing = false;
        } catch (Throwable broken) {
            // The next turn tries again; without this the work would stop for good.
            failing = true;
            LOG.error("the regular work failed", broken);
        }
    }

    /// A new key is shown at once, and takes the place of the old on living contracts.
    private void renewKeys() {
        boolean renewed = false;
        for (KeyReload key : parts.signing()) {
            renewed |= key.tick(parts.self().group(), parts.self().id());
        }
        if (renewed) {
            parts.keys().tend();
            apart(() -> LOG.info("{} accepts renewed", parts.operations().renewAccepts()));
        }
    }

    /// Runs apart, unless the same still runs.
    private void alone(AtomicBoolean running, Runnable work) {
        if (running.compareAndSet(false, true)) {
            apart(() -> {
                try {
                    work.run();
                } finally {
                    running.set(false);
                }
            });
        }
    }

    private void apart(Runnable work) {
        try {
            hands.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException broken) {
                    LOG.error("work in the background failed", broken);
                }
            });
        } catch (RejectedExecutionException closed) {
            LOG.debug("not begun: the manager stops");
        }
    }

    private void compare() {
        int renewed = parts.operations().renewAccepts();
        int unreachable = parts.reconciliation().run();
        LOG.info("contracts compared, {} peers not reached, {} accepts renewed", unreachable, renewed);
    }

    void dispatch() {
        int _ = parts.dispatch().run(this::together);
    }

    private void together(Collection<Runnable> work) {
        List<Future<?>> running = work.stream().<Future<?>>map(hands::submit).toList();
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException broken) {
                LOG.error("handing over failed", broken);
            }
        }
    }

    /// Compares contracts with a Peer that came back, in the background; once at a time.
    void compareWith(PeerId peer) {
        if (comparedWith.add(peer)) {
            apart(() -> {
                try {
                    boolean reached = parts.reconciliation().run(peer);
                    LOG.debug("compared with peer {}: {}", peer, reached);
                } finally {
                    comparedWith.remove(peer);
                }
            });
        }
    }

    /// What is under way gets a while to end; what does not is done again by the next run.
    @Override
    public void close() {
        alarm.shutdown();
        hands.shutdown();
        try {
            if (!alarm.awaitTermination(LAST.toSeconds(), TimeUnit.SECONDS)
                    || !hands.awaitTermination(LAST.toSeconds(), TimeUnit.SECONDS)) {
                LOG.info("the regular work is broken off");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        hands.shutdownNow();
    }
}
