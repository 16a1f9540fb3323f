// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import java.nio.charset.StandardCharsets;
import nl.ddas.basis.Network;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Guards what comes in: requests.
final class HeadGuard extends MessageGuard {

    private static final Logger LOG = LoggerFactory.getLogger(HeadGuard.class);

    /// The decoder finds this wrong, and answers 400 in turn, behind the answers that are still due.
    private static final byte[] POISON =
            "GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /// And this too long, which it answers 431.
    private static final byte[] LONG_POISON = "x".repeat(Network.MAX_HEAD + 1).getBytes(StandardCharsets.US_ASCII);

    @Override
    HeadRules.Framing read(byte[] head, int length) {
        return HeadRules.read(head, length);
    }

    @Override
    void refuse(ChannelHandlerContext context, String why) {
        LOG.info("request refused: {}", why);
        context.fireChannelRead(Unpooled.wrappedBuffer(why.equals(TOO_LONG) ? LONG_POISON : POISON));
    }

    @Override
    boolean mayBegin() {
        return true;
    }

    /// The next request may be there already.
    @Override
    boolean mayEnd(boolean more) {
        return true;
    }
}
