// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.function.BooleanSupplier;

/// A store that tells when something happened in it, so that a test can wait for that.
final class WatchedContracts extends MemoryContracts {

    private static final long TURN = 500;
    private static final int TURNS = 120;

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
