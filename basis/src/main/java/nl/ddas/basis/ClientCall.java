// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One call on a connection: sends the body while watching for an answer that comes early.
final class ClientCall {

    /// `Host` stands in the pseudo-header `:authority`.
    private static final Set<String> NOT_IN_HTTP2 = Set.of("host");

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
        boolean pumped = call.body() instanceof HttpClient.Body.Stream;
        request.response().onComplete(response -> answered(response, pumped), this::failed);
        request.exceptionHandler(this::failed);
        boolean http2 = request.version() == HttpVersion.HTTP_2;
        Headers headers = http2 ? call.headers().endToEnd().without(NOT_IN_HTTP2) : call.headers();
        headers.without(Wire.OWN_HEADERS).lines().forEach(line -> request.headers()
                .add(line.name(), line.value()));
        try {
            return switch (call.body()) {
                case HttpClient.Body.None() -> sendNothing();
                case HttpClient.Body.Bytes(byte[] bytes) -> sendReady(bytes);
                case HttpClient.Body.Stream(OptionalLong length, InputStream from) -> pump(length, from);
            };
        } catch (IOException | RuntimeException broken) {
            request.reset();
            throw broken;
        }
    }

    private HttpClient.Answer sendNothing() throws IOException {
        request.end();
        return await();
    }

    private HttpClient.Answer sendReady(byte[] body) throws IOException {
        request.putHeader("Content-Length", Integer.toString(body.length));
        for (int from = 0; from < body.length; from += Network.PIECE) {
            if (!window.send(body, from, Math.min(Network.PIECE, body.length - from))) {
                return closing(await(), request::reset);
            }
        }
        request.end();
        return await();
    }

    /// Sends on a thread of its own, so that the answer can be read while the body still goes.
    private HttpClient.Answer pump(OptionalLong length, InputStream from) throws IOException {
        length.ifPresentOrElse(
                bytes -> request.putHeader("Content-Length", Long.toString(bytes)), () -> request.setChunked(true));
        request.writeHead();
        Pump pump = new Pump(request, window, from, length);
        pump.start(answer);
        try {
            pump.awaitEndOr(answer);
            return closing(await(), pump::stop);
        } catch (IOException | RuntimeException broken) {
            pump.stop();
            if (pump.sourceFailure().isPresent()) {
                throw pump.sourceFailure().get();
            }
            throw broken;
        }
    }

    private static HttpClient.Answer closing(HttpClient.Answer answer, Runnable afterwards) {
        return new HttpClient.Answer(
                answer.status(), answer.headers(), new ClosingStream(answer.body(), afterwards), answer.peer());
    }

    private void answered(HttpClientResponse response, boolean pumped) {
        BlockingBody.Limits limits = new BlockingBody.Limits(Long.MAX_VALUE, idle);
        BlockingBody body = BlockingBody.of(response, limits, this::leave);
        List<X509Certificate> peer = Wire.peer(request.connection().sslSession());
        answer.complete(new HttpClient.Answer(response.statusCode(), Wire.headers(response.headers()), body, peer));
        if (!pumped) {
            window.stop();
        }
    }

    /// All of the answer may have arrived already, and wait unread: then there is nothing to reset, and a
    /// connection that is still held back would be kept for the next call, which would never hear its answer.
    private void leave(BlockingBody body) {
        body.drop();
        request.reset();
    }

    private void failed(Throwable cause) {
        answer.completeExceptionally(cause);
        window.fail(cause);
    }

    private HttpClient.Answer await() throws IOException {
        try {
            return answer.get(idle.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw new ConnectionBroken(
                    "the connection broke before the answer", Objects.requireNonNullElse(failed.getCause(), failed));
        } catch (TimeoutException late) {
            throw new ConnectionBroken("no answer within " + idle, late);
        } catch (InterruptedException interrupted) {
            throw Network.interrupted("waiting for the answer", interrupted);
        }
    }
}
