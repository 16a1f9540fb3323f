// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import nl.ddas.fsc.model.LogRecord;
import nl.ddas.fsc.model.PeerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// An Inway of A in front of a service, and B as its caller.
abstract class InwayStage extends GatewayStage {

    final URI audience = URI.create("https://127.0.0.1:8443");
    final String token =
            World.ONE.token(World.ONE.claims(audience, Optional.empty(), Optional.empty(), Duration.ofMinutes(5)));
    Inway inway;

    InwayStage() {
        super(client(World.ONE, HttpClient.Version.HTTP_1_1), "ERROR_DOMAIN_INWAY");
    }

    @BeforeEach
    void start() {
        inway = World.inway(network, log, backend.uri());
    }

    @AfterEach
    void stop() {
        inway.close();
    }

    static HttpClient client(World world, HttpClient.Version version) {
        return HttpClient.newBuilder()
                .version(version)
                .sslContext(world.context(World.B))
                .build();
    }

    HttpRequest.Builder request(String path) {
        return request(inway, path);
    }

    static HttpRequest.Builder request(Inway to, String path) {
        return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + to.port() + path));
    }

    HttpRequest.Builder good(String path) {
        return request(path)
                .header("Fsc-Authorization", "Bearer " + token)
                .header("Fsc-Transaction-Id", World.TRANSACTION);
    }

    @Override
    void refused(HttpResponse<String> answer, int status, String code) {
        super.refused(answer, status, code);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .isEqualTo(status == 401 ? Optional.of("Bearer") : Optional.empty());
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
