// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A clock that closes a connection when it runs out. One connection, one event loop.
final class HangUp {

    private static final Logger LOG = LoggerFactory.getLogger(HangUp.class);

    private final Duration longest;
    private Optional<ScheduledFuture<?>> running = Optional.empty();

    HangUp(Duration longest) {
        this.longest = longest;
    }

    /// Starts it, unless it runs already.
    void start(ChannelHandlerContext context) {
        if (running.isEmpty()) {
            running = Optional.of(
                    context.executor().schedule(() -> close(context), longest.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    private void close(ChannelHandlerContext context) {
        LOG.info(
                "connection with {} closed: a head took longer than {}",
                context.channel().remoteAddress(),
                longest);
        ChannelFuture _ = context.close();
    }

    void stop() {
        running.ifPresent(timer -> timer.cancel(false));
        running = Optional.empty();
    }
}
