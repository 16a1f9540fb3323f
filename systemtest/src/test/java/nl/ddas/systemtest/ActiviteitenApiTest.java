// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Network;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.logboek.register.Documentlezer;
import nl.ddas.logboek.register.GeheugenActiviteiten;
import nl.ddas.logboek.register.Opslagbron;
import nl.ddas.logboek.register.Recht;
import nl.ddas.logboek.register.RegisterApi;
import nl.ddas.logboek.register.Registerdocument;
import nl.ddas.systemtest.ApiDocument.Operation;
import nl.ddas.systemtest.ApiJudge.ApiAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// The read API of the register of activities, filled with that of DDAS, as who may see all asks it.
class ActiviteitenApiTest extends ApiContract {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final Registerdocument register = Documentlezer.bundled();
    private final Network network = Network.open();
    private final HttpClient client = HttpClient.open(network, new HttpClient.Config(Optional.empty(), LONG, LONG));
    private HttpServer server;
    private ApiDocument document;

    /// The API over the register that comes with the program.
    static RegisterApi api() {
        Registerdocument register = Documentlezer.bundled();
        return new RegisterApi(
                "/v1",
                new Opslagbron(GeheugenActiviteiten.of(register), register),
                _ -> Optional.of(EnumSet.allOf(Recht.class)),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /// The document as it is served.
    static byte[] openapi() {
        Request request =
                new Request("GET", "/v1/openapi.json", Headers.NONE, List.of(), InputStream.nullInputStream());
        return api().handle(request).body() instanceof Response.Body.Bytes(byte[] bytes) ? bytes : new byte[0];
    }

    @BeforeAll
    void begin() throws IOException {
        server = HttpServer.start(
                network, new HttpServer.Config("127.0.0.1", 0, Optional.empty(), 1 << 20, LONG), api());
        document = ApiDocument.read(
                send("GET", "/v1/openapi.json", Headers.NONE, new byte[0]).body());
    }

    @AfterAll
    void end() {
        client.close();
        server.close();
        network.close();
    }

    @Override
    ApiDocument document() {
        return document;
    }

    @Override
    ApiAnswer send(String method, String path, Headers headers, byte[] body) throws IOException {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        try (HttpClient.Answer answer = client.send(new HttpClient.Call(method, uri, headers, body))) {
            return new ApiAnswer(
                    answer.status(), answer.headers(), answer.body().readAllBytes());
        }
    }

    @Override
    Optional<String> known(Operation operation, String parameter) {
        String activity = register.activiteiten().getFirst().id().toString();
        return switch (parameter) {
            case "processingActivityId", "parentId" -> Optional.of(activity);
            case "processingActivityVersionNumber" -> Optional.of("1");
            case "entityId" -> Optional.of(register.entiteiten().getFirst().id().toString());
            case "at", "validAt" -> Optional.of("2026-06-01T00:00:00Z");
            case "pageToken" ->
                Optional.of(Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(activity.getBytes(StandardCharsets.UTF_8)));
            default -> Optional.empty();
        };
    }
}
