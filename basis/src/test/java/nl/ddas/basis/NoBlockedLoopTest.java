// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/// Shows that the guard of the other tests can fail.
@Isolated("blocks event loops, which the log of the whole process tells")
@Timeout(30)
class NoBlockedLoopTest {

    @Test
    void aBlockedEventLoopIsNoticed() throws Exception {
        NoBlockedLoop guard = new NoBlockedLoop();
        guard.beforeAll();
        CountDownLatch warned = new CountDownLatch(1);
        var logger = (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(NoBlockedLoop.WATCHER);
        var bell = new ch.qos.logback.core.AppenderBase<ch.qos.logback.classic.spi.ILoggingEvent>() {
            @Override
            protected void append(ch.qos.logback.classic.spi.ILoggingEvent event) {
                warned.countDown();
            }
        };
        bell.start();
        logger.addAppender(bell);
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setBlockedThreadCheckInterval(5)
                .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS)
                .setMaxEventLoopExecuteTime(1)
                .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS));
        try {
            vertx.runOnContext(none -> {
                try {
                    warned.await();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            });
            warned.await();
        } finally {
            logger.detachAppender(bell);
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
        assertThatThrownBy(guard::afterAll).isInstanceOf(AssertionError.class);
    }

    @Test
    void withoutOneItIsSilent() {
        NoBlockedLoop guard = new NoBlockedLoop();
        guard.beforeAll();
        assertThatCode(guard::afterAll).doesNotThrowAnyException();
    }
}
