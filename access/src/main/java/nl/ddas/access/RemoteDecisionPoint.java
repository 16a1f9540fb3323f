// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.access;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;

/// A decision point elsewhere, asked over HTTP (AuthZEN Authorization API 1.0, section 10). No answer within the
/// patience, or another answer than the standard's, is [Decision.Undecided].
///
/// @param base address of the decision point, to which the path of the standard is added
/// @param patience longest wait for a whole answer
public record RemoteDecisionPoint(HttpClient client, URI base, Duration patience) implements DecisionPoint {

    /// Path of the standard below the base.
    public static final String PATH = "/access/v1/evaluation";

    static final int MOST_BYTES = 64 * 1024;

    @Override
    public Decision decide(Evaluation question) {
        FutureTask<Decision> task = new FutureTask<>(() -> ask(question));
        Thread.ofVirtual().name("access-question").start(task);
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            task.cancel(true);
            return new Decision.Undecided("no answer of " + base + " within " + patience);
        } catch (ExecutionException broken) {
            return new Decision.Undecided("no answer of " + base + ": " + broken.getCause());
        } catch (InterruptedException stopping) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return new Decision.Undecided("stopped while asking " + base);
        }
    }

    private Decision ask(Evaluation question) throws IOException {
        Headers headers = Headers.of("Content-Type", "application/json", "Accept", "application/json");
        byte[] body = question.toJson().toBytes();
        try (HttpClient.Answer answer = client.send(new HttpClient.Call("POST", evaluation(), headers, body))) {
            if (answer.status() == 200
                    && JsonReading.of(answer.body(), MOST_BYTES) instanceof JsonReading.Read(JsonObject json)) {
                return Decision.read(json).<Decision>map(decided -> decided).orElseGet(() -> strange(200));
            }
            return strange(answer.status());
        }
    }

    private Decision strange(int status) {
        return new Decision.Undecided(base + " answers " + status + " without a decision");
    }

    private URI evaluation() {
        String text = base.toString();
        return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + PATH);
    }
}
