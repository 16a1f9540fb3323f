// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Handler;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Network;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.systemtest.ApiJudge.ApiAnswer;

/// An API on a port of its own without TLS, and who asks it.
final class ServedApi implements AutoCloseable {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final Network network = Network.open();
    private final HttpClient client = HttpClient.open(network, new HttpClient.Config(Optional.empty(), LONG, LONG));
    private final HttpServer server;

    ServedApi(Handler api) {
        server = HttpServer.start(network, new HttpServer.Config("127.0.0.1", 0, Optional.empty(), 1 << 20, LONG), api);
    }

    /// The document that it serves here.
    ApiDocument document(String path) throws IOException {
        return ApiDocument.read(send("GET", path, Headers.NONE, new byte[0]).body());
    }

    ApiAnswer send(String method, String path, Headers headers, byte[] body) throws IOException {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        try (HttpClient.Answer answer = client.send(new HttpClient.Call(method, uri, headers, body))) {
            return new ApiAnswer(
                    answer.status(), answer.headers(), answer.body().readAllBytes());
        }
    }

    /// The document of an API that is not served.
    static byte[] openapi(Handler api, String path) throws IOException {
        Request request = new Request("GET", path, Headers.NONE, List.of(), InputStream.nullInputStream());
        return api.handle(request).body() instanceof Response.Body.Bytes(byte[] bytes) ? bytes : new byte[0];
    }

    @Override
    public void close() {
        client.close();
        server.close();
        network.close();
    }
}
