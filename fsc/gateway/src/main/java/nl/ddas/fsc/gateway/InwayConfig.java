// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.Settings;
import nl.ddas.fsc.model.AtOnce;
import nl.ddas.fsc.model.Protocol;

/// Settings of an Inway.
///
/// @param host address to listen on
/// @param port 443 or 8443 where other Peers come; 0 for any, in tests
/// @param self address by which Outways reach it, as it stands in tokens
/// @param services by name; empty for those that the Manager knows
/// @param anchors PEM file with roots for services on https that have no file of their own, also those that the
///     Manager knows; empty for those of the system
/// @param connect how long connecting to a service may take
/// @param idle how long the service may be silent; who stands before the Inway may be so more than
///     twice as long, so that he hears that the service hangs
/// @param logWait how long a log record may take before the request is refused
public record InwayConfig(
        String host,
        int port,
        URI self,
        Map<String, Service> services,
        Optional<Path> anchors,
        Duration connect,
        Duration idle,
        Duration logWait) {

    /// A service behind the Inway.
    ///
    /// @param endpoint where it is; a path is put before that of the request
    /// @param protocol what it speaks
    /// @param anchors PEM file with roots for an https endpoint; empty for those of the Inway
    /// @param mutual whether it wants to see a certificate: then the Inway shows its own, and trusts the
    ///     anchors of the Group instead
    /// @param atOnce how many requests it may have at once, of one Peer three quarters of that; more are
    ///     told to come back. So it bounds the memory: of body and answer each, sixteen pieces of 64 KiB may
    ///     wait here, and two be on their way out
    public record Service(
            String name, URI endpoint, Protocol protocol, Optional<Path> anchors, boolean mutual, int atOnce) {

        /// One that does not look at certificates.
        public Service(String name, URI endpoint, Protocol protocol, Optional<Path> anchors, int atOnce) {
            this(name, endpoint, protocol, anchors, false, atOnce);
        }

        /// @throws IllegalArgumentException when the endpoint is no http or https address, or nothing may pass
        public Service {
            boolean web = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
            if (!web || endpoint.getHost() == null || endpoint.getRawQuery() != null) {
                throw new IllegalArgumentException(
                        "endpoint: expected an http or https address without query, got " + endpoint);
            }
            if (mutual && (anchors.isPresent() || "http".equals(endpoint.getScheme()))) {
                throw new IllegalArgumentException("mutual: expected an https endpoint without anchors");
            }
            AtOnce.require("at-once", atOnce);
        }

        /// What the target is asked for: its own path, directly followed by that of the request, untouched.
        String uri(String requested) {
            String base = endpoint.getRawPath();
            return base.endsWith("/") ? base.substring(0, base.length() - 1) + requested : base + requested;
        }
    }

    /// With services that are trusted by the roots of the system, or by their own.
    public InwayConfig(
            String host,
            int port,
            URI self,
            Map<String, Service> services,
            Duration connect,
            Duration idle,
            Duration logWait) {
        this(host, port, self, services, Optional.empty(), connect, idle, logWait);
    }

    /// @throws IllegalArgumentException when the address that Outways call is no https address with a port
    public InwayConfig {
        services = Map.copyOf(services);
        if (!"https".equals(self.getScheme()) || self.getHost() == null || self.getPort() < 0) {
            throw new IllegalArgumentException("self: expected an https address with its port, got " + self);
        }
    }

    /// Reads the settings; the caller rejects unknown keys.
    ///
    /// @throws nl.ddas.basis.SettingsFault when a key is missing or wrong
    /// @throws IllegalArgumentException when the settings of a service do not go together
    public static InwayConfig read(Settings settings) {
        Map<String, Service> services = new LinkedHashMap<>();
        for (Settings service : settings.list("services")) {
            String name = service.required("name");
            services.put(
                    name,
                    new Service(
                            name,
                            Readings.required(
                                    service, "endpoint", "een http- of https-adres zonder vraagteken", Readings::web),
                            service.flag("http2", false) ? Protocol.HTTP_2 : Protocol.HTTP_1_1,
                            service.optional("anchors").map(Path::of),
                            service.flag("mutual", false),
                            service.integer("at-once", AtOnce.DEFAULT)));
        }
        return new InwayConfig(
                settings.optional("host").orElse("127.0.0.1"),
                settings.integer("port", 8443),
                Readings.required(
                        settings,
                        "self",
                        "een https-adres met poort, zoals https://inway.voorbeeld.nl:8443",
                        text -> Readings.https(text).filter(address -> address.getPort() >= 0)),
                services,
                settings.optional("anchors").map(Path::of),
                Readings.positive(settings, "connect", Duration.ofSeconds(10)),
                Readings.positive(settings, "idle", Duration.ofMinutes(2)),
                Readings.positive(settings, "log-wait", Duration.ofSeconds(5)));
    }

    /// A commented example of the settings file.
    public static String example() {
        return Bundled.text(InwayConfig.class, "inway.yaml");
    }
}
