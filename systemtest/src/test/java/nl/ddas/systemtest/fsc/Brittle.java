// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest.fsc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/// A Service on a bare socket, which breaks off where a test wants it to.
final class Brittle implements AutoCloseable {

    /// What it does with a request, once the head is read.
    interface Behaviour {
        void serve(InputStream in, OutputStream out, Socket connection) throws IOException;
    }

    /// As a good Service.
    static final Behaviour GOOD = (in, out, connection) -> say(out, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngoed");

    /// Reads until nothing comes, and never answers.
    ///
    /// @param began told the first byte
    /// @param arrived told how many came in all
    static Behaviour counting(CompletableFuture<Integer> began, CompletableFuture<Integer> arrived) {
        return (in, out, connection) -> {
            int bytes = 0;
            try {
                for (int next = in.read(); next >= 0; next = in.read()) {
                    boolean _ = began.complete(next);
                    bytes++;
                }
            } finally {
                boolean _ = arrived.complete(bytes);
            }
        };
    }

    private final ServerSocket listener;
    private volatile Behaviour behaviour = GOOD;

    Brittle() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    void from(Behaviour now) {
        behaviour = now;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket connection = listener.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = connection.getInputStream();
            while (!BareClient.head(in).isEmpty()) {
                behaviour.serve(in, connection.getOutputStream(), connection);
            }
        } catch (IOException broken) {
            // The other side sees for itself that the connection is gone.
            return;
        }
    }

    static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /// As when the process is killed: what was not read is answered with a reset.
    static void die(Socket connection) throws IOException {
        connection.setSoLinger(true, 0);
        connection.close();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
