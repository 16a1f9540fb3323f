// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;

/// Hangs up on who takes too long over the head of a request: with a byte now and then a connection is never silent,
/// and would stay for ever. This is for HTTP/1, [FrameClock] for HTTP/2. One connection, one event loop.
public final class HeadClock extends ChannelInboundHandlerAdapter {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private boolean awaited = true;
    private long heads;
    private final HangUp hangUp;

    private HeadClock(Duration longest) {
        this.hangUp = new HangUp(longest);
    }

    /// Watches a connection that came in: on HTTP/1 before its first byte is read, on HTTP/2 when it has told its
    /// settings.
    ///
    /// @param idle how long the connection may be silent: a head may take as long, and at most 20 seconds
    public static void watch(HttpConnection connection, Duration idle) {
        if (connection instanceof ConnectionBase base) {
            ChannelPipeline pipeline = base.channel().pipeline();
            Duration longest = idle.compareTo(LONGEST) < 0 ? idle : LONGEST;
            FrameClock.watch(pipeline, longest);
            ChannelHandlerContext decoder = pipeline.context(HttpRequestDecoder.class);
            if (decoder != null) {
                HeadClock clock = new HeadClock(longest);
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
                hangUp.stop();
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
        if (before && heads == seen) {
            hangUp.start(context);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        hangUp.stop();
        context.fireChannelInactive();
    }
}
