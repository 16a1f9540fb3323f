// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import nl.ddas.basis.Network;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/// What tests of the Inway and of the Outway both stand on: a log, a service at the far end, and a caller.
abstract class GatewayStage {

    static Network network;
    private static int classes;

    final World.Log log = new World.Log();
    final HttpClient client;
    private final String domain;
    Backend backend;

    /// @param domain of the errors that the gateway gives
    GatewayStage(HttpClient client, String domain) {
        this.client = client;
        this.domain = domain;
    }

    /// Classes may run beside each other: the first opens the network, the last closes it.
    @BeforeAll
    static void open() {
        synchronized (GatewayStage.class) {
            if (classes == 0) {
                network = Network.open();
            }
            classes++;
        }
    }

    @AfterAll
    static void shut() {
        synchronized (GatewayStage.class) {
            classes--;
            if (classes == 0) {
                network.close();
            }
        }
    }

    @BeforeEach
    void startService() throws IOException {
        backend = Backend.start(Backend.ECHO);
    }

    @AfterEach
    void stopService() throws IOException {
        client.close();
        backend.close();
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /// The answer to a request, which the service gives only when `meanwhile` is done.
    HttpResponse<String> whileTheServiceThinks(HttpRequest.Builder request, Meanwhile meanwhile) throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        backend.behave((in, out, seen) -> {
            arrived.countDown();
            try {
                go.await();
            } catch (InterruptedException stop) {
                throw new IOException(stop);
            }
            Backend.ECHO.answer(in, out, seen);
        });
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request.build(), BodyHandlers.ofString());
        arrived.await();
        try {
            meanwhile.look();
        } finally {
            go.countDown();
        }
        return answer.join();
    }

    /// What is looked at while a request is on its way.
    @FunctionalInterface
    interface Meanwhile {
        void look() throws Exception;
    }

    /// Refused by the gateway itself, and nothing went on.
    void refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Fsc-Error-Code")).contains(code);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"", "\"domain\":\"" + domain + "\"");
        assertThat(backend.seen).isEmpty();
    }
}
