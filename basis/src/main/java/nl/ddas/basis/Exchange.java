// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import io.netty.buffer.Unpooled;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.internal.buffer.BufferInternal;
import io.vertx.core.net.HostAndPort;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One request and its answer on the server: taken on the event loop, handled on a thread that may block.
final class Exchange {

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    /// How long the rest of a body that nobody wants may still come in, so that the sender can read the answer.
    private static final Duration LINGER = Duration.ofSeconds(10);

    private final Network network;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final BlockingBody body;
    private final SendWindow window;
    private final HttpServer.Config config;
    private final boolean http2;
    private boolean isTrailed;

    /// Must be called on the event loop, before the request flows.
    Exchange(Network network, HttpServerRequest request, HttpServer.Config config) {
        this.network = network;
        this.request = request;
        this.response = request.response();
        this.config = config;
        this.http2 = request.version() == HttpVersion.HTTP_2;
        this.body = BlockingBody.of(request, new BlockingBody.Limits(config.maxBodyBytes(), config.idle()), _ -> {});
        this.window = new SendWindow(response::write, config.idle());
        response.exceptionHandler(this::broken);
        response.closeHandler(closed -> broken(new ConnectionBroken("the other side closed the connection")));
    }

    private void broken(Throwable cause) {
        window.fail(cause);
        body.fail(cause);
    }

    /// Handles the request from its headers to the last byte of the answer.
    void run(Handler handler) {
        try {
            Response answer = answer(handler);
            try {
                send(answer);
            } finally {
                if (answer.body() instanceof Response.Body.Copy(OptionalLong _, InputStream from)) {
                    from.close(); // also when it broke before the first byte
                }
            }
        } catch (IOException | RuntimeException failed) {
            // The answer is half out, or nobody is there to read it: breaking it off is all that tells the truth.
            report(failed, "answer broken off");
            response.reset();
        } finally {
            settle();
        }
    }

    private Response answer(Handler handler) {
        try {
            List<X509Certificate> peer = Wire.peer(request.connection().sslSession());
            Headers headers = headers();
            return handler.handle(new Request(request.method().name(), request.uri(), headers, peer, body));
        } catch (BodyTooLarge tooLarge) {
            return config.faults().tell(Problems.bodyTooLarge(network.mark(), config.maxBodyBytes()));
        } catch (IOException | RuntimeException | StackOverflowError failed) {
            Problem problem = Problems.internal(network.mark());
            report(failed, problem.instance());
            return config.faults().tell(problem);
        }
    }

    /// @param what names the failure in the log
    private void report(Throwable failed, String what) {
        if (body.isBroken()) {
            LOG.info("{} {}: the caller left or stayed silent: {}", request.method(), pathOnly(), failed.toString());
        } else {
            LOG.error("{} {} failed: {}", request.method(), pathOnly(), what, failed);
        }
    }

    /// HTTP/2 names the host elsewhere; here it stands where HTTP/1.1 puts it.
    private Headers headers() {
        Headers sent = Wire.headers(request.headers());
        HostAndPort authority = request.authority();
        if (sent.first("Host").isPresent() || authority == null) {
            return sent;
        }
        List<Headers.Line> lines = new ArrayList<>(sent.lines());
        lines.addFirst(new Headers.Line("Host", authority.toString()));
        return new Headers(lines);
    }

    private String pathOnly() {
        return request.uri().split("[?#]", 2)[0];
    }

    private void send(Response answer) throws IOException {
        response.setStatusCode(answer.status());
        Headers own = (http2 ? answer.headers().endToEnd() : answer.headers()).without(Wire.OWN_HEADERS);
        own.lines().forEach(line -> response.headers().add(line.name(), line.value()));
        SecurityHeaders.missing(config.always(), own)
                .forEach(line -> response.headers().add(line.name(), line.value()));
        isTrailed = !answer.trailers().lines().isEmpty() && !isHead();
        if (isTrailed) {
            trail(answer.trailers());
        }
        switch (answer.body()) {
            case Response.Body.Bytes(byte[] bytes) -> sendReady(answer.status(), bytes);
            case Response.Body.Stream(long length, Response.Writer writer) -> sendStream(length, writer);
            case Response.Body.Copy(OptionalLong length, InputStream from) -> sendCopy(answer.status(), length, from);
        }
    }

    private void trail(Headers trailers) {
        if (!http2) {
            response.setChunked(true); // The only form of HTTP/1.1 with room behind the body.
        }
        trailers.lines().forEach(line -> response.trailers().add(line.name(), line.value()));
    }

    private void sendReady(int status, byte[] bytes) {
        if (!isBodyless(status)) {
            announce(bytes.length);
        }
        if (isBodyless(status) || isHead()) {
            response.end();
        } else {
            response.end(BufferInternal.buffer(Unpooled.wrappedBuffer(bytes)));
        }
    }

    private void sendStream(long length, Response.Writer writer) throws IOException {
        announce(length);
        if (!isHead()) {
            SendStream out = new SendStream(window, length);
            writer.writeTo(out);
            out.finish();
        }
        response.end();
    }

    private void sendCopy(int status, OptionalLong length, InputStream from) throws IOException {
        try (from) {
            boolean body = !isHead() && !isBodyless(status);
            if (length.isPresent() && status != 204) {
                announce(length.getAsLong());
            } else if (body && request.version() == HttpVersion.HTTP_1_1) {
                response.setChunked(true);
            }
            if (body) {
                response.writeHead(); // who waits for the head must not wait for the first piece as well
                long sent = window.copy(from);
                if (length.isPresent() && length.getAsLong() != sent) {
                    throw new IOException("body of " + sent + " bytes, announced were " + length.getAsLong());
                }
            }
            response.end();
        }
    }

    private static boolean isBodyless(int status) {
        return status == 204 || status == 304;
    }

    /// Not with trailers: they follow a body whose end tells itself.
    private void announce(long length) {
        if (!isTrailed) {
            response.putHeader("Content-Length", Long.toString(length));
        }
    }

    private boolean isHead() {
        return request.method().equals(HttpMethod.HEAD);
    }

    /// A request that was answered before its body was in: takes the rest, for a while, so that the sender does not
    /// find its connection broken before it has read the answer.
    private void settle() {
        if (!body.isComplete()) {
            body.drop();
            Vertx vertx = network.vertx();
            long timer = vertx.setTimer(LINGER.toMillis(), late -> {
                if (http2) {
                    response.reset();
                } else {
                    request.connection().close();
                }
            });
            // Not by the end of the network library's request: asked for just when the last byte comes in, it stays
            // away, and the timer then breaks the connection off under a later request.
            CompletionStage<Boolean> _ = body.end().thenApply(in -> vertx.cancelTimer(timer));
        }
    }
}
