// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BlockingBodyTest {

    private static final BlockingBody.Limits LIMITS = new BlockingBody.Limits(100, Duration.ofSeconds(20));

    private final Source source = new Source();
    private final AtomicInteger abandoned = new AtomicInteger();
    private final BlockingBody body = BlockingBody.of(source, LIMITS, _ -> abandoned.incrementAndGet());

    @Test
    void asksForNoMoreThanItMayKeep() throws IOException {
        assertThat(source.demand).isEqualTo(8);
        for (int i = 0; i < 8; i++) {
            source.give("x");
        }
        assertThat(source.demand).isZero();
        assertThat(body.readNBytes(3)).hasSize(3);
        assertThat(source.demand).isZero();
        assertThat(body.readNBytes(1)).hasSize(1);
        assertThat(source.demand).isEqualTo(4);
    }

    @Test
    void readsAcrossPiecesToTheEnd() throws IOException {
        source.give("ab");
        source.give("");
        source.give("c");
        source.end();
        assertThat(body.isComplete()).isTrue();
        assertThat(body.readAllBytes()).asString().isEqualTo("abc");
        assertThat(body.read()).isEqualTo(-1);
        body.close();
        assertThat(abandoned).hasValue(0);
    }

    @Test
    void tellsOfItsEndWhoAskedBeforeAndWhoAsksAfter() {
        AtomicInteger told = new AtomicInteger();
        CompletionStage<Integer> before = body.end().thenApply(in -> told.incrementAndGet());
        body.drop();
        assertThat(told).hasValue(0);
        source.end();
        CompletionStage<Integer> after = body.end().thenApply(in -> told.incrementAndGet());
        assertThat(told).hasValue(2);
        assertThat(before).isCompleted();
        assertThat(after).isCompleted();
    }

    @Test
    void aStreamThatHasEndedIsNotAskedForMoreInVain() throws IOException {
        for (int i = 0; i < 8; i++) {
            source.give("x");
        }
        source.end();
        source.refusesAfterItsEnd = true; // as that of HTTP/2 does
        assertThat(body.readAllBytes()).hasSize(8);
        body.drop();
    }

    @Test
    void aBreakIsToldAgainAtEveryRead() {
        source.give("ab");
        source.fail(new IOException("cut"));
        assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class).hasRootCauseMessage("cut");
        assertThatThrownBy(body::read).isInstanceOf(IOException.class).hasRootCauseMessage("cut");
    }

    @Test
    void closingHalfwayAbandonsOnce() throws IOException {
        source.give("ab");
        body.close();
        body.close();
        assertThat(abandoned).hasValue(1);
        assertThatThrownBy(body::read).hasMessageContaining("closed");
    }

    @Test
    void refusesTheByteAfterTheLimit() throws IOException {
        source.give("x".repeat(100));
        assertThat(body.readNBytes(100)).hasSize(100);
        source.give("x");
        assertThatThrownBy(body::read).isInstanceOf(BodyTooLarge.class).hasMessageContaining("100");
    }

    @Test
    void anInterruptEndsTheWait() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(body::read).isInstanceOf(IOException.class).hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    /// A stream that is fed by hand and counts what was asked for.
    private static final class Source implements ReadStream<Buffer> {

        private @Nullable Handler<Buffer> data;
        private @Nullable Handler<Void> end;
        private @Nullable Handler<Throwable> failure;
        private long demand;
        private boolean refusesAfterItsEnd;

        void give(String text) {
            demand--;
            if (data != null) {
                data.handle(Buffer.buffer(text));
            }
        }

        @SuppressWarnings("NullAway") // a Void has no other value
        void end() {
            if (end != null) {
                end.handle(null);
            }
        }

        void fail(Throwable cause) {
            if (failure != null) {
                failure.handle(cause);
            }
        }

        @Override
        public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
            failure = handler;
            return this;
        }

        @Override
        public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
            data = handler;
            return this;
        }

        @Override
        public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
            end = handler;
            return this;
        }

        @Override
        public ReadStream<Buffer> pause() {
            demand = 0;
            return this;
        }

        @Override
        public ReadStream<Buffer> resume() {
            demand = Long.MAX_VALUE;
            return this;
        }

        @Override
        public ReadStream<Buffer> fetch(long amount) {
            if (refusesAfterItsEnd) {
                throw new IllegalStateException("ended");
            }
            demand += amount;
            return this;
        }
    }
}
