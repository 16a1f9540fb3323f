// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import nl.ddas.basis.Headers;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.Domain;
import nl.ddas.fsc.model.FscError;

/// What the gateway itself answers.
final class Answers {

    /// How long the rest of a body that nobody wants may still come in, so that the sender can read the answer.
    private static final long LINGER_MILLIS = 10_000;

    private static final String CONTENT_TYPE = "Content-Type";
    private static final String JSON = "application/json";

    private Answers() {}

    /// An error of the standard. Nothing is done when an answer is on its way already.
    static void refuse(Vertx vertx, HttpServerRequest request, FscError error) {
        send(vertx, request, error.status(), error.headers(), error.body());
    }

    /// A refusal for which the standard has no code.
    static void refuse(Vertx vertx, HttpServerRequest request, int status, Domain domain, String message) {
        JsonObject body = JsonObject.EMPTY.with("message", message).with("domain", domain.wire());
        send(vertx, request, status, Headers.of(CONTENT_TYPE, JSON), body);
    }

    /// The service has as many requests as it may have; trying again later is of use.
    static void busy(Vertx vertx, HttpServerRequest request, FscError error) {
        send(vertx, request, 503, error.headers().with("Retry-After", "1"), error.body());
    }

    /// Answers what could not be read as a request, and hangs up.
    static void malformed(HttpServerRequest request) {
        HttpServerResponse response = request.response().setStatusCode(400);
        response.putHeader("Connection", "close").putHeader(CONTENT_TYPE, JSON);
        JsonObject body = JsonObject.EMPTY.with("message", "the request is malformed");
        response.end(Buffer.buffer(body.toBytes()))
                .onComplete(sent -> request.connection().close());
    }

    private static void send(Vertx vertx, HttpServerRequest request, int status, Headers headers, JsonObject body) {
        HttpServerResponse response = request.response();
        if (!response.headWritten() && !response.closed()) {
            response.setStatusCode(status);
            headers.lines().forEach(line -> response.putHeader(line.name(), line.value()));
            response.end(Buffer.buffer(body.toBytes()));
        }
        settle(vertx, request);
    }

    /// Takes the rest of a body that is of no use any more, for a while: a sender that finds its connection broken may
    /// not read the answer.
    static void settle(Vertx vertx, HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        long timer = vertx.setTimer(LINGER_MILLIS, late -> request.connection().close());
        request.exceptionHandler(gone -> vertx.cancelTimer(timer));
        request.endHandler(ended -> vertx.cancelTimer(timer));
        request.handler(rest -> {});
        request.resume();
    }
}
