// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the regular work each minute, and at once when woken. What waits for others goes on beside it, so that the
/// next turn is not held up.
final class Wekker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Wekker.class);
    /// How often the regular work is done.
    static final Duration TIK = Duration.ofMinutes(1);
    private static final Duration AFRONDEN = Duration.ofMinutes(1);

    private final Runnable beurt;
    private final ScheduledExecutorService klok = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("verzamelaar-wekker").daemon().factory());
    private final ExecutorService ernaast = Executors.newVirtualThreadPerTaskExecutor();

    /// @param beurt one turn of the regular work; short
    Wekker(Runnable beurt) {
        this.beurt = beurt;
    }

    void start() {
        ScheduledFuture<?> _ =
                klok.scheduleWithFixedDelay(this::tik, TIK.toMillis(), TIK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// A turn at once.
    void wek() {
        if (!klok.isShutdown()) {
            klok.execute(this::tik);
        }
    }

    /// Long work; it is interrupted when this closes.
    void ernaast(Runnable werk) {
        ernaast.execute(werk);
    }

    private void tik() {
        try {
            beurt.run();
        } catch (RuntimeException stuk) {
            // The next turn tries again; without this the thread would stop for good.
            LOG.error("the regular work failed: {}", stuk.getClass().getSimpleName());
        }
    }

    /// Comes back when the turn and the work beside it have ended.
    @Override
    public void close() {
        klok.shutdown();
        eindig(klok);
        ernaast.shutdownNow();
        eindig(ernaast);
    }

    private static void eindig(ExecutorService draden) {
        try {
            if (!draden.awaitTermination(AFRONDEN.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("the work under way did not end within {}", AFRONDEN);
            }
        } catch (InterruptedException gestopt) {
            draden.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
