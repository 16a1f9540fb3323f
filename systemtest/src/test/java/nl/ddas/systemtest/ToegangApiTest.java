// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.Network;
import nl.ddas.systemtest.ApiDocument.Operation;
import nl.ddas.systemtest.ApiJudge.ApiAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// The decision point of a supplier, as another program on its machine asks it.
class ToegangApiTest extends ApiContract {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final Network network = Network.open();
    private final HttpClient client = HttpClient.open(network, new HttpClient.Config(Optional.empty(), LONG, LONG));
    private Proefopstelling opstelling;
    private ApiDocument document;

    @BeforeAll
    void begin(@TempDir Path map) throws IOException {
        opstelling = new Proefopstelling(map);
        document = ApiDocument.read(send("GET", "/access/v1/openapi.json", Headers.NONE, new byte[0])
                .body());
    }

    @AfterAll
    void end() {
        opstelling.close();
        client.close();
        network.close();
    }

    @Override
    ApiDocument document() {
        return document;
    }

    @Override
    ApiAnswer send(String method, String path, Headers headers, byte[] body) throws IOException {
        URI uri = URI.create("http://127.0.0.1:" + opstelling.bron.beheerPoort() + path);
        try (HttpClient.Answer answer = client.send(new HttpClient.Call(method, uri, headers, body))) {
            return new ApiAnswer(
                    answer.status(), answer.headers(), answer.body().readAllBytes());
        }
    }

    @Override
    Optional<String> known(Operation operation, String parameter) {
        return Optional.empty();
    }
}
