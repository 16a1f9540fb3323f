// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Calls HTTP servers with blocking streams; keeps connections for reuse. Safe for many threads.
public final class HttpClient implements AutoCloseable {

    /// @param tls mutual TLS, empty for plain HTTP
    /// @param connect longest time to set up a connection
    /// @param idle longest silence while waiting for or reading an answer
    public record Config(Optional<Tls> tls, Duration connect, Duration idle) {}

    /// One call; the body is sent with its exact length.
    public record Call(String method, URI uri, Headers headers, byte[] body) {}

    /// An answer; close it, whether read to the end or not.
    public record Answer(int status, Headers headers, InputStream body) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    public static HttpClient open(Network network, Config config) {
        throw new UnsupportedOperationException();
    }

    /// Sends and waits for status and headers.
    ///
    /// @throws IOException when connecting, sending or waiting fails or takes too long; reading the body throws it
    /// too
    public Answer send(Call call) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
