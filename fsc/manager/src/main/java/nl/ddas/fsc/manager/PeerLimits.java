// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import nl.ddas.basis.Response;
import nl.ddas.fsc.model.PeerId;

/// How much of us one Peer may take at once: any member of the Group can come and knock. Safe for many threads.
final class PeerLimits {

    /// Bytes of an answer that the network takes over as a whole: a page of contracts as they mostly are.
    private static final int SHORT = 256 * 1024;

    private final int atOnce;
    private final Map<PeerId, AtomicInteger> running = new ConcurrentHashMap<>();

    /// @param atOnce requests that one Peer may have running
    PeerLimits(int atOnce) {
        this.atOnce = atOnce;
    }

    /// A request that runs; close it at its end, once or more often.
    interface Turn extends AutoCloseable {
        @Override
        void close();

        /// Ends with an answer: at once when that is short, else when the last of it is on its way, or nobody is
        /// there to take it. Who asks for much and reads nothing would else fill our memory.
        default Response endWith(Response answer) {
            if (answer.body() instanceof Response.Body.Bytes(byte[] bytes) && bytes.length > SHORT) {
                InputStream lasting = new ByteArrayInputStream(bytes) {
                    @Override
                    public void close() {
                        Turn.this.close();
                    }
                };
                return new Response(
                        answer.status(),
                        answer.headers(),
                        new Response.Body.Copy(OptionalLong.of(bytes.length), lasting));
            }
            close();
            return answer;
        }
    }

    /// Lets a request in; nothing when this Peer has enough of them running.
    Optional<Turn> enter(PeerId peer) {
        AtomicInteger count = running.computeIfAbsent(peer, p -> new AtomicInteger());
        if (count.incrementAndGet() > atOnce) {
            count.decrementAndGet();
            return Optional.empty();
        }
        AtomicBoolean over = new AtomicBoolean();
        return Optional.of(() -> {
            if (over.compareAndSet(false, true)) {
                count.decrementAndGet();
            }
        });
    }
}
