// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.CertificateThumbprint;

/// An Inway of ours, as it registered itself.
///
/// @param address `https` with host and port, as it stands in tokens
/// @param certificate of its listener
/// @param services by name, those that it can serve
/// @param seen when it last registered
public record RegisteredInway(
        String name, URI address, CertificateThumbprint certificate, Set<String> services, Instant seen)
        implements RegisteredGateway {

    private static final int MOST_SERVICES = 1000;

    /// @throws IllegalArgumentException when a name or the address has the wrong form
    public RegisteredInway {
        services = Set.copyOf(services);
        ServiceName.require("name", name);
        services.forEach(service -> ServiceName.require("services", service));
        if (services.size() > MOST_SERVICES) {
            throw new IllegalArgumentException("services: expected at most " + MOST_SERVICES);
        }
        if (!isAddress(address)) {
            throw new IllegalArgumentException("address: expected https, a host and a port, and nothing behind it");
        }
    }

    @Override
    public String kind() {
        return "Inway";
    }

    /// Not by its services, which change while it runs.
    @Override
    public String mark() {
        return address + " (" + certificate.base64url() + ")";
    }

    /// Whether the other says the same, whenever it said so.
    boolean sameAs(RegisteredInway other) {
        return new RegisteredInway(name, address, certificate, services, other.seen).equals(other);
    }

    /// Whether this can stand in tokens as the address of an Inway.
    static boolean isAddress(URI address) {
        return "https".equals(address.getScheme())
                && address.getHost() != null
                && address.getPort() > 0
                && address.getRawPath().isEmpty()
                && address.getRawQuery() == null;
    }

    /// Reads a registration; nothing when a member is missing or of the wrong form.
    static Optional<RegisteredInway> read(String name, JsonObject json, Instant seen) {
        if (!Json.isTexts(json, "services")) {
            return Optional.empty();
        }
        try {
            return json.text("certificateThumbprint")
                    .flatMap(CertificateThumbprint::read)
                    .flatMap(thumbprint -> json.text("address")
                            .map(address -> new RegisteredInway(
                                    name, URI.create(address), thumbprint, Json.texts(json, "services"), seen)));
        } catch (IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    /// A stored registration.
    static Optional<RegisteredInway> stored(String name, JsonObject json) {
        return read(name, json, Instant.ofEpochSecond(json.whole("seen").orElse(0L)));
    }

    JsonObject toJson() {
        return JsonObject.EMPTY
                .with("name", name)
                .with("address", address.toString())
                .with("certificateThumbprint", certificate.base64url())
                .with(
                        "services",
                        JsonArray.ofTexts(new TreeSet<>(services).stream().toList()))
                .with("seen", seen.getEpochSecond());
    }
}
