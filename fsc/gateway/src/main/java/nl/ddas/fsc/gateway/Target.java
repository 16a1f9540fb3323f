// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import nl.ddas.fsc.model.PeerId;

/// A Service with the connections to it, and how many requests it has now. Safe for many threads.
///
/// @param anchors by which the Service is trusted, as they stood in the file; none when there is no file
/// @param running how many requests
/// @param each how many of them are of one Peer; who came once stays in it
record Target(
        InwayConfig.Service service,
        List<X509Certificate> anchors,
        Onward onward,
        AtomicInteger running,
        Map<PeerId, AtomicInteger> each) {

    /// A Peer may have so many requests for each place that is left for others.
    private static final int SHARE = 3;

    /// One without requests.
    static Target of(InwayConfig.Service service, List<X509Certificate> anchors, Onward onward) {
        return new Target(service, anchors, onward, new AtomicInteger(), new ConcurrentHashMap<>());
    }

    /// Takes one request more. A Peer alone gets three quarters of the places; of what one leaves the next
    /// gets three quarters, so that who lets its requests drag on keeps nobody out. The last place is for who
    /// has none.
    ///
    /// @param peer who connects
    /// @return to run when it is over, once or more often; nothing when the service has as many as it may have, or
    ///     this Peer its share of them
    Optional<Runnable> enter(PeerId peer) {
        AtomicInteger own = requestsOf(peer);
        int mine = own.incrementAndGet();
        int left = service.atOnce() - running.incrementAndGet();
        if (left < 0 || mine > Math.max(1, (long) SHARE * left)) {
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

    private AtomicInteger requestsOf(PeerId peer) {
        AtomicInteger known = each.get(peer);
        return known == null ? each.computeIfAbsent(peer, first -> new AtomicInteger()) : known;
    }

    private void leave(AtomicInteger own) {
        own.decrementAndGet();
        running.decrementAndGet();
    }
}
