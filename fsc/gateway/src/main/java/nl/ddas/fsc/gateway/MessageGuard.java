// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import nl.ddas.basis.Network;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stands before an HTTP/1 decoder and lets through only bytes that can be read in one way. The decoder itself is
/// lenient (folded headers, bare line feeds, two lengths); what it then says is not what somebody behind us might have
/// read. One connection, one event loop.
abstract class MessageGuard extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(MessageGuard.class);
    private static final int MAX_LINE = 8 * 1024;
    private static final int BARE_FEED = -2;
    private static final int SCRATCH = 4 * 1024;
    private static final Pattern CHUNK_SIZE = Pattern.compile("[0-9A-Fa-f]{1,8}");

    private enum State {
        HEAD,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILER,
        REST,
        REFUSED
    }

    private State state = State.HEAD;
    private long left;
    private ByteBuf pending = Unpooled.EMPTY_BUFFER;
    private byte[] scratch = new byte[0];

    /// Why a head that does not end is refused.
    static final String TOO_LONG = "the head is too long";

    /// Looks at a head.
    ///
    /// @param head begins with the first line
    /// @param length up to and without the empty line at its end
    abstract HeadRules.Framing read(byte[] head, int length);

    /// Deals with a head that is not good.
    abstract void refuse(ChannelHandlerContext context, String why);

    /// Whether a message may begin now.
    abstract boolean mayBegin();

    /// A message is whole.
    ///
    /// @param more whether there are bytes behind it
    /// @return whether it may go on
    abstract boolean mayEnd(boolean more);

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof ByteBuf bytes)) {
            context.fireChannelRead(message);
            return;
        }
        if (pending.isReadable()) {
            bytes = joined(context, bytes);
        }
        pending = Unpooled.EMPTY_BUFFER;
        boolean going = true;
        while (going && bytes.isReadable()) {
            going = step(context, bytes);
        }
        if (bytes.isReadable()) {
            pending = bytes;
        } else {
            bytes.release();
        }
    }

    private ByteBuf joined(ChannelHandlerContext context, ByteBuf bytes) {
        ByteBuf joined = context.alloc().buffer(pending.readableBytes() + bytes.readableBytes());
        joined.writeBytes(pending).writeBytes(bytes);
        pending.release();
        bytes.release();
        return joined;
    }

    /// @return false when more bytes are needed first
    private boolean step(ChannelHandlerContext context, ByteBuf bytes) {
        return switch (state) {
            case HEAD -> head(context, bytes);
            case BODY -> pass(context, bytes, State.HEAD);
            case CHUNK -> pass(context, bytes, State.CHUNK_END);
            case CHUNK_SIZE, CHUNK_END, TRAILER -> line(context, bytes);
            case REST -> on(context, bytes, bytes.readableBytes());
            case REFUSED -> {
                bytes.skipBytes(bytes.readableBytes());
                yield false;
            }
        };
    }

    private boolean head(ChannelHandlerContext context, ByteBuf bytes) {
        if (!mayBegin()) {
            return breakOff(context, "bytes came that nobody asked for");
        }
        int end = end(bytes);
        if (end == BARE_FEED) {
            return refused(context, "a line ends in a bare line feed");
        }
        if (end < 0) {
            return bytes.readableBytes() > Network.MAX_HEAD && refused(context, TOO_LONG);
        }
        switch (read(copy(bytes, end), end)) {
            case HeadRules.Framing.Refused(String why) -> {
                return refused(context, why);
            }
            case HeadRules.Framing.Length(long length) -> {
                left = length;
                state = length == 0 ? State.HEAD : State.BODY;
            }
            case HeadRules.Framing.Chunked _ -> state = State.CHUNK_SIZE;
            case HeadRules.Framing.ToEnd _ -> state = State.REST;
            case HeadRules.Framing.Interim _ -> {
                return on(context, bytes, end + 4);
            }
        }
        return state == State.HEAD ? last(context, bytes, end + 4) : on(context, bytes, end + 4);
    }

    private static boolean on(ChannelHandlerContext context, ByteBuf bytes, int length) {
        context.fireChannelRead(bytes.readRetainedSlice(length));
        return true;
    }

    /// Lets the last bytes of a message go on.
    private boolean last(ChannelHandlerContext context, ByteBuf bytes, int length) {
        return mayEnd(bytes.readableBytes() > length)
                ? on(context, bytes, length)
                : breakOff(context, "there is something behind the end of the message");
    }

    /// The next bytes as an array, which is used again for the next head.
    private byte[] copy(ByteBuf bytes, int length) {
        if (scratch.length < length) {
            scratch = new byte[Math.max(length, SCRATCH)];
        }
        bytes.getBytes(bytes.readerIndex(), scratch, 0, length);
        return scratch;
    }

    /// Where the empty line after a head begins, from the reader index; -1 when it is not there yet.
    private static int end(ByteBuf bytes) {
        int from = bytes.readerIndex();
        int last = bytes.writerIndex();
        for (int at = from; at >= 0 && at < last; ) {
            int feed = bytes.indexOf(at, last, (byte) '\n');
            if (feed < 0) {
                return -1;
            }
            if (feed == from || bytes.getByte(feed - 1) != '\r') {
                return BARE_FEED;
            }
            if (feed - from >= 3 && bytes.getByte(feed - 2) == '\n' && bytes.getByte(feed - 3) == '\r') {
                return feed - 3 - from;
            }
            at = feed + 1;
        }
        return -1;
    }

    private boolean pass(ChannelHandlerContext context, ByteBuf bytes, State after) {
        int now = (int) Math.min(left, bytes.readableBytes());
        left -= now;
        if (left > 0) {
            return on(context, bytes, now);
        }
        state = after;
        return after == State.HEAD ? last(context, bytes, now) : on(context, bytes, now);
    }

    private boolean line(ChannelHandlerContext context, ByteBuf bytes) {
        int feed = bytes.indexOf(bytes.readerIndex(), bytes.writerIndex(), (byte) '\n');
        if (feed < 0) {
            return bytes.readableBytes() > MAX_LINE && breakOff(context, "a line between chunks is too long");
        }
        int length = feed - bytes.readerIndex();
        if (length == 0 || bytes.getByte(feed - 1) != '\r') {
            return breakOff(context, "a line between chunks ends in a bare line feed");
        }
        String line = bytes.toString(bytes.readerIndex(), length - 1, StandardCharsets.ISO_8859_1);
        if (!next(line)) {
            return breakOff(context, "the chunks are malformed");
        }
        return state == State.HEAD ? last(context, bytes, length + 1) : on(context, bytes, length + 1);
    }

    private boolean next(String line) {
        return switch (state) {
            case CHUNK_SIZE -> size(line);
            case CHUNK_END -> {
                state = State.CHUNK_SIZE;
                yield line.isEmpty();
            }
            case TRAILER -> {
                state = line.isEmpty() ? State.HEAD : State.TRAILER;
                yield line.isEmpty() || HeadRules.isField(line);
            }
            case HEAD, BODY, CHUNK, REST, REFUSED -> false;
        };
    }

    private boolean size(String line) {
        if (!CHUNK_SIZE.matcher(line).matches()) {
            return false;
        }
        left = Long.parseLong(line, 16);
        state = left == 0 ? State.TRAILER : State.CHUNK;
        return true;
    }

    private boolean refused(ChannelHandlerContext context, String why) {
        state = State.REFUSED;
        refuse(context, why);
        return true;
    }

    /// Half a message is on its way already: only cutting it off tells the truth.
    final boolean breakOff(ChannelHandlerContext context, String why) {
        LOG.info("connection with {} broken off: {}", context.channel().remoteAddress(), why);
        state = State.REFUSED;
        ChannelFuture _ = context.close();
        return true;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        drop();
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        drop();
    }

    private void drop() {
        pending.release();
        pending = Unpooled.EMPTY_BUFFER;
    }
}
