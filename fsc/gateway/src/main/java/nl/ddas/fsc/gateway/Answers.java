// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http2.Http2Exception;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Network;
import nl.ddas.fsc.model.Domain;
import nl.ddas.fsc.model.ErrorCode;
import nl.ddas.fsc.model.FscError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the gateway itself answers.
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    /// How long the rest of a body that nobody wants may still come in, so that the sender can read the answer.
    private static final long LINGER_MILLIS = 10_000;

    private Answers() {}

    /// An error of FSC. Nothing is done when an answer is on its way already.
    static void refuse(Vertx vertx, HttpServerRequest request, FscError error) {
        HttpServerResponse response = request.response();
        if (response.headWritten() || response.closed()) {
            settle(vertx, request, Future.succeededFuture());
            return;
        }
        response.setStatusCode(error.status());
        headers(error).lines().forEach(line -> response.putHeader(line.name(), line.value()));
        boolean last = endsConnection(error) && request.version() != HttpVersion.HTTP_2;
        if (last) {
            response.putHeader("Connection", "close");
        }
        Future<Void> answered = response.end(Buffer.buffer(error.body().toBytes()));
        if (last) {
            answered.onComplete(sent -> request.connection().close());
        }
        settle(vertx, request, answered);
    }

    private static Headers headers(FscError error) {
        return error.code() == ErrorCode.SERVICE_BUSY ? error.headers().with("Retry-After", "1") : error.headers();
    }

    /// After an upgrade or a tunnel that we refuse may come bytes that are no HTTP.
    private static boolean endsConnection(FscError error) {
        return error.code() == ErrorCode.PROTOCOL_UNSUPPORTED || error.code() == ErrorCode.METHOD_UNSUPPORTED;
    }

    /// Answers what could not be read as a request, and hangs up; when its head is too large only after a while: the
    /// sender is still sending, and would lose the answer.
    static void malformed(Vertx vertx, HttpServerRequest request, Domain domain) {
        boolean tooLarge = request.decoderResult().cause() instanceof TooLongFrameException;
        FscError error = tooLarge
                ? ErrorCode.HEAD_TOO_LARGE.because(
                        domain, "the head of the request is larger than " + Network.MAX_HEAD + " bytes")
                : ErrorCode.MALFORMED_REQUEST.because(domain, "the request is malformed");
        byte[] body = error.body().toBytes();
        HttpServerResponse response = request.response().setStatusCode(error.status());
        error.headers().lines().forEach(line -> response.putHeader(line.name(), line.value()));
        response.putHeader("Connection", "close").putHeader("Content-Length", Integer.toString(body.length));
        if (tooLarge) {
            // Not ended: that would hang up.
            response.write(Buffer.buffer(body));
            long timer = vertx.setTimer(
                    LINGER_MILLIS, late -> request.connection().close());
            response.closeHandler(closed -> vertx.cancelTimer(timer));
        } else {
            response.end(Buffer.buffer(body))
                    .onComplete(sent -> request.connection().close());
        }
    }

    /// Whether a request did not go on because the other side of an HTTP/2 connection takes no head so large.
    static boolean isTooLargeToSend(Throwable failed) {
        return failed instanceof Http2Exception.HeaderListSizeException size && !size.duringDecode();
    }

    /// Takes the rest of a body that is of no use any more. On HTTP/1 for a while, because a sender that finds its
    /// connection broken may not read the answer; then the connection closes. On HTTP/2 until the answer is
    /// out: then only this stream ends, without an error, and the others on the connection go on (RFC 9113,
    /// 8.1).
    ///
    /// @param answered when the whole answer is out
    static void settle(Vertx vertx, HttpServerRequest request, Future<Void> answered) {
        if (request.isEnded()) {
            return;
        }
        if (request.version() == HttpVersion.HTTP_2) {
            request.exceptionHandler(gone -> {});
            request.handler(rest -> {});
            request.resume();
            answered.onComplete(sent -> end(request));
            return;
        }
        long timer = vertx.setTimer(LINGER_MILLIS, late -> request.connection().close());
        request.exceptionHandler(gone -> vertx.cancelTimer(timer));
        request.endHandler(ended -> vertx.cancelTimer(timer));
        request.handler(rest -> {});
        request.resume();
    }

    private static void end(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.response()
                    .reset(StreamRules.NO_ERROR)
                    .onFailure(gone -> LOG.debug("the stream has ended by itself: {}", gone.toString()));
        }
    }
}
