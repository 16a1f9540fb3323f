// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import nl.ddas.fsc.model.ContentHash;
import nl.ddas.fsc.model.Contract;

/// A store that tells when something happened in it, so that a test can wait for that, and that may hold contracts that
/// cannot be read.
final class WatchedContracts extends MemoryContracts {

    private static final long TURN = 500;
    private static final int TURNS = 120;

    private final Set<ContentHash> unreadable = ConcurrentHashMap.newKeySet();

    void breaksOn(ContentHash contract) {
        unreadable.add(contract);
    }

    void mend() {
        unreadable.clear();
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
