// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/// A network with a client of plain HTTP, and what tests of HTTP say again and again.
final class HttpStand implements AutoCloseable {

    static final Duration IDLE = Duration.ofSeconds(20);
    static final int MEGABYTE = 1_000_000;

    final Network network = Network.open();
    final HttpClient client = HttpClient.open(network, new HttpClient.Config(Optional.empty(), IDLE, IDLE));

    @Override
    public void close() {
        client.close();
        network.close();
    }

    HttpServer serve(Handler handler) {
        return HttpServer.start(
                network, new HttpServer.Config("127.0.0.1", 0, Optional.empty(), 100 * MEGABYTE, IDLE), handler);
    }

    static HttpClient.Call post(HttpServer server, byte[] body) {
        return new HttpClient.Call("POST", URI.create("http://127.0.0.1:" + server.port() + "/"), Headers.NONE, body);
    }

    static HttpClient.Call get(HttpServer server) {
        return get(server, "/");
    }

    static HttpClient.Call get(HttpServer server, String path) {
        return new HttpClient.Call(
                "GET", URI.create("http://127.0.0.1:" + server.port() + path), Headers.NONE, new byte[0]);
    }

    static HttpClient.Call withHeader(HttpServer server, String value) {
        return new HttpClient.Call(
                "GET", URI.create("http://127.0.0.1:" + server.port() + "/"), Headers.of("X-Long", value), new byte[0]);
    }

    static String text(HttpClient.Answer answer) throws IOException {
        try (InputStream in = answer.body()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static void awaitLatch(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(42).nextBytes(bytes);
        return bytes;
    }
}
