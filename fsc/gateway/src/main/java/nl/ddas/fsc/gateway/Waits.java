// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/// Waits that all may take as long. A timer for each would cost more than what is waited for: here one glance
/// now and then ends those that take too long. Safe for many threads.
final class Waits implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(100);

    /// @param context where its outcome is told
    /// @param until by [System#nanoTime]
    private record Wait(Context context, Promise<Void> promise, long until) {}

    private final Vertx vertx;
    private final Duration longest;
    private final UnaryOperator<Throwable> failure;
    private final Queue<Wait> oldestFirst = new ConcurrentLinkedQueue<>();
    /// Who takes waits out: one at a time, so that none is taken out unseen.
    private final Lock taking = new ReentrantLock();
    private final long glances;

    /// @param failure what a wait fails with, made of what went wrong
    Waits(Vertx vertx, Duration longest, UnaryOperator<Throwable> failure) {
        this.vertx = vertx;
        this.longest = longest;
        this.failure = failure;
        this.glances = vertx.setPeriodic(GLANCE.toMillis(), tick -> glance());
    }

    /// The same outcome, in the context; a [TimeoutException] went wrong when there is none in time.
    Future<Void> within(Context context, CompletionStage<Void> stage) {
        Wait wait = new Wait(context, Promise.promise(), System.nanoTime() + longest.toNanos());
        oldestFirst.add(wait);
        forgetEnded();
        stage.whenComplete((done, failed) -> context.runOnContext(back -> {
            if (failed == null) {
                wait.promise().tryComplete();
            } else {
                fail(wait, failed);
            }
        }));
        return wait.promise().future();
    }

    /// What ended is not kept until somebody glances: thousands of them would be moved about by each collection of
    /// garbage.
    private void forgetEnded() {
        if (taking.tryLock()) {
            try {
                for (Wait oldest = oldestFirst.peek(); oldest != null && isEnded(oldest); oldest = oldestFirst.peek()) {
                    oldestFirst.remove();
                }
            } finally {
                taking.unlock();
            }
        }
    }

    private static boolean isEnded(Wait wait) {
        return wait.promise().future().isComplete();
    }

    private void glance() {
        long now = System.nanoTime();
        taking.lock();
        try {
            for (Wait oldest = oldestFirst.peek(); oldest != null; oldest = oldestFirst.peek()) {
                Wait wait = oldest;
                if (now - wait.until() >= 0) {
                    wait.context().runOnContext(late -> fail(wait, new TimeoutException("not within " + longest)));
                } else if (!isEnded(wait)) {
                    return;
                }
                oldestFirst.remove();
            }
        } finally {
            taking.unlock();
        }
    }

    /// How many are not known to have ended; only a test asks.
    int waiting() {
        return oldestFirst.size();
    }

    private void fail(Wait wait, Throwable failed) {
        if (!isEnded(wait)) {
            wait.promise().tryFail(failure.apply(failed));
        }
    }

    @Override
    public void close() {
        boolean _ = vertx.cancelTimer(glances);
    }
}
