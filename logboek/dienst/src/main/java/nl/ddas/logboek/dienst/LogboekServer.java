// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Network;

/// The log on the network. TLS with a client certificate, unless it listens on the own machine only and TLS was
/// left out on purpose.
public final class LogboekServer implements AutoCloseable {

    private final HttpServer server;
    private final Logregels regels;

    private LogboekServer(HttpServer server, Logregels regels) {
        this.server = server;
        this.regels = regels;
    }

    /// Starts listening.
    ///
    /// @param config its largest body is that of the compressed bytes
    /// @param regels closed with this one, after the last request
    /// @throws IllegalArgumentException when TLS is left out on an address that others can reach
    public static LogboekServer start(Network network, HttpServer.Config config, OtlpHttp otlp, Logregels regels) {
        return new LogboekServer(HttpServer.start(network, config, otlp), regels);
    }

    /// The real port.
    public int port() {
        return server.port();
    }

    /// Finishes what is going on, then stops.
    @Override
    public void close() {
        server.close();
        regels.close();
    }
}
