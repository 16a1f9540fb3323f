// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest.fsc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A place on the way to a Peer where bytes can be held up. It passes them on unseen.
final class Sluice implements AutoCloseable {

    private final ServerSocket listener;
    private final String host;
    private final int port;
    private volatile Hold hold = new Hold(new CountDownLatch(0), new CountDownLatch(0));

    /// What is held up: something has arrived, and goes on when opened.
    record Hold(CountDownLatch arrived, CountDownLatch open) {}

    /// @param host where the sluice is; the Peer behind it is at `target`
    Sluice(String host, String target, int port) throws IOException {
        this.listener = new ServerSocket(port, 50, InetAddress.getByName(host));
        this.host = target;
        this.port = port;
        Thread.ofVirtual().start(this::accept);
    }

    /// From now on everything towards the Peer waits.
    Hold hold() {
        hold = new Hold(new CountDownLatch(1), new CountDownLatch(1));
        return hold;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket from = listener.accept();
                Thread.ofVirtual().start(() -> serve(from));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket from) {
        try (from;
                Socket to = new Socket(host, port)) {
            Thread back = Thread.ofVirtual().start(() -> pass(to, from, false));
            pass(from, to, true);
            back.join();
        } catch (IOException | InterruptedException broken) {
            // The ends see for themselves that the connection is gone.
            return;
        }
    }

    private void pass(Socket from, Socket to, boolean held) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[16_384];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (held) {
                    hold.arrived().countDown();
                    if (!hold.open().await(60, TimeUnit.SECONDS)) {
                        throw new IOException("the sluice was not opened within a minute");
                    }
                }
                out.write(buffer, 0, read);
            }
            to.close();
        } catch (IOException | InterruptedException broken) {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed then.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        hold.open().countDown();
        listener.close();
    }
}
