// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractSignature;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.VerifiedSignatures;
import nl.ddas.testkit.TestClock;

/// Managers on one thread, with a clock that jumps and a network that loses, doubles, delays and mixes up messages.
/// Everything that happens follows from the seed.
final class SimulatedGroup {

    static final List<PeerId> PEERS = List.of(Members.A, Members.B, Members.C, Members.D, Members.DIR);

    private static final Duration STEP = Duration.ofSeconds(2);
    private static final Duration TROUBLE = Duration.ofMinutes(2);
    private static final Duration CALM_STEP = Duration.ofSeconds(15);

    /// By then every Manager has compared its contracts in peace.
    private static final Duration CALM = Duration.ofMinutes(14);

    /// Nothing may take longer.
    private static final Duration LONGEST = Duration.ofMinutes(60);

    /// One for all: each signature is verified by one Manager, and then has been for the others.
    final VerifiedSignatures verified = new VerifiedSignatures();

    final Random random;
    private final TestClock clock = new TestClock(Members.NOW);
    private final Map<PeerId, SimulatedManager> managers = new TreeMap<>();
    private final SimulatedActs acts = new SimulatedActs(this);
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::number));
    private long numbers;
    boolean trouble = true;

    private record Event(Instant at, long number, Runnable work) {}

    /// What a process does that is killed: nothing in it may go on.
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed", null, false, false);
        }
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

    Collection<SimulatedManager> managers() {
        return managers.values();
    }

    Instant now() {
        return clock.instant();
    }

    boolean happens(int percent) {
        return trouble && random.nextInt(100) < percent;
    }

    void later(Runnable work) {
        events.add(new Event(now().plusMillis(random.nextInt(20_000)), numbers++, work));
    }

    /// Each has a clock of its own, up to half a minute off.
    Clock clockOf(int secondsOff) {
        return Clock.offset(clock, Duration.ofSeconds(secondsOff));
    }

    /// Two minutes of trouble with acts in between, and then as long as it takes to get quiet. Nothing is
    /// helped along but what an operator would see and mend.
    void run() {
        while (now().isBefore(Members.NOW.plus(TROUBLE))) {
            step(STEP);
        }
        trouble = false;
        while (now().isBefore(Members.NOW.plus(CALM))) {
            step(CALM_STEP);
        }
        managers.values().forEach(SimulatedActs::retry);
        step(CALM_STEP);
        while (!quiet() && now().isBefore(Members.NOW.plus(LONGEST))) {
            step(CALM_STEP);
        }
    }

    private void step(Duration step) {
        clock.advance(step);
        while (!events.isEmpty() && !events.peek().at().isAfter(now())) {
            Event event = events.poll();
            survive(event.work());
        }
        for (SimulatedManager manager : managers.values()) {
            if (trouble && random.nextInt(8) == 0) {
                survive(() -> acts.act(manager));
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

    /// Everything that all Managers know, as text; the bytes of signatures are left out, which no seed decides.
    List<String> everything() {
        return managers.values().stream().flatMap(SimulatedGroup::everything).toList();
    }

    private static Stream<String> everything(SimulatedManager manager) {
        Stream<String> contracts =
                manager.store.everything().stream().map(contract -> manager.id + " has " + text(contract));
        Stream<String> rows = manager.store.undone().stream().map(row -> manager.id + " owes " + row);
        Stream<String> peers = manager.store.peers().stream().map(peer -> manager.id + " knows " + peer);
        return Stream.of(contracts, rows, peers).flatMap(lines -> lines);
    }

    private static String text(Contract contract) {
        return contract.content().hash() + " "
                + contract.signatures().stream().map(SimulatedGroup::text).toList();
    }

    private static String text(ContractSignature said) {
        boolean first = CertificateThumbprint.of(said.certificate())
                .equals(CertificateThumbprint.of(Members.renewed(said.peer(), 0).leaf()));
        return said.peer() + " " + said.type() + " " + said.signedAt() + (first ? "" : " with a new key");
    }
}
