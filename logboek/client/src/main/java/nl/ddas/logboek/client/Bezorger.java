// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A thread that brings deliveries away one by one, in order, and tries again as OTLP says: only what may be sent
/// again, after the time the log asks for, or ever longer.
final class Bezorger implements AutoCloseable {

    private static final int MAX_VERDUBBELD = 100;

    private final Verzending verzending;
    private final Duration herhaling;
    private final Voorraad voorraad;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final AtomicBoolean closing = new AtomicBoolean();
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

    Bezorger(Verzending verzending, Duration herhaling, Voorraad voorraad) {
        this.verzending = verzending;
        this.herhaling = herhaling;
        this.voorraad = voorraad;
        this.thread = new Thread(this::run, "logboek-bezorger");
        thread.setDaemon(true);
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
        Duration pause = herhaling;
        while (true) {
            Voorraad.Wachtend one = voorraad.next();
            if (one == null) {
                if (closing.get()) {
                    return;
                }
                sleep(Duration.ofHours(1), true);
                continue;
            }
            Aflevering.Zending zending = one.zending();
            Uitkomst uitkomst = verzending.send(zending.verzoek(), zending.regels());
            if (uitkomst instanceof Uitkomst.Later later) {
                if (closing.get()) {
                    return;
                }
                sleep(later.wacht().orElse(pause), false);
                Duration longest = herhaling.multipliedBy(MAX_VERDUBBELD);
                Duration doubled = pause.multipliedBy(2);
                pause = doubled.compareTo(longest) < 0 ? doubled : longest;
            } else {
                voorraad.handled(one, uitkomst);
                pause = herhaling;
            }
        }
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
