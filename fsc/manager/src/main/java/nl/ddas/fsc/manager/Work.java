// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import nl.ddas.basis.TlsReload;
import nl.ddas.fsc.model.KeyFigures;
import nl.ddas.fsc.model.PeerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a Manager does by itself, beside answering: hand over, compare, announce itself, renew its keys, count. What
/// waits for others runs apart for each Peer, once at a time, so that nobody holds up the rest.
final class Work implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Work.class);
    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration COMPARE = Duration.ofMinutes(10);
    private static final Duration COUNT = Duration.ofMinutes(1);
    private static final Duration LAST = Duration.ofSeconds(10);

    /// Peers that are compared with at the same time: each answer may be large.
    private static final int COMPARED_AT_ONCE = 32;

    private final Parts parts;
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("fsc-manager-work").daemon().factory());
    private final AtomicBoolean dispatching = new AtomicBoolean();
    private final AtomicBoolean comparing = new AtomicBoolean();
    private final AtomicBoolean minding = new AtomicBoolean();
    private final AtomicBoolean removing = new AtomicBoolean();
    private final ExecutorService comparers = Executors.newFixedThreadPool(
            COMPARED_AT_ONCE, Thread.ofVirtual().name("compare").factory());
    private final PeerTurns handing = new PeerTurns(this::apart);
    private final PeerTurns telling = new PeerTurns(this::apart);
    private final PeerTurns comparisons = new PeerTurns(work -> apart(comparers, work));
    private final Set<AtomicBoolean> faults = ConcurrentHashMap.newKeySet();
    private volatile boolean failing;
    private volatile Set<PeerId> brokenTargets = Set.of();
    private Instant compared = Instant.MIN;
    private Instant counted = Instant.MIN;

    /// What there is to look after.
    ///
    /// @param tls key material of the listeners
    /// @param signing keys that we sign with
    /// @param keyFigures counts their renewals
    /// @param count brings the figures up to date
    /// @param remove removes what was kept long enough; may take long
    record Parts(
            Dispatch dispatch,
            Reconciliation reconciliation,
            Announcements announcements,
            List<TlsReload> tls,
            List<KeyReload> signing,
            KeyFigures keyFigures,
            Self self,
            Keys keys,
            Operations operations,
            Sole sole,
            Runnable count,
            Runnable remove,
            Clock clock) {}

    Work(Parts parts) {
        this.parts = parts;
    }

    void start() {
        ScheduledFuture<?> _ = alarm.scheduleWithFixedDelay(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// What health tells, Dutch; empty when all is well.
    Optional<String> remark() {
        return failing || !faults.isEmpty()
                ? Optional.of("het werk op de achtergrond gaat mis; zie het log")
                : Optional.empty();
    }

    /// What health notes of Directories that do not take our address, Dutch; empty when all did.
    Optional<String> announcementNote() {
        return parts.announcements().note();
    }

    /// What health notes of contracts that are left out of lists or of comparing, Dutch; empty when there are none.
    Optional<String> unreadableNote() {
        int contracts = parts.reconciliation().unreadable().size();
        return contracts == 0
                ? Optional.empty()
                : Optional.of((contracts == 1 ? "1 contract wordt" : contracts + " contracten worden")
                        + " overgeslagen, want hier of bij de ander niet te lezen; zie het log");
    }

    /// What health notes, Dutch: work with one Peer that breaks on our side is done again, and holds up nobody else.
    Optional<String> note() {
        long peers = Stream.of(brokenTargets, handing.broken(), telling.broken(), comparisons.broken())
                .flatMap(Set::stream)
                .distinct()
                .count();
        return peers == 0
                ? Optional.empty()
                : Optional.of("het werk voor " + peers + (peers == 1 ? " deelnemer" : " deelnemers")
                        + " gaat bij ons mis, en wordt herhaald; zie het log");
    }

    private void tick() {
        try {
            Instant now = parts.clock().instant();
            parts.tls().forEach(reload -> reload.tick().ifPresent(parts.keyFigures()::connections));
            renewKeys();
            parts.announcements().run(now, telling);
            alone(dispatching, this::dispatch);
            if (now.minus(COUNT).isAfter(counted)) {
                counted = now;
                // A database that is slow must not keep keys and revocation lists from being read again.
                alone(minding, this::mind);
                alone(removing, parts.remove());
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

    private void mind() {
        // First: what fails below must not keep another Manager from being seen.
        stayAlone();
        parts.keys().tend();
        // Health asks often, and may not wait for a database that hangs.
        brokenTargets = parts.dispatch().broken();
        parts.count().run();
    }

    /// A lock on the store that was lost with its connection is taken again.
    private void stayAlone() {
        parts.sole().tend();
        if (parts.sole().remark().isPresent()) {
            LOG.error("another manager works with the same database; stop one of the two");
        }
    }

    /// A new key is shown at once, and takes the place of the old on living contracts.
    private void renewKeys() {
        boolean renewed = false;
        for (KeyReload key : parts.signing()) {
            switch (key.tick(parts.self().group(), parts.self().id())) {
                case SAME -> {}
                case UNUSABLE -> parts.keyFigures().notRenewed(key.name());
                case RENEWED -> {
                    parts.keyFigures().renewed(key.name());
                    renewed = true;
                }
            }
        }
        if (renewed) {
            parts.keys().tend();
            apart(() -> LOG.info("{} signatures renewed", parts.operations().renewSignatures()));
        }
    }

    /// Runs apart, unless the same still runs. Health tells of it for as long as it fails.
    private void alone(AtomicBoolean running, Runnable work) {
        if (running.compareAndSet(false, true)) {
            apart(() -> {
                try {
                    work.run();
                    faults.remove(running);
                } catch (RuntimeException broken) {
                    faults.add(running);
                    throw broken;
                } finally {
                    running.set(false);
                }
            });
        }
    }

    private void apart(Runnable work) {
        apart(hands, work);
    }

    private static void apart(ExecutorService hands, Runnable work) {
        try {
            hands.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException broken) {
                    // Nobody waits for it, so what broke is told here.
                    LOG.error("work in the background failed", broken);
                }
            });
        } catch (RejectedExecutionException closed) {
            LOG.debug("not begun: the manager stops");
        }
    }

    private void compare() {
        int renewed = parts.operations().renewSignatures();
        LOG.info("contracts are compared, {} signatures renewed", renewed);
        parts.reconciliation().run(comparisons);
    }

    /// Begins to hand over what is due.
    void dispatch() {
        parts.dispatch().run(handing);
    }

    /// Compares contracts with a Peer that came back, in the background; once at a time.
    void compareWith(PeerId peer) {
        comparisons.begin(peer, () -> {
            boolean reached = parts.reconciliation().run(peer);
            LOG.debug("compared with peer {}: {}", peer, reached);
        });
    }

    /// What is under way gets a while to end; what does not is done again by the next run.
    @Override
    public void close() {
        alarm.shutdown();
        hands.shutdown();
        comparers.shutdown();
        try {
            if (!alarm.awaitTermination(LAST.toSeconds(), TimeUnit.SECONDS)
                    || !hands.awaitTermination(LAST.toSeconds(), TimeUnit.SECONDS)
                    || !comparers.awaitTermination(LAST.toSeconds(), TimeUnit.SECONDS)) {
                LOG.info("the regular work is broken off");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        hands.shutdownNow();
        comparers.shutdownNow();
    }
}
