// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hangs up on who takes too long over the head of an HTTP/1 request: with a byte now and then a connection is never
/// silent, and would stay for ever. One connection, one event loop.
public final class HeadClock extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(HeadClock.class);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Duration longest;
    private boolean awaited = true;
    private long heads;
    private Optional<ScheduledFuture<?>> running = Optional.empty();

    private HeadClock(Duration longest) {
        this.longest = longest;
    }

    /// Watches a connection that came in, before its first byte is read. Nothing happens on HTTP/2.
    ///
    /// @param idle how long the connection may be silent: a head may take as long, and at most 20 seconds
    public static void watch(HttpConnection connection, Duration idle) {
        if (connection instanceof ConnectionBase base) {
            ChannelPipeline pipeline = base.channel().pipeline();
            ChannelHandlerContext decoder = pipeline.context(HttpRequestDecoder.class);
            if (decoder != null) {
                HeadClock clock = new HeadClock(idle.compareTo(LONGEST) < 0 ? idle : LONGEST);
                ChannelPipeline _ = pipeline.addBefore(decoder.name(), "head-clock", clock);
                ChannelPipeline _ = pipeline.addAfter(decoder.name(), "head-seen", clock.new Seen());
            }
        }
    }

    /// Sees what the decoder makes of the bytes.
    private final class Seen extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest) {
                awaited = false;
                heads++;
                stop();
            }
            if (message instanceof LastHttpContent) {
                awaited = true;
            }
            context.fireChannelRead(message);
        }
    }

    /// Most heads come whole: only a part of one starts the clock.
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        boolean before = awaited;
        long seen = heads;
        context.fireChannelRead(message);
        if (before && heads == seen && running.isEmpty()) {
            running = Optional.of(
                    context.executor().schedule(() -> hangUp(context), longest.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    private void hangUp(ChannelHandlerContext context) {
        LOG.info(
                "connection with {} closed: a head took longer than {}",
                context.channel().remoteAddress(),
                longest);
        ChannelFuture _ = context.close();
    }

    private void stop() {
        running.ifPresent(timer -> timer.cancel(false));
        running = Optional.empty();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
    }
}
