// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import io.netty.buffer.Unpooled;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Holds a sending thread back while too much is on its way to the socket.
final class SendWindow {

    /// Pieces on their way at once; each at most [Wire#SENT_PIECE] bytes.
    private static final int WIDTH = 4;

    private final Function<Buffer, Future<Void>> sink;
    private final Duration idle;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int underway;
    private boolean stopped;
    private @Nullable Throwable failure;

    /// @param sink sends one piece; its future ends when the socket took it
    /// @param idle longest time the other side may take nothing
    SendWindow(Function<Buffer, Future<Void>> sink, Duration idle) {
        this.sink = sink;
        this.idle = idle;
    }

    /// Sends a piece, waiting for room first; these bytes of the array must not change afterwards.
    ///
    /// @return false when [#stop] was called: nothing was sent
    /// @throws IOException when the connection broke or the other side takes nothing
    boolean send(byte[] bytes, int offset, int length) throws IOException {
        if (!enter()) {
            return false;
        }
        try {
            sink.apply(BufferInternal.buffer(Unpooled.wrappedBuffer(bytes, offset, length)))
                    .onComplete(this::sent);
        } catch (IllegalStateException gone) {
            throw new ConnectionBroken("the connection is closed", gone);
        }
        return true;
    }

    /// Sends what comes in, each piece when it is there; holds the source back while the other side is slower.
    ///
    /// @return bytes sent; fewer than the source has after [#stop]
    /// @throws IOException when the source fails, the connection broke or the other side takes nothing
    long copy(InputStream from) throws IOException {
        byte[] piece = new byte[Network.PIECE];
        long sent = 0;
        for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
            if (!send(Arrays.copyOf(piece, read), 0, read)) {
                return sent;
            }
            sent += read;
        }
        return sent;
    }

    private boolean enter() throws IOException {
        lock.lock();
        try {
            long left = idle.toNanos();
            while (underway >= WIDTH && failure == null && !stopped) {
                if (left <= 0) {
                    throw new ConnectionBroken("the other side took nothing for " + idle);
                }
                left = changed.awaitNanos(left);
            }
            if (failure != null) {
                throw new ConnectionBroken("the connection broke while sending", failure);
            }
            if (!stopped) {
                underway++;
            }
            return !stopped;
        } catch (InterruptedException interrupted) {
            throw Network.interrupted("sending", interrupted);
        } finally {
            lock.unlock();
        }
    }

    private void sent(AsyncResult<Void> result) {
        lock.lock();
        try {
            underway--;
            if (result.failed() && failure == null) {
                failure = result.cause();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Makes the sender stop with an exception.
    void fail(Throwable cause) {
        lock.lock();
        try {
            if (failure == null) {
                failure = cause;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Makes the sender stop without an exception.
    void stop() {
        lock.lock();
        try {
            stopped = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
