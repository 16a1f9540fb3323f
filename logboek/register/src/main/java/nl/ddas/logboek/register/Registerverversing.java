// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks for the register again and again, on a thread of its own.
public final class Registerverversing implements AutoCloseable {

    /// How often a log asks.
    public static final Duration GEWOON = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(Registerverversing.class);

    private final ScheduledExecutorService thread;
    private final ScheduledFuture<?> work;

    private Registerverversing(ScheduledExecutorService thread, ScheduledFuture<?> work) {
        this.thread = thread;
        this.work = work;
    }

    /// Starts; the first time is after one interval, so ask once yourself.
    public static Registerverversing start(Registercache cache, Duration interval) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("register").factory());
        ScheduledFuture<?> work = thread.scheduleWithFixedDelay(
                () -> refresh(cache), interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        return new Registerverversing(thread, work);
    }

    /// A fault of one time must not be the end of all.
    private static void refresh(Registercache cache) {
        try {
            boolean _ = cache.refresh();
        } catch (RuntimeException broken) {
            LOG.error("register: asking failed: {}", broken.getClass().getName());
        }
    }

    @Override
    public void close() {
        work.cancel(false);
        thread.shutdownNow();
    }
}
