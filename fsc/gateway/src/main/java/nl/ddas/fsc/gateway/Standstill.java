// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/// Notices that nothing of a request moves any more. For HTTP/2, where a connection is not silent as long as another
/// stream on it moves. On one event loop.
final class Standstill {

    /// For an answer to get back to who waits for it.
    private static final Duration TELLING = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final Duration idle;
    private final LongSupplier moved;
    private final Runnable stands;
    private long before;
    /// Empty until the start: timers count from 0, so a 0 here would end somebody else's.
    private OptionalLong timer = OptionalLong.empty();

    /// @param idle longest time that nothing may move; it is noticed within twice that
    /// @param moved grows with everything that moves
    /// @param stands told when it does not; not after [#stop]
    Standstill(Vertx vertx, Duration idle, LongSupplier moved, Runnable stands) {
        this.vertx = vertx;
        this.idle = idle;
        this.moved = moved;
        this.stands = stands;
    }

    /// How long somebody has to wait for what is watched, to be told that it stands still: the watch looks every
    /// `idle`, and may have to look twice.
    ///
    /// @param idle of that watch, or of a connection behind it
    static Duration toldWithin(Duration idle) {
        return idle.multipliedBy(2).plus(TELLING);
    }

    void start() {
        before = moved.getAsLong();
        timer = OptionalLong.of(vertx.setTimer(idle.toMillis(), late -> look()));
    }

    private void look() {
        if (moved.getAsLong() == before) {
            stands.run();
        } else {
            start();
        }
    }

    /// Also when it was never started.
    void stop() {
        timer.ifPresent(vertx::cancelTimer);
    }
}
