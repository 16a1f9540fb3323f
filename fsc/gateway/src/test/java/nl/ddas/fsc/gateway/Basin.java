// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.zip.CRC32C;

/// The far end of a stream: reads nothing until it is opened.
final class Basin {

    private final Context context;
    private final ReadStream<Buffer> from;
    private final CRC32C sum = new CRC32C();
    private final Promise<Long> full = Promise.promise();

    /// In the context of the stream, before anything of it has come.
    Basin(Vertx vertx, ReadStream<Buffer> from) {
        this.context = vertx.getOrCreateContext();
        this.from = from;
        from.pause();
        from.exceptionHandler(full::tryFail);
        from.handler(piece -> sum.update(piece.getBytes()));
        from.endHandler(end -> full.tryComplete(sum.getValue()));
    }

    void open() {
        context.runOnContext(go -> from.resume());
    }

    /// The sum over all bytes, once they have come.
    Future<Long> full() {
        return full.future();
    }
}
