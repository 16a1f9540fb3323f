// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// What many threads hand to one, bounded and in order. Nobody waits to hand in, and only a reader that sleeps is
/// woken: while it is busy an item costs no system call.
///
/// @param <T> of the items
final class Inbox<T> {

    private final int most;
    private final Thread reader;
    private final Queue<T> items = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private volatile boolean asleep;

    /// @param reader the one thread that takes out
    Inbox(int most, Thread reader) {
        this.most = most;
        this.reader = reader;
    }

    /// @return false when it is full
    boolean offer(T item) {
        if (size.incrementAndGet() > most) {
            size.decrementAndGet();
            return false;
        }
        items.add(item);
        if (asleep) {
            LockSupport.unpark(reader);
        }
        return true;
    }

    boolean isEmpty() {
        return size.get() == 0;
    }

    /// The next item, if there is one now.
    Optional<T> poll() {
        Optional<T> item = Optional.ofNullable(items.poll());
        item.ifPresent(taken -> size.decrementAndGet());
        return item;
    }

    /// Waits until there is something, or the time is over. For the reader.
    void await(Duration longest) {
        asleep = true;
        // An item that came just now saw nobody asleep, and woke nobody.
        if (items.isEmpty()) {
            LockSupport.parkNanos(this, longest.toNanos());
        }
        asleep = false;
    }
}
