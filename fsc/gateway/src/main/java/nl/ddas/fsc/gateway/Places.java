// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import nl.ddas.fsc.model.PeerId;

/// How many requests a Service has now, and of whom. Safe for many threads.
final class Places {

    /// A Peer may have so many requests for each place that is left for others.
    private static final int SHARE = 3;

    private final int all;
    private final AtomicInteger taken = new AtomicInteger();
    // Who came once stays in it.
    private final Map<PeerId, AtomicInteger> each = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> empty = new CompletableFuture<>();
    private volatile boolean closed;

    /// @param all how many there are, 1 or more
    Places(int all) {
        this.all = all;
    }

    /// Takes one. A Peer alone gets three quarters of the places; of what one leaves the next gets three
    /// quarters, so that who lets its requests drag on keeps nobody out. The last place is for who has none.
    ///
    /// @param peer who connects
    /// @return to run when the request is over, once or more often; nothing when there is no place, or none for
    ///     this Peer
    Optional<Runnable> enter(PeerId peer) {
        AtomicInteger own = each.computeIfAbsent(peer, _ -> new AtomicInteger());
        // Looked at first, so that who asks again and again takes no place from others for a moment.
        if (!fits(own.get() + 1, taken.get() + 1)) {
            return Optional.empty();
        }
        if (!fits(own.incrementAndGet(), taken.incrementAndGet()) || closed) {
            leave(own);
            return Optional.empty();
        }
        AtomicBoolean over = new AtomicBoolean();
        return Optional.of(() -> {
            if (over.compareAndSet(false, true)) {
                leave(own);
            }
        });
    }

    private boolean fits(int mine, int now) {
        int left = all - now;
        return left >= 0 && mine <= Math.max(1, (long) SHARE * left);
    }

    private void leave(AtomicInteger own) {
        own.decrementAndGet();
        if (taken.decrementAndGet() == 0 && closed) {
            empty.complete(null);
        }
    }

    /// How many are taken, 0 or more.
    int taken() {
        return taken.get();
    }

    /// From now on nobody gets one.
    ///
    /// @return completes when all are given back
    CompletionStage<Void> close() {
        closed = true;
        // Who takes one after this look sees that it is closed.
        if (taken.get() == 0) {
            empty.complete(null);
        }
        return empty;
    }

    boolean isClosed() {
        return closed;
    }
}
