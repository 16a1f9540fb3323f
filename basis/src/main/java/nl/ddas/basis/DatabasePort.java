// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/// A port for the embedded server, chosen by us: below the range from which Linux takes the ports of outgoing
/// connections (32768 and up). Between choosing and listening lies the making of a data directory, seconds long, in
/// which a port of that range may be given away; the server then ends, and its starter waits in vain.
final class DatabasePort {

    /// Lowest and one past the highest port that is chosen.
    static final int LOWEST = 20_000;

    static final int BEYOND = 32_000;

    private static final int ATTEMPTS = 100;

    private DatabasePort() {}

    /// A port of the loopback interface on which nobody listens now.
    ///
    /// @throws IOException when a hundred ports in a row are taken
    static int free(RandomGenerator random) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = random.nextInt(LOWEST, BEYOND);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IOException("no free port for the database among " + ATTEMPTS + " tried from " + LOWEST + " to "
                + BEYOND + " on 127.0.0.1: end what listens there");
    }

    private static boolean isFree(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
