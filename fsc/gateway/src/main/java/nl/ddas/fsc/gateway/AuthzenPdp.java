// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.AccessToken;
import nl.ddas.fsc.model.LogRecord;
import nl.ddas.fsc.model.PeerId;

/// Asks a policy decision point over HTTP (OpenID AuthZEN Authorization API 1.0, access evaluation). Sees who connects
/// and on whose behalf, method, path, headers and claims; not the body.
final class AuthzenPdp implements Authorization {

    private static final String PATH = "/access/v1/evaluation";
    private static final int MOST_BYTES = 64 * 1024;

    /// Questions on their way at once; a decision point that hangs must not gather more.
    private static final int AT_ONCE = 256;

    private final HttpClient client;
    private final URI evaluation;
    private final Duration longest;
    private final Semaphore running = new Semaphore(AT_ONCE);

    /// @param client of this decision point alone, with the same patience
    /// @param base address of the policy decision point, to which the path of the standard is added
    /// @param longest how long a decision may take
    AuthzenPdp(HttpClient client, URI base, Duration longest) {
        String text = base.toString();
        this.client = client;
        this.evaluation = URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + PATH);
        this.longest = longest;
    }

    @Override
    public CompletionStage<Decision> ask(Question question) {
        if (!running.tryAcquire()) {
            return CompletableFuture.failedFuture(
                    new IOException("the policy decision point has " + AT_ONCE + " questions to answer already"));
        }
        CompletableFuture<Decision> decision = new CompletableFuture<>();
        Thread.ofVirtual().name("authorization").start(() -> {
            try {
                decision.complete(decide(question));
            } catch (IOException | RuntimeException failed) {
                decision.completeExceptionally(failed);
            } finally {
                running.release();
            }
        });
        return decision.orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Decision decide(Question question) throws IOException {
        Headers headers = Headers.of("Content-Type", "application/json", "Accept", "application/json");
        byte[] body = evaluation(question).toBytes();
        try (HttpClient.Answer answer = client.send(new HttpClient.Call("POST", evaluation, headers, body))) {
            if (answer.status() != 200
                    || !(JsonReading.of(answer.body(), MOST_BYTES) instanceof JsonReading.Read(JsonObject json))
                    || json.bool("decision").isEmpty()) {
                throw new IOException("the policy decision point answers " + answer.status() + " without a decision");
            }
            return json.bool("decision").get()
                    ? new Decision.Permitted()
                    : new Decision.Denied("the rules of the organisation do not allow this request");
        }
    }

    /// The question in the form of the standard.
    static JsonObject evaluation(Question question) {
        AccessToken token = question.token();
        int query = question.uri().indexOf('?');
        JsonObject subject = JsonObject.EMPTY
                .with("type", "peer")
                .with("id", token.connectingPeer().value())
                .with(
                        "properties",
                        role("delegator", token.delegator().map(PeerId::value).orElse("")));
        JsonObject service = role(
                        "publisher", token.publisher().map(PeerId::value).orElse(""))
                .with("provider", token.provider().value())
                .with("path", query < 0 ? question.uri() : question.uri().substring(0, query));
        return JsonObject.EMPTY
                .with("subject", subject)
                .with("action", JsonObject.EMPTY.with("name", question.method()))
                .with(
                        "resource",
                        JsonObject.EMPTY
                                .with("type", "service")
                                .with("id", token.service())
                                .with(
                                        "properties",
                                        query < 0
                                                ? service
                                                : service.with(
                                                        "query", question.uri().substring(query + 1))))
                .with("context", context(question));
    }

    /// @param peer empty when nobody has the role
    private static JsonObject role(String name, String peer) {
        return peer.isEmpty() ? JsonObject.EMPTY : JsonObject.EMPTY.with(name, peer);
    }

    private static JsonObject context(Question question) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Headers.Line line : question.headers().lines()) {
            headers.computeIfAbsent(line.name().toLowerCase(Locale.ROOT), first -> new ArrayList<>())
                    .add(line.value());
        }
        JsonObject lines = JsonObject.EMPTY;
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            lines = lines.with(header.getKey(), JsonArray.ofTexts(header.getValue()));
        }
        return JsonObject.EMPTY
                .with("time", question.now().toString())
                .with("direction", question.direction() == LogRecord.Direction.INCOMING ? "incoming" : "outgoing")
                .with("headers", lines)
                .with("claims", question.token().toJson());
    }
}
