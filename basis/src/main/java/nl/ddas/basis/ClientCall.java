// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One call on a connection: sends the body while watching for an answer that comes early.
final class ClientCall {

    private final HttpClientRequest request;
    private final Duration idle;
    private final SendWindow window;
    private final CompletableFuture<HttpClient.Answer> answer = new CompletableFuture<>();

    ClientCall(HttpClientRequest request, Duration idle) {
        this.request = request;
        this.idle = idle;
        this.window = new SendWindow(request::write, idle);
    }

    HttpClient.Answer send(HttpClient.Call call) throws IOException {
        request.response().onComplete(this::answered, this::failed);
        request.exceptionHandler(this::failed);
        call.headers().lines().forEach(line -> request.headers().add(line.name(), line.value()));
        try {
            boolean all = sendBody(call);
            HttpClient.Answer answered = await();
            return all ? answered : unfinished(answered);
        } catch (IOException | RuntimeException broken) {
            request.reset();
            throw broken;
        }
    }

    private boolean sendBody(HttpClient.Call call) throws IOException {
        byte[] body = call.body();
        if (body.length == 0 && (call.method().equals("GET") || call.method().equals("HEAD"))) {
            request.end();
            return true;
        }
        request.putHeader("Content-Length", Integer.toString(body.length));
        for (int from = 0; from < body.length; from += Wire.PIECE) {
            if (!window.send(body, from, Math.min(Wire.PIECE, body.length - from))) {
                return false;
            }
        }
        request.end();
        return true;
    }

    /// The server answered without wanting the whole body: after the answer the connection is of no use any more.
    private HttpClient.Answer unfinished(HttpClient.Answer early) {
        return new HttpClient.Answer(
                early.status(), early.headers(), new ClosingStream(early.body(), request::reset), early.peer());
    }

    private void answered(HttpClientResponse response) {
        BlockingBody.Limits limits = new BlockingBody.Limits(Long.MAX_VALUE, idle);
        BlockingBody body = BlockingBody.of(response, limits, request::reset);
        var peer = Wire.peer(request.connection().sslSession());
        answer.complete(new HttpClient.Answer(response.statusCode(), Wire.headers(response.headers()), body, peer));
        window.stop();
    }

    private void failed(Throwable cause) {
        answer.completeExceptionally(cause);
        window.fail(cause);
    }

    private HttpClient.Answer await() throws IOException {
        try {
            return answer.get(idle.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw new IOException("the connection broke before the answer", failed.getCause());
        } catch (TimeoutException late) {
            throw new IOException("no answer within " + idle, late);
        } catch (InterruptedException interrupted) {
            throw Network.interrupted("waiting for the answer", interrupted);
        }
    }
}
