// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import nl.ddas.basis.Handler;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Network;
import nl.ddas.basis.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A decision point of ours asked over a real connection, and decision points that behave badly.
class AccessOverHttpTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Evaluation QUESTION = new Evaluation(
            new Evaluation.Entity("Organisatie", "00000099000000001000"),
            new Evaluation.Action("ophalen"),
            new Evaluation.Entity("Gegevensset", "shv"),
            JsonObject.EMPTY);

    private final Network network = Network.open();
    private final HttpClient client = HttpClient.open(network, new HttpClient.Config(Optional.empty(), LONG, LONG));

    @AfterEach
    void close() {
        client.close();
        network.close();
    }

    @Test
    void givesWhatTheOtherDecides() {
        JsonObject reach = JsonObject.EMPTY.with("alles", true);
        DecisionPoint theirs = question ->
                question.subject().id().startsWith("00000099") ? Decision.permit(reach) : Decision.deny("onbekend");
        try (HttpServer server = serve(new AccessEndpoint(theirs, URI.create("https://pdp.voorbeeld.nl")))) {
            assertThat(ask(server, LONG)).isEqualTo(Decision.permit(reach));
            Evaluation stranger = new Evaluation(
                    new Evaluation.Entity("Organisatie", "1"),
                    QUESTION.action(),
                    QUESTION.resource(),
                    JsonObject.EMPTY);
            assertThat(new RemoteDecisionPoint(client, base(server), LONG).decide(stranger))
                    .isEqualTo(Decision.deny("onbekend"));
        }
    }

    @Test
    void refusesWhenTheOtherCannotDecide() {
        DecisionPoint broken = question -> new Decision.Undecided("broken");
        try (HttpServer server = serve(new AccessEndpoint(broken, URI.create("https://pdp.voorbeeld.nl")))) {
            assertThat(ask(server, LONG).allows()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200, {}",
        "200, '{\"decision\":\"true\"}'",
        "200, '[true]'",
        "200, '{\"decision\":true'",
        "403, '{\"decision\":true}'",
        "500, ''"
    })
    void takesNoStrangeAnswerForAYes(int status, String body) {
        try (HttpServer server = serve(request -> Response.text(status, "application/json", body))) {
            assertThat(ask(server, LONG)).isInstanceOf(Decision.Undecided.class);
        }
    }

    @Test
    void doesNotWaitForAnAnswerThatStaysAway() {
        CountDownLatch never = new CountDownLatch(1);
        try (HttpServer server = serve(request -> {
            await(never);
            return Response.text(200, "application/json", "{\"decision\":true}");
        })) {
            assertThat(ask(server, Duration.ofMillis(50))).isInstanceOf(Decision.Undecided.class);
            never.countDown();
        }
    }

    @Test
    void refusesWhenNobodyListens() {
        URI gone;
        try (HttpServer server = serve(request -> Response.text(200, "application/json", "{}"))) {
            gone = base(server);
        }
        assertThat(new RemoteDecisionPoint(client, gone, LONG).decide(QUESTION)).isInstanceOf(Decision.Undecided.class);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /access/v1/evaluation, application/json, '{\"subject\":{}}', 400",
        "POST, /access/v1/evaluation, application/json; charset=utf-8, '[]', 400",
        "POST, /access/v1/evaluation, application/json, '{\"a\":1,\"a\":2}', 400",
        "POST, /access/v1/evaluation, text/plain, '{}', 415",
        "GET, /access/v1/evaluation, application/json, '', 405",
        "POST, /.well-known/authzen-configuration, application/json, '{}', 405",
        "GET, /.well-known/authzen-configuration, application/json, '', 200",
        "GET, /, application/json, '', 404"
    })
    void answersByTheStandard(String method, String path, String type, String body, int status) throws IOException {
        DecisionPoint never = question -> new Decision.Undecided("was not to be asked");
        try (HttpServer server = serve(new AccessEndpoint(never, URI.create("https://pdp.voorbeeld.nl")));
                HttpClient.Answer answer = client.send(new HttpClient.Call(
                        method,
                        base(server).resolve(path),
                        Headers.of("Content-Type", type, "X-Request-ID", "vraag-1"),
                        body.getBytes(StandardCharsets.UTF_8)))) {
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.headers().first("X-Request-ID")).hasValue("vraag-1");
        }
    }

    private Decision ask(HttpServer server, Duration patience) {
        return new RemoteDecisionPoint(client, base(server), patience).decide(QUESTION);
    }

    private HttpServer serve(Handler handler) {
        return HttpServer.start(
                network, new HttpServer.Config("127.0.0.1", 0, Optional.empty(), 1024 * 1024, LONG), handler);
    }

    private static URI base(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.port() + "/");
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        }
    }
}
