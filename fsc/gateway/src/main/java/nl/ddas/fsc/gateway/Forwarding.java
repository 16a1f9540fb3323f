// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.streams.Pipe;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import nl.ddas.basis.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One request on its way through: body up, answer down, each as fast as the slower side takes it. All on the event
/// loop of the caller's connection.
final class Forwarding {

    private static final Logger LOG = LoggerFactory.getLogger(Forwarding.class);

    /// How long the end of a body may come after all of the body.
    private static final long END_MILLIS = 10_000;

    /// @param drop lower-case names of request headers that stay behind
    /// @param add request headers that are put in place of those with the same name
    /// @param addToAnswer headers that are put into the answer
    record Changes(Set<String> drop, Headers add, Headers addToAnswer) {
        static final Changes NONE = new Changes(Set.of(), Headers.NONE, Headers.NONE);
    }

    /// What happens outside.
    ///
    /// @param take asked before an answer is passed on; true when it is dealt with otherwise
    /// @param unreachable called when the target breaks off before its answer began
    /// @param done called at the end, whatever the end was, once or more often
    /// @param idle longest time that nothing may move
    record Ends(Predicate<HttpClientResponse> take, Consumer<Throwable> unreachable, Runnable done, Duration idle) {}

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final HttpClientRequest onward;
    private final Changes changes;
    private final Ends ends;
    private final Optional<Pipe<Buffer>> upload;
    private final Standstill standstill;
    private Future<Void> uploaded = Future.succeededFuture();
    private Future<Void> answered = Future.succeededFuture();
    private long left;
    private long received;
    private boolean answering;
    private boolean over;

    /// @param request paused
    /// @param onward its connection is there
    Forwarding(Vertx vertx, HttpServerRequest request, HttpClientRequest onward, Changes changes, Ends ends) {
        this.vertx = vertx;
        this.request = request;
        this.response = request.response();
        this.onward = onward;
        this.changes = changes;
        this.ends = ends;
        this.upload = hasBody(request) ? Optional.of(request.pipe()) : Optional.empty();
        this.standstill = new Standstill(vertx, ends.idle(), () -> request.bytesRead() + received, this::stands);
    }

    void start() {
        if (response.closed()) {
            callerGone(new IllegalStateException("the caller closed the connection"));
            return;
        }
        Hops.copy(request.headers(), onward.headers(), changes.drop());
        changes.add().lines().forEach(line -> onward.headers().set(line.name(), line.value()));
        response.exceptionHandler(this::callerGone);
        response.closeHandler(closed -> callerGone(new IllegalStateException("the caller closed the connection")));
        onward.exceptionHandler(broken -> LOG.debug("the target broke off: {}", broken.toString()));
        onward.response().onComplete(this::answer, this::targetGone);
        if (onward.version() == HttpVersion.HTTP_2) {
            standstill.start();
        }
        if (wantsContinue()) {
            response.writeContinue();
        }
        if (upload.isEmpty()) {
            if (!request.isEnded()) {
                request.resume();
            }
            onward.end().onFailure(this::uploadBroken);
            return;
        }
        if (!onward.headers().contains("content-length") && onward.version() != HttpVersion.HTTP_2) {
            onward.setChunked(true);
        }
        uploaded = upload.get().endOnFailure(false).to(onward).onFailure(this::uploadBroken);
    }

    private boolean wantsContinue() {
        return request.version() == HttpVersion.HTTP_1_1
                && "100-continue".equalsIgnoreCase(request.getHeader("Expect"));
    }

    /// Whether a body comes, as far as the head tells. On HTTP/2 nobody knows before the end: there a GET
    /// or HEAD has one only when it tells its length, and the [Listener] refuses what comes untold.
    static boolean hasBody(HttpServerRequest request) {
        MultiMap headers = request.headers();
        String length = headers.get("content-length");
        if (request.version() == HttpVersion.HTTP_2 && length == null) {
            return !request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD);
        }
        return headers.contains("transfer-encoding") || (length != null && !length.equals("0"));
    }

    private void answer(HttpClientResponse answer) {
        if (over) {
            return;
        }
        if (ends.take().test(answer)) {
            end();
            leave();
            return;
        }
        answering = true;
        received++;
        response.setStatusCode(answer.statusCode());
        if (request.version() != HttpVersion.HTTP_2) {
            response.setStatusMessage(answer.statusMessage());
        }
        MultiMap headers = response.headers();
        Hops.copy(answer.headers(), headers, Set.of());
        changes.addToAnswer().lines().forEach(line -> headers.set(line.name(), line.value()));
        int status = answer.statusCode();
        boolean bodyless = request.method().equals(HttpMethod.HEAD) || status == 204 || status == 304;
        if (!bodyless && !headers.contains("content-length") && request.version() == HttpVersion.HTTP_1_1) {
            response.setChunked(true);
        }
        left = length(answer);
        answer.handler(piece -> pass(answer, piece));
        answer.endHandler(ended -> finish(answer));
        answer.exceptionHandler(this::answerBroken);
    }

    /// How long the body will be; -1 when it is not told.
    private static long length(HttpClientResponse answer) {
        String length = answer.getHeader("content-length");
        try {
            return length == null ? -1 : Long.parseLong(length);
        } catch (NumberFormatException wrong) {
            return -1;
        }
    }

    /// The piece that makes the body whole goes out together with the end: a small answer is one write.
    private void pass(HttpClientResponse answer, Buffer piece) {
        if (over || response.ended()) {
            return;
        }
        received += piece.length();
        left -= piece.length();
        if (left == 0) {
            answered = response.end(piece);
            return;
        }
        response.write(piece).onFailure(gone -> LOG.debug("the caller left: {}", gone.toString()));
        if (response.writeQueueFull()) {
            answer.pause();
            response.drainHandler(ready -> answer.resume());
        }
    }

    private void finish(HttpClientResponse answer) {
        if (over) {
            return;
        }
        if (response.isChunked()) {
            answer.trailers().forEach((name, value) -> response.trailers().add(name, value));
        }
        if (!response.ended()) {
            answered = response.end();
        }
        stop();
        boolean unfinished = !request.isEnded();
        if (unfinished && isWhole()) {
            awaitEnd();
            return;
        }
        endWhenOut();
        if (unfinished) {
            // The target has said what it had to say without wanting the rest.
            abandon();
        }
    }

    /// Whether all bytes of the body have come that the head told of. On HTTP/2 its end may still have to come, in a
    /// frame of its own, which a target that counts does not wait for.
    private boolean isWhole() {
        String length = request.getHeader("content-length");
        return length != null && length.equals(Long.toString(request.bytesRead()));
    }

    /// The end goes on to the target by itself, whose connection can then be used again; until then it is taken.
    private void awaitEnd() {
        long late = vertx.setTimer(END_MILLIS, never -> {
            endWhenOut();
            abandon();
        });
        uploaded.onComplete(ended -> {
                    vertx.cancelTimer(late);
                    endWhenOut();
                })
                .onFailure(gone -> leave());
    }

    /// What the caller has not taken yet waits here: until it is gone the request counts.
    private void endWhenOut() {
        answered.onComplete((out, gone) -> {
            if (gone != null) {
                LOG.debug("the caller left: {}", gone.toString());
            }
            ends.done().run();
        });
    }

    private void abandon() {
        upload.ifPresent(Pipe::close);
        leave();
        Answers.settle(vertx, request, answered);
    }

    private void uploadBroken(Throwable cause) {
        if (!over && !answering && !request.isEnded()) {
            // Either side may be the broken one. The target may still have an answer ready; the caller may be gone.
            LOG.debug("the upload broke: {}", cause.toString());
        }
    }

    private void targetGone(Throwable cause) {
        if (!over && !answering) {
            end();
            upload.ifPresent(Pipe::close);
            ends.unreachable().accept(cause);
        }
    }

    private void answerBroken(Throwable cause) {
        if (!over) {
            LOG.info("{} broke off: {}", request.method(), cause.toString());
            end();
            upload.ifPresent(Pipe::close);
            leave();
            // Half an answer is out: cutting it off is all that tells the truth.
            if (request.version() == HttpVersion.HTTP_2) {
                response.reset(StreamRules.INTERNAL_ERROR);
            } else {
                request.connection().close();
            }
        }
    }

    private void stands() {
        Throwable cause = new TimeoutException("nothing moved for " + ends.idle());
        if (answering) {
            answerBroken(cause);
        } else {
            targetGone(cause);
            leave();
        }
    }

    /// Its going after the whole answer is no loss: what comes of the target still ends as it should.
    private void callerGone(Throwable cause) {
        if (!over && !response.ended()) {
            LOG.debug("the caller left: {}", cause.toString());
            end();
            leave();
        }
    }

    /// Ends what goes on with the target: on HTTP/1 with its connection, on HTTP/2 only this stream.
    private void leave() {
        onward.reset(StreamRules.CANCEL);
    }

    private void end() {
        stop();
        ends.done().run();
    }

    private void stop() {
        over = true;
        standstill.stop();
    }
}
