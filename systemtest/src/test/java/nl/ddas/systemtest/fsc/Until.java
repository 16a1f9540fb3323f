// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest.fsc;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waits for what another component does by itself, often in another process: there is no event to wait for, so it asks
/// again and again.
final class Until {

    private static final int TURNS = 1500;

    private Until() {}

    /// Something that may become true.
    interface Condition {
        boolean holds() throws IOException;
    }

    /// @throws AssertionError when it has not become true after half a minute
    static void holds(String what, Condition condition) throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        for (int turn = 0; !condition.holds(); turn++) {
            if (turn == TURNS) {
                throw new AssertionError("not within half a minute: " + what);
            }
            try {
                boolean _ = never.await(20, TimeUnit.MILLISECONDS);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IOException(stop);
            }
        }
    }
}
