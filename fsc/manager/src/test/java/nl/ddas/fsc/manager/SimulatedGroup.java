// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import nl.ddas.fsc.model.ContentHash;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.VerifiedSignatures;
import nl.ddas.testkit.TestClock;

/// Managers on one thread, with a clock that jumps and a network that loses, doubles, delays and mixes up messages.
/// Everything that happens follows from the seed.
final class SimulatedGroup {

    static final List<PeerId> PEERS = List.of(Members.A, Members.B, Members.C, Members.D);
    private static final Duration STEP = Duration.ofSeconds(2);

    /// One for all: each signature is verified by one Manager, and then has been for the others.
    final VerifiedSignatures verified = new VerifiedSignatures();

    final Random random;
    final TestClock clock = new TestClock(Members.NOW);
    final Map<PeerId, SimulatedManager> managers = new TreeMap<>();
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::number));
    private long numbers;
    boolean trouble = true;

    private record Event(Instant at, long number, Runnable work) {}

    /// What a process does that is killed.
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    SimulatedGroup(long seed) {
        random = new Random(seed);
        for (PeerId peer : PEERS) {
            managers.put(peer, new SimulatedManager(this, peer));
        }
    }

    SimulatedManager manager(PeerId peer) {
        return Optional.ofNullable(managers.get(peer)).orElseThrow();
    }

    boolean happens(int percent) {
        return trouble && random.nextInt(100) < percent;
    }

    void later(Runnable work) {
        events.add(new Event(clock.instant().plusMillis(random.nextInt(20_000)), numbers++, work));
    }

    /// Each has a clock of its own, up to half a minute off.
    Clock clockOf(int secondsOff) {
        return Clock.offset(clock, Duration.ofSeconds(secondsOff));
    }

    /// Two minutes of trouble with acts in between, and then as long as it takes to get quiet.
    void run() {
        for (int step = 0; step < 60; step++) {
            step(true);
        }
        trouble = false;
        managers.values().forEach(SimulatedManager::restart);
        for (int step = 0; step < 1200 && (step < 20 || !quiet()); step++) {
            step(false);
        }
        managers.values().forEach(SimulatedManager::reconcile);
        for (int step = 0; step < 600 && !quiet(); step++) {
            step(false);
        }
    }

    private void step(boolean acts) {
        clock.advance(STEP);
        while (!events.isEmpty() && !events.peek().at().isAfter(clock.instant())) {
            Event event = events.poll();
            survive(event.work());
        }
        for (SimulatedManager manager : managers.values()) {
            if (acts && random.nextInt(8) == 0) {
                survive(manager::act);
            }
            survive(manager::work);
        }
    }

    private static void survive(Runnable work) {
        try {
            work.run();
        } catch (Killed killed) {
            // Who was killed has noted it, and starts again later.
        }
    }

    private boolean quiet() {
        return events.isEmpty()
                && managers.values().stream().allMatch(m -> m.store.undone().stream()
                        .noneMatch(row -> row.status() == Delivery.Status.PENDING));
    }

    /// What the Managers think of each contract, as text to compare: one view for each Peer on it.
    Map<ContentHash, List<String>> views() {
        Map<ContentHash, Contract> contracts = new TreeMap<>(Comparator.comparing(ContentHash::value));
        managers.values().forEach(m -> m.store
                .everything()
                .forEach(c -> contracts.put(c.content().hash(), c)));
        Map<ContentHash, List<String>> views = new TreeMap<>(Comparator.comparing(ContentHash::value));
        contracts.forEach((hash, contract) -> {
            List<String> seen = new ArrayList<>();
            for (PeerId peer : contract.content().peers()) {
                seen.add(view(manager(peer), hash));
            }
            views.put(hash, seen);
        });
        return views;
    }

    private static String view(SimulatedManager manager, ContentHash hash) {
        return manager.store
                .find(hash)
                .map(contract -> contract.signatures().stream()
                        .map(s -> s.peer() + " " + s.type() + " " + s.jws())
                        .sorted()
                        .toList()
                        .toString())
                .orElse("nothing");
    }
}
