// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// Prepares the stretches of a body one after the other, in the order in which they come, on a thread beside the one
/// that brings them. When no thread is free, the one that waits does it.
final class Lane {

    /// How often one looks again before its thread is put to sleep: some tens of microseconds, less than waking it
    /// takes. With one processor there is nobody to look for.
    private static final int LOOKS = Runtime.getRuntime().availableProcessors() > 1 ? 1_000 : 0;

    private final MessageDigest sha256;
    private final Executor beside;
    private final Queue<Stretch> waiting = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition turned = lock.newCondition();
    private boolean attended;
    private boolean working;
    private boolean broken;
    private final AtomicLong added = new AtomicLong();
    private final AtomicLong prepared = new AtomicLong();

    /// @param sha256 gets the bytes of all stretches
    /// @param beside threads to work on
    Lane(MessageDigest sha256, Executor beside) {
        this.sha256 = sha256;
        this.beside = beside;
    }

    void add(Stretch full) {
        boolean isUnattended;
        lock.lock();
        try {
            waiting.add(full);
            added.incrementAndGet();
            isUnattended = !attended;
            attended = true;
        } finally {
            lock.unlock();
        }
        // Who is there already takes this one too.
        if (isUnattended) {
            beside.execute(this::work);
        }
    }

    /// Waits, or works, until so many stretches are prepared.
    ///
    /// @param count at most as many as were added
    /// @throws IllegalStateException when preparing one failed
    void await(long count) {
        look(() -> prepared.get() >= count);
        while (!isPrepared(count)) {
            Optional<Stretch> next = take();
            if (next.isPresent()) {
                prepare(next.get());
            } else {
                awaitTurn(count);
            }
        }
    }

    private void work() {
        do {
            for (Optional<Stretch> next = take(); next.isPresent(); next = take()) {
                prepare(next.get());
            }
            long seen = added.get();
            look(() -> added.get() > seen);
        } while (!isOver());
    }

    private static void look(BooleanSupplier isTime) {
        for (int times = 0; times < LOOKS && !isTime.getAsBoolean(); times++) {
            Thread.onSpinWait();
        }
    }

    /// Whether there is nothing to do here: nothing waits, or the other one is busy with it.
    private boolean isOver() {
        lock.lock();
        try {
            attended = !waiting.isEmpty() && !working;
            return !attended;
        } finally {
            lock.unlock();
        }
    }

    private void prepare(Stretch stretch) {
        boolean good = false;
        try {
            stretch.prepare(sha256);
            good = true;
        } finally {
            end(good);
        }
    }

    private Optional<Stretch> take() {
        lock.lock();
        try {
            if (working || waiting.isEmpty()) {
                return Optional.empty();
            }
            working = true;
            return Optional.of(waiting.remove());
        } finally {
            lock.unlock();
        }
    }

    private void end(boolean good) {
        lock.lock();
        try {
            working = false;
            broken |= !good;
            prepared.incrementAndGet();
            turned.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isPrepared(long count) {
        lock.lock();
        try {
            if (broken) {
                throw new IllegalStateException("a part of the body could not be prepared for its signature");
            }
            return prepared.get() >= count;
        } finally {
            lock.unlock();
        }
    }

    private void awaitTurn(long count) {
        lock.lock();
        try {
            while (working && prepared.get() < count) {
                turned.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }
}
