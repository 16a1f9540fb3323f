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
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import nl.ddas.basis.TlsReload;
import nl.ddas.fsc.model.PeerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a Manager does by itself, beside answering: hand over, compare, announce itself, renew its keys.
final class Work implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Work.class);
    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration COMPARE = Duration.ofMinutes(10);
    private static final Duration ANNOUNCE_AGAIN = Duration.ofSeconds(15);

    private final Dispatch dispatch;
    private final Reconciliation reconciliation;
    private final OtherManagers others;
    private final List<OtherManagers.Called> directories;
    private final TlsReload keys;
    private final Operations operations;
    private final Clock clock;
    private final Set<PeerId> announced = ConcurrentHashMap.newKeySet();
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("fsc-manager-work").daemon().factory());
    private Instant compared = Instant.MIN;
    private Instant announcedAt = Instant.MIN;

    Work(
            Dispatch dispatch,
            Reconciliation reconciliation,
            OtherManagers others,
            List<OtherManagers.Called> directories,
            TlsReload keys,
            Operations operations,
            Clock clock) {
        this.dispatch = dispatch;
        this.reconciliation = reconciliation;
        this.others = others;
        this.directories = List.copyOf(directories);
        this.keys = keys;
        this.operations = operations;
        this.clock = clock;
    }

    void start() {
        ScheduledFuture<?> _ = alarm.scheduleWithFixedDelay(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tick() {
        try {
            Optional<TlsReload.Outcome> _ = keys.tick();
            Instant now = clock.instant();
            if (announced.size() < directories.size()
                    && now.minus(ANNOUNCE_AGAIN).isAfter(announcedAt)) {
                announcedAt = now;
                announce();
            }
            dispatch();
            if (now.minus(COMPARE).isAfter(compared)) {
                compared = now;
                int renewed = operations.renewAccepts();
                int unreachable = reconciliation.run();
                LOG.info("contracts compared, {} peers not reached, {} accepts renewed", unreachable, renewed);
            }
        } catch (RuntimeException broken) {
            // The next turn tries again; without this the work would stop for good.
            LOG.error("the regular work failed", broken);
        }
    }

    private void announce() {
        for (OtherManagers.Called directory : directories) {
            try {
                if (!announced.contains(directory.peer())) {
                    others.announce(directory);
                    announced.add(directory.peer());
                }
            } catch (PeerUnreachable unreachable) {
                LOG.warn("not announced: {}", unreachable.why());
            }
        }
    }

    void dispatch() {
        int _ = dispatch.run(this::together);
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
            boolean reached = reconciliation.run(peer);
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
