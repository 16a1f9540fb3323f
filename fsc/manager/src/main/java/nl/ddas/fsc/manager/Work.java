// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import nl.ddas.basis.TlsReload;
import nl.ddas.fsc.model.PeerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a Manager does by itself, beside answering: hand over, compare, announce itself, renew its keys, count.
final class Work implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Work.class);
    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration COMPARE = Duration.ofMinutes(10);
    private static final Duration COUNT = Duration.ofMinutes(1);

    private final Parts parts;
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("fsc-manager-work").daemon().factory());
    private Instant compared = Instant.MIN;
    private Instant counted = Instant.MIN;

    /// What there is to look after.
    ///
    /// @param tls key material of the listeners
    /// @param count brings the figures up to date
    record Parts(
            Dispatch dispatch,
            Reconciliation reconciliation,
            Announcements announcements,
            List<TlsReload> tls,
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

    private void tick() {
        try {
            Instant now = parts.clock().instant();
            for (TlsReload reload : parts.tls()) {
                Optional<TlsReload.Outcome> _ = reload.tick();
            }
            parts.announcements().run(now);
            dispatch();
            if (now.minus(COUNT).isAfter(counted)) {
                counted = now;
                parts.keys().tend();
                parts.count().run();
            }
            if (now.minus(COMPARE).isAfter(compared)) {
                compared = now;
                int renewed = parts.operations().renewAccepts();
                int unreachable = parts.reconciliation().run();
                LOG.info("contracts compared, {} peers not reached, {} accepts renewed", unreachable, renewed);
            }
        } catch (RuntimeException broken) {
            // The next turn tries again; without this the work would stop for good.
            LOG.error("the regular work failed", broken);
        }
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

    /// Compares contracts with a Peer that came back, in the background.
    void compareWith(PeerId peer) {
        Future<?> _ = hands.submit(() -> {
            boolean reached = parts.reconciliation().run(peer);
            LOG.debug("compared with peer {}: {}", peer, reached);
        });
    }

    @Override
    public void close() {
        alarm.shutdown();
        try {
            if (!alarm.awaitTermination(30, TimeUnit.SECONDS)) {
                LOG.warn("the regular work goes on after closing");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        hands.shutdownNow();
    }
}
