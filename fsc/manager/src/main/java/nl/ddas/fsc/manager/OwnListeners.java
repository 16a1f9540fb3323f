// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Handler;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.TlsProfile;
import nl.ddas.basis.TlsReload;
import nl.ddas.fsc.model.StrictJson;

/// The ports that only our own organisation sees: for Inways and Outways, for operators, and for monitoring.
///
/// @param opened closes them
record OwnListeners(
        Optional<HttpServer> registration,
        Optional<HttpServer> management,
        Optional<HttpServer> monitoring,
        Opened opened)
        implements AutoCloseable {

    private static final Duration READ_KEYS = Duration.ofSeconds(30);
    private static final Duration SILENT = Duration.ofMinutes(2);
    private static final String HERE = "127.0.0.1";

    /// Internal key material, when the settings ask for a listener that needs it.
    ///
    /// @throws IllegalArgumentException when it is missing, or that of the Group
    static List<TlsReload> keys(ManagerConfig config, ManagerServer.Parts parts, TlsReload group) {
        ManagerConfig.Inside inside = config.inside();
        boolean wanted = inside.registration().isPresent()
                || inside.management().isPresent()
                || inside.pdps().anyMatch(Pdp::isHttps);
        if (wanted && parts.internal().isEmpty()) {
            throw new IllegalArgumentException(
                    "internal-port, management-port, auto-sign-pdp and token-pdp: expected internal certificates"
                            + " beside them");
        }
        List<TlsReload> keys = wanted
                ? parts.internal().stream()
                        .map(source -> new TlsReload(source, parts.clock(), READ_KEYS))
                        .toList()
                : List.of();
        keys.forEach(internal -> requireApart(internal, group));
        return keys;
    }

    /// Opens those that the settings ask for; all, or none.
    static OwnListeners open(ManagerConfig config, ManagerServer.Parts parts, Assembly assembly, List<TlsReload> keys) {
        ManagerConfig.Inside inside = config.inside();
        Opened opened = new Opened();
        Opener opener = new Opener(config, parts, keys, opened);
        try {
            return new OwnListeners(
                    inside.registration()
                            .map(port -> opener.open(port, new Described("internal-api.json", assembly.internal()))),
                    inside.management()
                            .map(port ->
                                    opener.open(port, new Described("management-api.json", assembly.management()))),
                    inside.monitoring().map(port -> opener.here(port, assembly.monitoring())),
                    opened);
        } catch (RuntimeException failed) {
            opened.close();
            throw failed;
        }
    }

    /// Who has a certificate of the Group is no part of our organisation.
    private static void requireApart(TlsReload internal, TlsReload group) {
        if (internal.now().anchors().stream().anyMatch(group.now().anchors()::contains)) {
            throw new IllegalArgumentException(
                    "internal certificates: expected an anchor of our own, got one that the group trusts too");
        }
    }

    /// Opens listeners.
    private record Opener(ManagerConfig config, ManagerServer.Parts parts, List<TlsReload> keys, Opened opened) {

        /// On internal mutual TLS of version 1.3: no other organisation comes here.
        HttpServer open(int port, Handler handler) {
            TlsReload reload = keys.getFirst();
            HttpServer server = HttpServer.start(parts.network(), versioned(port, reload), TlsProfile.GOED, handler);
            opened.add(server::close);
            reload.attach(server);
            return server;
        }

        /// With the version on every answer, also one that the handler never saw.
        private HttpServer.Config versioned(int port, TlsReload reload) {
            HttpServer.Config plain =
                    new HttpServer.Config(config.host(), port, Optional.of(reload.now()), StrictJson.MAX_BYTES, SILENT);
            return new HttpServer.Config(
                    plain.host(),
                    plain.port(),
                    plain.tls(),
                    plain.maxBodyBytes(),
                    plain.idle(),
                    plain.always().with("API-Version", Replies.VERSION));
        }

        /// In plain HTTP, for this machine only.
        HttpServer here(int port, Handler handler) {
            HttpServer server = HttpServer.start(
                    parts.network(), new HttpServer.Config(HERE, port, Optional.empty(), 0, SILENT), handler);
            opened.add(server::close);
            return server;
        }
    }

    @Override
    public void close() {
        opened.close();
    }
}
