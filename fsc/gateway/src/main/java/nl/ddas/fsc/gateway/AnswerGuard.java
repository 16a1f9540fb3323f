// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import java.util.ArrayDeque;
import java.util.Deque;

/// Guards what comes back: answers. One that can be read in two ways, or that nobody asked for, ends its connection:
/// whose answer the next bytes are, nobody would know.
final class AnswerGuard extends MessageGuard {

    /// The method of each request that waits for its answer.
    private final Deque<HttpMethod> waiting = new ArrayDeque<>();

    /// Sees which requests go out; stands behind the encoder.
    final class Asked extends ChannelOutboundHandlerAdapter {

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
            if (message instanceof HttpRequest request) {
                waiting.add(request.method());
            }
            super.write(context, message, promise);
        }
    }

    @Override
    HeadRules.Framing read(byte[] head, int length) {
        return HeadRules.readAnswer(head, length, HttpMethod.HEAD.equals(waiting.peek()));
    }

    @Override
    void refuse(ChannelHandlerContext context, String why) {
        boolean _ = breakOff(context, why);
    }

    @Override
    boolean mayBegin() {
        return !waiting.isEmpty();
    }

    @Override
    boolean mayEnd(boolean more) {
        waiting.remove();
        return !more || !waiting.isEmpty();
    }
}
