// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Flags;
import io.netty.handler.codec.http2.Http2FrameListener;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import java.time.Duration;

/// The clock of [HeadClock] on HTTP/2, where a head comes in frames: it runs while bytes come and nothing gets
/// whole, a head in several frames included. Not while the body of a request is awaited: a body may take its
/// time, and its frames look the same until they are whole. One connection, one event loop.
final class FrameClock extends ChannelInboundHandlerAdapter {

    private final Http2Connection connection;
    private final HangUp hangUp;
    private long whole;

    private FrameClock(Http2Connection connection, Duration longest) {
        this.connection = connection;
        this.hangUp = new HangUp(longest);
    }

    /// Nothing happens when the connection speaks something else.
    static void watch(ChannelPipeline pipeline, Duration longest) {
        Http2ConnectionHandler codec = pipeline.get(Http2ConnectionHandler.class);
        if (codec != null) {
            FrameClock clock = new FrameClock(codec.connection(), longest);
            ChannelPipeline _ = pipeline.addBefore(pipeline.context(codec).name(), "frame-clock", clock);
            codec.decoder().frameListener(clock.new Seen(codec.decoder().frameListener()));
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        long before = whole;
        context.fireChannelRead(message);
        if (whole == before && !isBodyAwaited()) {
            hangUp.start(context);
        }
    }

    private boolean isBodyAwaited() {
        try {
            return connection.forEachActiveStream(stream -> !stream.state().remoteSideOpen()) != null;
        } catch (Http2Exception impossible) {
            throw new IllegalStateException("looking at streams changes nothing", impossible);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        hangUp.stop();
        context.fireChannelInactive();
    }

    private void gotWhole() {
        whole++;
        hangUp.stop();
    }

    /// Sees what gets whole.
    private final class Seen extends Http2FrameListenerDecorator {

        Seen(Http2FrameListener behind) {
            super(behind);
        }

        @Override
        public int onDataRead(ChannelHandlerContext context, int stream, ByteBuf data, int padding, boolean last)
                throws Http2Exception {
            gotWhole();
            return super.onDataRead(context, stream, data, padding, last);
        }

        @Override
        public void onHeadersRead(
                ChannelHandlerContext context, int stream, Http2Headers headers, int padding, boolean last)
                throws Http2Exception {
            gotWhole();
            super.onHeadersRead(context, stream, headers, padding, last);
        }

        @Override
        public void onHeadersRead(
                ChannelHandlerContext context,
                int stream,
                Http2Headers headers,
                int dependency,
                short weight,
                boolean exclusive,
                int padding,
                boolean last)
                throws Http2Exception {
            gotWhole();
            super.onHeadersRead(context, stream, headers, dependency, weight, exclusive, padding, last);
        }

        @Override
        public void onPriorityRead(
                ChannelHandlerContext context, int stream, int dependency, short weight, boolean exclusive)
                throws Http2Exception {
            gotWhole();
            super.onPriorityRead(context, stream, dependency, weight, exclusive);
        }

        @Override
        public void onRstStreamRead(ChannelHandlerContext context, int stream, long error) throws Http2Exception {
            gotWhole();
            super.onRstStreamRead(context, stream, error);
        }

        @Override
        public void onSettingsRead(ChannelHandlerContext context, Http2Settings settings) throws Http2Exception {
            gotWhole();
            super.onSettingsRead(context, settings);
        }

        @Override
        public void onSettingsAckRead(ChannelHandlerContext context) throws Http2Exception {
            gotWhole();
            super.onSettingsAckRead(context);
        }

        @Override
        public void onPingRead(ChannelHandlerContext context, long data) throws Http2Exception {
            gotWhole();
            super.onPingRead(context, data);
        }

        @Override
        public void onPingAckRead(ChannelHandlerContext context, long data) throws Http2Exception {
            gotWhole();
            super.onPingAckRead(context, data);
        }

        @Override
        public void onWindowUpdateRead(ChannelHandlerContext context, int stream, int increment) throws Http2Exception {
            gotWhole();
            super.onWindowUpdateRead(context, stream, increment);
        }

        @Override
        public void onUnknownFrame(
                ChannelHandlerContext context, byte type, int stream, Http2Flags flags, ByteBuf payload)
                throws Http2Exception {
            gotWhole();
            super.onUnknownFrame(context, type, stream, flags, payload);
        }
    }
}
