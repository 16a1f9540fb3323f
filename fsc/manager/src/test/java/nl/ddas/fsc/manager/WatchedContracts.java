// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import nl.ddas.fsc.model.ContentHash;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.PeerId;

/// A store that tells when something happened in it, so that a test can wait for that, and that may hold
/// contracts that cannot be read.
final class WatchedContracts extends MemoryContracts {

    private static final long TURN = 500;
    private static final int TURNS = 120;

    private final Set<ContentHash> unreadable = ConcurrentHashMap.newKeySet();
    private final Set<ContentHash> spoilt = ConcurrentHashMap.newKeySet();
    private boolean away;
    private int asked;

    /// From now on asking what is due breaks, or no longer.
    synchronized void away(boolean now) {
        away = now;
        asked = 0;
    }

    /// Waits until what is due was asked twice since: by then the first of these has come to its end.
    void untilTurnEnded() {
        until(() -> asked >= 2);
    }

    @Override
    public synchronized List<Delivery> due(Instant now, Set<PeerId> except, int most) {
        asked++;
        notifyAll();
        if (away) {
            throw new IllegalStateException("the database is away");
        }
        return super.due(now, except, most);
    }

    void breaksOn(ContentHash contract) {
        unreadable.add(contract);
    }

    /// What is stored of this contract can no longer be read, also among others.
    void spoils(ContentHash contract) {
        spoilt.add(contract);
    }

    void mend() {
        unreadable.clear();
        spoilt.clear();
    }

    @Override
    public synchronized OpenContracts open(OpenQuery query) {
        OpenContracts some = super.open(query);
        return new OpenContracts(
                some.contracts().stream()
                        .filter(contract -> !spoilt.contains(contract.content().hash()))
                        .toList(),
                some.contracts().stream()
                        .map(contract -> contract.content().hash())
                        .filter(spoilt::contains)
                        .toList(),
                some.rest());
    }

    @Override
    public synchronized Optional<Contract> find(ContentHash hash) {
        if (unreadable.contains(hash)) {
            throw new IllegalStateException("a stored contract cannot be read");
        }
        return super.find(hash);
    }

    @Override
    public synchronized boolean settle(Delivery before, Delivery after) {
        boolean settled = super.settle(before, after);
        notifyAll();
        return settled;
    }

    @Override
    public synchronized void meet(Peer peer) {
        super.meet(peer);
        notifyAll();
    }

    /// Waits until this is so; at most a minute.
    synchronized void until(BooleanSupplier done) {
        try {
            for (int turn = 0; turn < TURNS && !done.getAsBoolean(); turn++) {
                wait(TURN);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
