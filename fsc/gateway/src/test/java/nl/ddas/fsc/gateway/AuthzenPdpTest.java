// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Network;
import nl.ddas.basis.Response;
import nl.ddas.fsc.model.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthzenPdpTest {

    private static final Duration TEN = Duration.ofSeconds(10);

    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final List<JsonObject> questions = new CopyOnWriteArrayList<>();
    private Network network;
    private HttpServer server;
    private HttpClient client;
    private volatile int status = 200;
    private volatile String answer = "{\"decision\":true}";

    @BeforeEach
    void start() {
        network = Network.open();
        server = HttpServer.start(
                network, new HttpServer.Config("127.0.0.1", 0, Optional.empty(), 100_000, TEN), request -> {
                    paths.add(request.method() + " " + request.path());
                    if (JsonReading.of(request.body(), 100_000) instanceof JsonReading.Read(JsonObject json)) {
                        questions.add(json);
                    }
                    return Response.text(status, "application/json", answer);
                });
        client = HttpClient.open(network, new HttpClient.Config(Optional.empty(), TEN, TEN));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
        network.close();
    }

    private CompletableFuture<Authorization.Decision> ask() {
        AuthzenPdp pdp = new AuthzenPdp(client, URI.create("http://127.0.0.1:" + server.port() + "/pdp/"), TEN);
        return pdp.ask(new Authorization.Question(
                        LogRecord.Direction.INCOMING,
                        "POST",
                        "/v1/gegevens?a=b",
                        Headers.of("X-A", "1", "x-a", "2"),
                        World.ONE.claims(
                                URI.create("https://127.0.0.1:8443"), Optional.of(World.C), Optional.of(World.D), TEN),
                        World.CLOCK.instant()))
                .toCompletableFuture();
    }

    @Test
    void asksInTheFormOfTheStandardWithBothDelegations() {
        assertThat(ask().join()).isEqualTo(new Authorization.Decision.Permitted());

        assertThat(paths).containsExactly("POST /pdp/access/v1/evaluation");
        JsonObject question = questions.getFirst();
        JsonObject subject = question.object("subject").orElseThrow();
        assertThat(subject.text("id")).contains(World.B.value());
        assertThat(subject.object("properties").flatMap(p -> p.text("delegator")))
                .contains(World.C.value());
        assertThat(question.object("action").flatMap(a -> a.text("name"))).contains("POST");
        JsonObject resource = question.object("resource").orElseThrow();
        assertThat(resource.text("id")).contains(World.SERVICE);
        JsonObject properties = resource.object("properties").orElseThrow();
        assertThat(properties.text("path")).contains("/v1/gegevens");
        assertThat(properties.text("query")).contains("a=b");
        assertThat(properties.text("publisher")).contains(World.D.value());
        JsonObject context = question.object("context").orElseThrow();
        assertThat(context.object("headers").flatMap(h -> h.array("x-a")).orElseThrow())
                .hasSize(2);
        assertThat(context.object("claims").flatMap(c -> c.text("gth"))).contains(World.GRANT.value());
    }

    @Test
    void aNoIsANo() {
        answer = "{\"decision\":false,\"context\":{\"reason\":\"geheim\"}}";
        assertThat(ask().join()).isInstanceOf(Authorization.Decision.Denied.class);
        assertThat(ask().join().toString()).doesNotContain("geheim");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        500|{"decision":true}
        200|{"decision":"true"}
        200|{}
        200|no json
        """)
    void anythingElseIsNoDecision(int code, String text) {
        status = code;
        answer = text;
        assertThat(ask()).failsWithin(TEN);
    }
}
