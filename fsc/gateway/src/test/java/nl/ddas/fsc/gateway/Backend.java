// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// A service that keeps what it read, byte by byte, and answers what it is told to. One request a connection,
/// unless told otherwise.
final class Backend implements AutoCloseable {

    /// What came in: head as text, body as read.
    record Seen(String head, String body) {
        String header(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    /// Does something with a request.
    @FunctionalInterface
    interface Behaviour {
        void answer(InputStream in, OutputStream out, List<Seen> seen) throws IOException;
    }

    /// Reads all, answers with the body.
    static final Behaviour ECHO = (in, out, seen) -> {
        Seen request = read(in);
        seen.add(request);
        byte[] body = request.body().getBytes(StandardCharsets.ISO_8859_1);
        out.write(("HTTP/1.1 200 Fine\r\nX-From: service\r\nConnection: close\r\nContent-Length: " + body.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        if (!request.head().startsWith("HEAD")) {
            out.write(body);
        }
    };

    final List<Seen> seen = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();
    private final ServerSocket socket;
    private volatile Behaviour behaviour;

    private Backend(ServerSocket socket, Behaviour behaviour) {
        this.socket = socket;
        this.behaviour = behaviour;
    }

    static Backend start(Behaviour behaviour) throws IOException {
        return start(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behaviour);
    }

    static Backend start(ServerSocket socket, Behaviour behaviour) {
        Backend backend = new Backend(socket, behaviour);
        Thread.ofVirtual().start(backend::accept);
        return backend;
    }

    void behave(Behaviour other) {
        behaviour = other;
    }

    int port() {
        return socket.getLocalPort();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                InputStream in = new BufferedInputStream(connection.getInputStream());
                OutputStream out = connection.getOutputStream()) {
            behaviour.answer(in, out, seen);
            out.flush();
        } catch (IOException broken) {
            // The test looks at the other side.
            return;
        }
    }

    static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no whole head");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    static Seen read(InputStream in) throws IOException {
        String head = head(in);
        Seen bare = new Seen(head, "");
        if (bare.header("Transfer-Encoding").equals("chunked")) {
            return new Seen(head, chunks(in));
        }
        String length = bare.header("Content-Length");
        byte[] body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
        return new Seen(head, new String(body, StandardCharsets.ISO_8859_1));
    }

    private static String chunks(InputStream in) throws IOException {
        StringBuilder body = new StringBuilder();
        int size = Integer.parseInt(line(in), 16);
        while (size > 0) {
            body.append(new String(in.readNBytes(size), StandardCharsets.ISO_8859_1));
            line(in);
            size = Integer.parseInt(line(in), 16);
        }
        line(in);
        return body.toString();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("broken off");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
