// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import nl.ddas.fsc.model.PeerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work with other Peers, each apart from the rest and one piece at a time: who keeps us waiting holds up
/// nobody else. Safe for many threads.
public final class PeerTurns {

    private static final Logger LOG = LoggerFactory.getLogger(PeerTurns.class);

    private final Executor hands;
    private final Set<PeerId> busy = ConcurrentHashMap.newKeySet();
    private final Set<PeerId> broken = ConcurrentHashMap.newKeySet();

    /// @param hands does the work; may return before it is done
    public PeerTurns(Executor hands) {
        this.hands = hands;
    }

    /// Peers with whom work is under way.
    Set<PeerId> busy() {
        return Set.copyOf(busy);
    }

    /// Peers with whom the last work broke.
    Set<PeerId> broken() {
        return Set.copyOf(broken);
    }

    /// With the other Peers nothing is left to do, so nothing of it is broken either.
    void keepTo(Set<PeerId> peers) {
        broken.retainAll(peers);
    }

    /// Begins, unless something with this Peer still runs.
    void begin(PeerId peer, Runnable work) {
        if (!busy.add(peer)) {
            return;
        }
        try {
            hands.execute(() -> run(peer, work));
        } catch (RejectedExecutionException closed) {
            busy.remove(peer);
            LOG.debug("not begun with peer {}: the manager stops", peer);
        }
    }

    private void run(PeerId peer, Runnable work) {
        try {
            work.run();
            broken.remove(peer);
        } catch (RuntimeException wrong) {
            broken.add(peer);
            throw wrong;
        } finally {
            busy.remove(peer);
        }
    }
}
