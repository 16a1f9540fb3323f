// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import nl.ddas.basis.Network;
import nl.ddas.fsc.model.LogRecord;
import nl.ddas.fsc.model.PeerId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/// An Inway of A in front of a service, and B as its caller.
abstract class InwayStage {

    static Network network;

    final World.Log log = new World.Log();
    final URI audience = URI.create("https://127.0.0.1:8443");
    final String token =
            World.ONE.token(World.ONE.claims(audience, Optional.empty(), Optional.empty(), Duration.ofMinutes(5)));
    final HttpClient client = client(World.ONE, HttpClient.Version.HTTP_1_1);
    Backend backend;
    Inway inway;

    @BeforeAll
    static void open() {
        network = Network.open();
    }

    @AfterAll
    static void shut() {
        network.close();
    }

    @BeforeEach
    void start() throws IOException {
        backend = Backend.start(Backend.ECHO);
        inway = World.inway(network, log, backend.uri());
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        inway.close();
        backend.close();
    }

    static HttpClient client(World world, HttpClient.Version version) {
        return HttpClient.newBuilder()
                .version(version)
                .sslContext(world.context(World.B))
                .build();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + inway.port() + path));
    }

    HttpRequest.Builder good(String path) {
        return request(path)
                .header("Fsc-Authorization", "Bearer " + token)
                .header("Fsc-Transaction-Id", World.TRANSACTION);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    void refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Fsc-Error-Code")).contains(code);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"", "\"domain\":\"ERROR_DOMAIN_INWAY\"");
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .isEqualTo(status == 401 ? Optional.of("Bearer") : Optional.empty());
        assertThat(backend.seen).isEmpty();
    }

    LogRecord recordOf(Optional<PeerId> delegator, Optional<PeerId> publisher) throws Exception {
        String delegated = World.ONE.token(World.ONE.claims(audience, delegator, publisher, Duration.ofMinutes(5)));
        send(request("/")
                .header("Fsc-Authorization", "Bearer " + delegated)
                .header("Fsc-Transaction-Id", World.TRANSACTION));
        return log.records.getFirst();
    }

    HttpResponse<String> at(Inway other, HttpRequest.Builder request) throws IOException, InterruptedException {
        URI uri = request.build().uri();
        return send(request.uri(URI.create("https://127.0.0.1:" + other.port() + uri.getRawPath())));
    }
}
