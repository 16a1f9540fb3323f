// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ddas.basis.Handler;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.TlsReload;
import nl.ddas.fsc.model.StrictJson;

/// The ports that only our own organisation sees: for Inways and Outways, for operators, and for monitoring.
///
/// @param keys internal key material, when there is any
record OwnListeners(
        Optional<HttpServer> registration,
        Optional<HttpServer> management,
        Optional<HttpServer> monitoring,
        List<TlsReload> keys)
        implements AutoCloseable {

    private static final Duration READ_KEYS = Duration.ofSeconds(30);
    private static final Duration SILENT = Duration.ofMinutes(2);
    private static final String HERE = "127.0.0.1";

    /// Opens those that the settings ask for.
    static OwnListeners open(
            ManagerConfig config, ManagerServer.Parts parts, Assembly assembly, ManagerServer.Outside outside) {
        ManagerConfig.Inside inside = config.inside();
        boolean wanted =
                inside.registration().isPresent() || inside.management().isPresent();
        if (wanted && parts.internal().isEmpty()) {
            throw new IllegalArgumentException(
                    "internal-port and management-port: expected internal certificates beside them");
        }
        List<TlsReload> keys = wanted
                ? parts.internal().stream()
                        .map(source -> new TlsReload(source, parts.clock(), READ_KEYS))
                        .toList()
                : List.of();
        keys.forEach(internal -> requireApart(internal, outside.keys()));
        Opener opener = new Opener(config, parts, keys);
        return new OwnListeners(
                inside.registration().map(port -> opener.open(port, assembly.internal())),
                inside.management().map(port -> opener.open(port, assembly.management())),
                inside.monitoring().map(port -> monitoring(parts, port, assembly.monitoring(keys))),
                keys);
    }

    /// Who has a certificate of the Group is no part of our organisation.
    private static void requireApart(TlsReload internal, TlsReload group) {
        if (internal.now().anchors().stream().anyMatch(group.now().anchors()::contains)) {
            throw new IllegalArgumentException(
                    "internal certificates: expected an anchor of our own, got one that the group trusts too");
        }
    }

    private static HttpServer monitoring(ManagerServer.Parts parts, int port, Handler handler) {
        return HttpServer.start(
                parts.network(), new HttpServer.Config(HERE, port, Optional.empty(), 0, SILENT), handler);
    }

    /// Opens listeners on internal mutual TLS.
    private record Opener(ManagerConfig config, ManagerServer.Parts parts, List<TlsReload> keys) {

        HttpServer open(int port, Handler handler) {
            TlsReload reload = keys.getFirst();
            HttpServer server = HttpServer.start(
                    parts.network(),
                    new HttpServer.Config(config.host(), port, Optional.of(reload.now()), StrictJson.MAX_BYTES, SILENT),
                    handler);
            reload.attach(server);
            return server;
        }
    }

    @Override
    public void close() {
        Stream.of(registration, management, monitoring)
                .flatMap(Optional::stream)
                .forEach(HttpServer::close);
    }
}
