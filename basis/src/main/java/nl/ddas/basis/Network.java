// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/// The network stack of this process: open one, pass it to every server and client, close it last.
public final class Network implements AutoCloseable {

    /// Largest request or status line, and largest set of headers, in bytes, at every end of the program: tokens and
    /// signatures travel in headers.
    public static final int MAX_HEAD = 32 * 1024;

    /// Largest piece of a body that is passed on at once, in bytes.
    public static final int PIECE = 64 * 1024;

    private static final Duration CLOSING = Duration.ofSeconds(60);

    private final Vertx vertx;
    private final AtomicLong marks = new AtomicLong();

    private Network(Vertx vertx) {
        this.vertx = vertx;
    }

    /// Starts the event loops; they hold the process alive until [#close].
    public static Network open() {
        // Nothing is served from the class path: without this the stack leaves folders in the temporary directory.
        FileSystemOptions files =
                new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
        // Epoll where its library loads, which costs fewer system calls; else the selectors of the JDK.
        VertxOptions options = new VertxOptions().setFileSystemOptions(files).setPreferNativeTransport(true);
        return new Network(Vertx.vertx(options));
    }

    /// The event loops themselves, for pipes that pass bytes on without a thread of their own.
    public Vertx vertx() {
        return vertx;
    }

    /// A mark for one event, not given before by this or another process of this machine.
    ///
    /// @return a URN (RFC 9562)
    String mark() {
        String event = ProcessMark.own() + "/" + marks.incrementAndGet();
        return "urn:uuid:" + UUID.nameUUIDFromBytes(event.getBytes(StandardCharsets.US_ASCII));
    }

    /// Waits, on a thread that may block, for what the event loops do.
    ///
    /// @param what names the work in messages
    /// @throws IOException when the work failed, did not end in time, or the thread was interrupted
    public static <T> T await(Future<T> future, Duration longest, String what) throws IOException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw new IOException(what + " failed: " + failed.getCause(), failed.getCause());
        } catch (TimeoutException late) {
            throw new IOException(what + " took longer than " + longest, late);
        } catch (InterruptedException interrupted) {
            throw interrupted(what, interrupted);
        }
    }

    static InterruptedIOException interrupted(String what, InterruptedException cause) {
        Thread.currentThread().interrupt();
        InterruptedIOException exception = new InterruptedIOException(what + " was interrupted");
        exception.initCause(cause);
        return exception;
    }

    /// Stops the event loops; servers and clients that are still open stop with it.
    @Override
    public void close() {
        try {
            await(vertx.close(), CLOSING, "closing the network");
        } catch (IOException failed) {
            throw new IllegalStateException("the network did not close", failed);
        }
    }
}
