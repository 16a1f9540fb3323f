// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import nl.ddas.fsc.model.PeerId;

/// How much of us one Peer may take at once: any member of the Group can come and knock. Safe for many threads.
final class PeerLimits {

    private final int atOnce;
    private final Map<PeerId, AtomicInteger> running = new ConcurrentHashMap<>();

    /// @param atOnce requests that one Peer may have running
    PeerLimits(int atOnce) {
        this.atOnce = atOnce;
    }

    /// A request that runs; close it at its end.
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /// Lets a request in; nothing when this Peer has enough of them running.
    Optional<Turn> enter(PeerId peer) {
        AtomicInteger count = running.computeIfAbsent(peer, p -> new AtomicInteger());
        if (count.incrementAndGet() > atOnce) {
            count.decrementAndGet();
            return Optional.empty();
        }
        return Optional.of(count::decrementAndGet);
    }
}
