// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/// A place on the way to a port of this machine where connections are counted. It passes bytes on unseen.
final class Relay implements AutoCloseable {

    final AtomicInteger connections = new AtomicInteger();
    private final ServerSocket listener;
    private final int target;

    Relay(int target) throws IOException {
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket from = listener.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(from));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket from) {
        try (from;
                Socket to = new Socket(InetAddress.getLoopbackAddress(), target)) {
            Thread back = Thread.ofVirtual().start(() -> pass(to, from));
            pass(from, to);
            back.join();
        } catch (IOException | InterruptedException broken) {
            // The ends see for themselves that the connection is gone.
            return;
        }
    }

    /// Until one side ends: then both are over.
    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            long _ = from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException broken) {
            // As above.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
