// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// A body that arrives on an event loop, read by one thread that may block.
///
/// At most [#AHEAD] pieces wait here; when the reader is slower the sender is held back by TCP.
final class BlockingBody extends PieceStream {

    /// Pieces asked for ahead of the reader; each at most [Wire#PIECE] bytes.
    private static final int AHEAD = 8;

    private sealed interface Event {
        record Piece(Buffer bytes) implements Event {}

        record End() implements Event {}

        record Broken(Throwable cause) implements Event {}
    }

    /// @param maxBytes past this reading throws [BodyTooLarge]
    /// @param idle longest wait for the next piece
    record Limits(long maxBytes, Duration idle) {}

    private final ReadStream<Buffer> stream;
    private final Limits limits;
    private final Consumer<BlockingBody> abandon;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final AtomicBoolean broken = new AtomicBoolean();

    private Buffer piece = Buffer.buffer();
    private int position;
    private long taken;
    private int piecesTaken;
    private boolean atEnd;

    private BlockingBody(ReadStream<Buffer> stream, Limits limits, Consumer<BlockingBody> abandon) {
        this.stream = stream;
        this.limits = limits;
        this.abandon = abandon;
    }

    /// Starts taking the body; call it on the event loop, before the stream flows.
    ///
    /// @param abandon called with this body when it is closed before all of it arrived
    static BlockingBody of(ReadStream<Buffer> stream, Limits limits, Consumer<BlockingBody> abandon) {
        BlockingBody body = new BlockingBody(stream, limits, abandon);
        stream.pause();
        stream.handler(bytes -> body.events.add(new Event.Piece(bytes)));
        stream.endHandler(end -> {
            body.end.complete(null);
            body.events.add(new Event.End());
        });
        stream.exceptionHandler(body::fail);
        stream.fetch(AHEAD);
        return body;
    }

    /// Ends the wait of the reader.
    void fail(Throwable cause) {
        broken.set(true);
        events.add(new Event.Broken(cause));
    }

    /// Whether the last byte has arrived here, read or not.
    boolean isComplete() {
        return end.isDone();
    }

    /// Done when the last byte has arrived here; never when it does not come. To be asked from any thread, before and
    /// after.
    CompletionStage<Void> end() {
        return end.minimalCompletionStage();
    }

    /// Whether the rest will not come: the connection broke, or the sender stayed silent too long.
    boolean isBroken() {
        return broken.get();
    }

    /// Lets the rest of the body come in and drops it; the reader must be done.
    void drop() {
        unlessEnded(() -> {
            stream.handler(bytes -> {});
            stream.resume();
        });
        events.clear();
    }

    @Override
    int take(byte[] to, int offset, int length) throws IOException {
        while (!atEnd && position == piece.length()) {
            next();
        }
        if (atEnd) {
            return -1;
        }
        int n = Math.min(length, piece.length() - position);
        piece.getBytes(position, position + n, to, offset);
        position += n;
        return n;
    }

    private void next() throws IOException {
        switch (await()) {
            case Event.Piece(Buffer bytes) -> accept(bytes);
            case Event.End() -> atEnd = true;
            case Event.Broken broken -> {
                events.add(broken);
                throw new ConnectionBroken("the connection broke inside the body", broken.cause());
            }
        }
    }

    private void accept(Buffer bytes) throws IOException {
        taken += bytes.length();
        if (taken > limits.maxBytes()) {
            throw new BodyTooLarge(limits.maxBytes());
        }
        piece = bytes;
        position = 0;
        piecesTaken++;
        if (piecesTaken % (AHEAD / 2) == 0) {
            unlessEnded(() -> stream.fetch(AHEAD / 2));
        }
    }

    /// The stream may end at any moment, on its own thread; after that it refuses to be asked for anything.
    private static void unlessEnded(Runnable asking) {
        try {
            asking.run();
        } catch (IllegalStateException ended) {
            // Its end waits among the events.
        }
    }

    private Event await() throws IOException {
        try {
            Event event = events.poll(limits.idle().toNanos(), TimeUnit.NANOSECONDS);
            if (event == null) {
                broken.set(true);
                throw new ConnectionBroken("the other side sent nothing for " + limits.idle() + " inside the body");
            }
            return event;
        } catch (InterruptedException interrupted) {
            throw Network.interrupted("reading the body", interrupted);
        }
    }

    @Override
    void release() {
        if (!isComplete()) {
            abandon.accept(this);
        }
    }
}
