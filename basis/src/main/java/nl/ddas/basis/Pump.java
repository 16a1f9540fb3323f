// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import io.vertx.core.http.HttpClientRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Sends a body as it comes in, on a thread of its own.
final class Pump {

    private final HttpClientRequest request;
    private final SendWindow window;
    private final InputStream from;
    private final OptionalLong length;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final CompletableFuture<IOException> sourceFailure = new CompletableFuture<>();
    private final Thread thread;

    Pump(HttpClientRequest request, SendWindow window, InputStream from, OptionalLong length) {
        this.request = request;
        this.window = window;
        this.from = from;
        this.length = length;
        this.thread = Thread.ofVirtual().name("http-client-body").unstarted(this::run);
    }

    /// @param answer fails when the source does: a request that is half there gets no answer
    void start(CompletableFuture<?> answer) {
        CompletableFuture<Void> _ = sourceFailure.thenAccept(answer::completeExceptionally);
        thread.start();
    }

    private void run() {
        try {
            send();
        } catch (IOException | RuntimeException refused) {
            // The other side does not take it: what it answered, or that it broke off, is told by the answer.
        } finally {
            ended.complete(null);
        }
    }

    private void send() throws IOException {
        byte[] piece = new byte[Network.PIECE];
        long sent = 0;
        for (int read = read(piece, sent); read >= 0; read = read(piece, sent)) {
            if (!window.send(Arrays.copyOf(piece, read), 0, read)) {
                return;
            }
            sent += read;
        }
        request.end();
    }

    private int read(byte[] piece, long sent) throws IOException {
        try {
            int read = from.read(piece);
            long total = sent + Math.max(0, read);
            if (length.isPresent() && (read < 0 ? total != length.getAsLong() : total > length.getAsLong())) {
                throw new IOException("body of " + total + " bytes, announced were " + length.getAsLong());
            }
            return read;
        } catch (IOException broken) {
            request.reset();
            sourceFailure.complete(broken);
            throw broken;
        }
    }

    /// Waits until the body has gone, or the answer is there. Both have a limit of silence of their own.
    void awaitEndOr(CompletableFuture<?> answer) throws IOException {
        try {
            CompletableFuture.anyOf(ended, answer.handle((given, failed) -> true))
                    .get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interrupted) {
            throw Network.interrupted("sending the body", interrupted);
        }
    }

    /// Why the body did not come in whole, when that is what went wrong.
    Optional<IOException> sourceFailure() {
        return sourceFailure.isDone() ? Optional.of(sourceFailure.join()) : Optional.empty();
    }

    /// Ends sending; a request that is not out by then is broken off.
    void stop() {
        if (!ended.isDone()) {
            window.stop();
            request.reset();
            thread.interrupt();
        }
    }
}
