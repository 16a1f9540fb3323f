// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.time.Duration;
import java.util.Optional;

/// An HTTP listener; requests are handled on virtual threads with blocking streams.
public final class HttpServer implements AutoCloseable {

    /// @param host address to listen on
    /// @param port 0 for any free port
    /// @param tls mutual TLS, empty for plain HTTP (loopback only)
    /// @param maxBodyBytes largest request body
    /// @param idle how long a connection may be silent
    public record Config(String host, int port, Optional<Tls> tls, long maxBodyBytes, Duration idle) {}

    /// Starts listening.
    ///
    /// @throws IllegalStateException when the port cannot be opened
    public static HttpServer start(Network network, Config config, Handler handler) {
        throw new UnsupportedOperationException();
    }

    /// The port that is really listened on.
    public int port() {
        throw new UnsupportedOperationException();
    }

    /// Stops taking requests, lets running ones end (at most 30 s), then stops.
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
