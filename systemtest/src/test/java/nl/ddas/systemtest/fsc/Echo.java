// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest.fsc;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Network;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.basis.Tls;

/// The Service behind an Inway, or the Inway that an Outway calls: writes down what comes in, and sends it back.
final class Echo implements AutoCloseable {

    final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Gate gate = new Gate(new CountDownLatch(0), new CountDownLatch(0));

    /// A request as it came in.
    record Seen(String method, String path, Headers headers, String body) {
        String header(String name) {
            return headers.first(name).orElse("");
        }
    }

    /// A request that waits: it has arrived, and goes on when opened.
    record Gate(CountDownLatch arrived, CountDownLatch open) {

        private static final int LONGEST_SECONDS = 60;

        /// @throws AssertionError when no request has come within a minute
        void awaitArrival() throws InterruptedException {
            if (!arrived.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("no request arrived within a minute");
            }
        }

        /// Also ends by itself: a test that failed leaves its gate shut.
        void pass() throws IOException {
            try {
                if (!open.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                    throw new IOException("the gate was not opened within a minute");
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IOException(stop);
            }
        }
    }

    private Echo(Network network, String host, int port, Optional<Tls> tls) {
        server = HttpServer.start(
                network, new HttpServer.Config(host, port, tls, 1_000_000, Duration.ofSeconds(30)), this::answer);
    }

    static Echo plain(Network network) {
        return new Echo(network, "127.0.0.1", 0, Optional.empty());
    }

    static Echo secured(Network network, String host, Tls tls) {
        return new Echo(network, host, Peers.PORT, Optional.of(tls));
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /// The next request waits for its gate.
    Gate hold() {
        gate = new Gate(new CountDownLatch(1), new CountDownLatch(1));
        return gate;
    }

    private Response answer(Request request) throws IOException {
        byte[] body = request.body().readAllBytes();
        seen.add(new Seen(
                request.method(), request.path(), request.headers(), new String(body, StandardCharsets.UTF_8)));
        gate.arrived().countDown();
        gate.pass();
        return Response.of(200, Headers.of("X-From", "service"), body);
    }

    @Override
    public void close() {
        server.close();
    }
}
