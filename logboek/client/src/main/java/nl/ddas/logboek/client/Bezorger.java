// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A thread that brings deliveries away one by one, in order, and tries again as OTLP says: only what may be sent
/// again, after the time the log asks for, or ever longer.
final class Bezorger implements AutoCloseable {

    private static final int MAX_VERDUBBELD = 100;
    /// Also without news somebody looks once a minute: another process may have stopped that delivered so far.
    private static final Duration LEEG = Duration.ofMinutes(1);

    private final Verzending verzending;
    private final Duration herhaling;
    private final Voorraad voorraad;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Melder melder;
    private Duration pause;
    private boolean isUitgesteld;
    private boolean news;

    /// What waits to be brought away.
    interface Voorraad {

        /// The next one, which stays until it was handled; null when there is none.
        @Nullable
        Wachtend next();

        /// What to do when it is in the log, or refused for good.
        void handled(Wachtend one, Uitkomst uitkomst);

        /// Something that waits.
        interface Wachtend {
            Aflevering.Zending zending();
        }
    }

    Bezorger(Verzending verzending, Duration herhaling, Voorraad voorraad, Melder melder) {
        this.verzending = verzending;
        this.herhaling = herhaling;
        this.voorraad = voorraad;
        this.melder = melder;
        this.pause = herhaling;
        this.thread = new Thread(this::run, "logboek-bezorger");
        thread.setDaemon(true);
    }

    /// To be called once, when the stock can be asked.
    void start() {
        thread.start();
    }

    /// There is something new.
    void wake() {
        lock.lock();
        try {
            news = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        boolean isGoing = true;
        while (isGoing) {
            try {
                isGoing = step();
            } catch (RuntimeException | Error broken) {
                // Whatever breaks, lines that come after it must be delivered.
                isGoing = later(Optional.empty(), "broken: " + broken.getClass().getSimpleName());
            }
        }
    }

    /// @return whether to go on
    private boolean step() {
        // Before looking: what is put in between is looked at once more.
        boolean isLast = closing.get();
        Voorraad.Wachtend one = voorraad.next();
        if (one == null) {
            if (isLast) {
                return false;
            }
            sleep(LEEG, true);
            return true;
        }
        Aflevering.Zending zending = one.zending();
        Uitkomst uitkomst = verzending.send(zending.verzoek(), zending.regels());
        if (uitkomst instanceof Uitkomst.Later later) {
            return later(later.wacht(), later.reden());
        }
        voorraad.handled(one, uitkomst);
        pause = herhaling;
        isUitgesteld = false;
        return true;
    }

    /// Waits, each time longer. Who closes waits no more.
    private boolean later(Optional<Duration> asked, String reden) {
        if (!isUitgesteld) {
            isUitgesteld = true;
            melder.delayed(reden);
        }
        if (closing.get()) {
            return false;
        }
        sleep(asked.orElse(pause), false);
        Duration longest = herhaling.multipliedBy(MAX_VERDUBBELD);
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(longest) < 0 ? doubled : longest;
        return true;
    }

    /// @param isIdle whether something new is a reason to wake; closing always is
    private void sleep(Duration time, boolean isIdle) {
        lock.lock();
        try {
            long rest = time.toNanos();
            while (rest > 0 && !closing.get() && !(isIdle && news)) {
                rest = changed.awaitNanos(rest);
            }
            news = false;
        } catch (InterruptedException e) {
            closing.set(true);
        } finally {
            lock.unlock();
        }
    }

    /// Tries what waits once more, and stops.
    @Override
    public void close() {
        closing.set(true);
        wake();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
