// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsProfile;
import nl.ddas.basis.TlsSetup;

/// Calls of gRPC, made by hand so that they may be wrong.
final class Grpcclient implements AutoCloseable {

    private static final Duration LONG = Duration.ofSeconds(60);

    /// @param code `grpc-status`, or -1 when there is none
    record Answer(int http, int code, String message, byte[] body, MultiMap trailers) {}

    private final Network network = Network.open();
    private final HttpClient client;
    private final URI server;

    Grpcclient(URI server, Tls tls) {
        this.server = server;
        HttpClientOptions options = new HttpClientOptions();
        options.setProtocolVersion(HttpVersion.HTTP_2).setUseAlpn(true).setAlpnVersions(List.of(HttpVersion.HTTP_2));
        TlsSetup.apply(tls, TlsSetup.engineFor(tls, TlsProfile.DIGIKOPPELING), options);
        client = network.vertx().createHttpClient(options);
    }

    /// @param headers beside those that gRPC always wants, or instead of them
    Answer call(String path, byte[] body, Map<String, String> headers) {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.valueOf(headers.getOrDefault(":method", "POST")))
                .setHost(server.getHost())
                .setPort(server.getPort())
                .setURI(path)
                .putHeader("te", "trailers")
                .putHeader("content-type", "application/grpc");
        headers.forEach((name, value) -> {
            if (!name.startsWith(":")) {
                request.putHeader(name, value);
            }
        });
        try {
            return Network.await(
                    client.request(request)
                            .compose(sent -> sent.send(Buffer.buffer(body)))
                            .compose(response -> response.body().map(bytes -> {
                                String code = response.trailers().get("grpc-status");
                                return new Answer(
                                        response.statusCode(),
                                        code == null ? -1 : Integer.parseInt(code),
                                        String.valueOf(response.trailers().get("grpc-message")),
                                        bytes.getBytes(),
                                        response.trailers());
                            })),
                    LONG,
                    "calling");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
