// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.ddas.fsc.model.PeerId;

/// How many proposals of each Peer the policy refused in this hour. Each refusal is written down in the audit
/// trail, and nothing else keeps a Peer from proposing the same again and again. Safe for many threads.
final class Refusals {

    /// Refusals of one Peer in an hour of the clock.
    static final int MOST = 60;

    private final Map<PeerId, Hour> hours = new ConcurrentHashMap<>();

    /// @param number hours since 1970
    /// @param refused 1 or more
    private record Hour(long number, int refused) {

        Hour and(Hour later) {
            return later.number == number ? new Hour(number, refused + 1) : later;
        }
    }

    /// Counts one more.
    ///
    /// @return whether it is still within [#MOST]
    boolean count(PeerId peer, Instant now) {
        long hour = now.getEpochSecond() / Duration.ofHours(1).toSeconds();
        return hours.merge(peer, new Hour(hour, 1), Hour::and).refused() <= MOST;
    }
}
