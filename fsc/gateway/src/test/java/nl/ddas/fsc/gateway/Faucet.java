// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;

/// Pours a body into a stream as fast as that takes it, and tells when it takes no more. On one event loop.
final class Faucet {

    private static final int PIECE = 64 * 1024;

    /// A stream that takes nothing for so long has stopped. Too short on a slow machine only means that less
    /// was taken.
    private static final long STILL_MILLIS = 1000;

    private final Vertx vertx;
    private final WriteStream<Buffer> into;
    private final long whole;
    private final SplittableRandom content = new SplittableRandom(7);
    private final CRC32C sum = new CRC32C();
    private final Promise<Long> stopped = Promise.promise();
    private final Promise<Long> poured = Promise.promise();
    private long taken;

    private Faucet(Vertx vertx, WriteStream<Buffer> into, long whole) {
        this.vertx = vertx;
        this.into = into;
        this.whole = whole;
    }

    /// Begins, in the context of the stream.
    ///
    /// @param whole bytes, a multiple of 64 KiB
    static Faucet open(Vertx vertx, WriteStream<Buffer> into, long whole) {
        Faucet faucet = new Faucet(vertx, into, whole);
        faucet.pour();
        return faucet;
    }

    private void pour() {
        while (taken < whole && !into.writeQueueFull()) {
            byte[] piece = new byte[PIECE];
            content.nextBytes(piece);
            sum.update(piece);
            taken += piece.length;
            Future<Void> _ = into.write(Buffer.buffer(piece));
        }
        if (taken < whole) {
            long still = vertx.setTimer(STILL_MILLIS, late -> stopped.tryComplete(taken));
            into.drainHandler(ready -> {
                boolean _ = vertx.cancelTimer(still);
                pour();
            });
        } else {
            Future<Void> _ = into.end();
            stopped.tryComplete(taken);
            poured.complete(sum.getValue());
        }
    }

    /// How many bytes were taken until no more were; all of them when it never stopped.
    Future<Long> stopped() {
        return stopped.future();
    }

    /// The sum over all bytes, once they were taken.
    Future<Long> poured() {
        return poured.future();
    }
}
