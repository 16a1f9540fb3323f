// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.AtOnce;
import nl.ddas.fsc.model.Protocol;

/// A Service that we offer, as our operators describe it. An Inway may take its settings from here.
///
/// @param endpoint where it is, for the Inway
/// @param mutual whether it wants to see a certificate: then the Inway shows its own of the Group
/// @param atOnce how many requests it may have at once
/// @param enabled whether tokens for it are given out
/// @param properties that a publication of it has
public record OwnService(
        String name,
        URI endpoint,
        Protocol protocol,
        boolean mutual,
        int atOnce,
        boolean enabled,
        Optional<JsonObject> properties) {

    /// `name` and `inway` stand in answers: who sends one back changed must not be refused for them.
    private static final Set<String> MEMBERS =
            Set.of("name", "endpoint", "protocol", "mutual", "atOnce", "enabled", "properties", "inway");

    /// @throws IllegalArgumentException naming the member that has the wrong form
    public OwnService {
        ServiceName.require("name", name);
        boolean web = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
        if (!web || endpoint.getHost() == null || endpoint.getRawQuery() != null || endpoint.getUserInfo() != null) {
            throw new IllegalArgumentException("endpoint: expected an http or https address without query");
        }
        if (mutual && !"https".equals(endpoint.getScheme())) {
            throw new IllegalArgumentException("mutual: expected an https endpoint");
        }
        AtOnce.require("atOnce", atOnce);
    }

    /// Reads a Service.
    ///
    /// @throws IllegalArgumentException naming the member that is missing, unknown or of the wrong form
    static OwnService read(String name, JsonObject json) {
        json.members().keySet().stream()
                .filter(member -> !MEMBERS.contains(member))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException("expected only " + String.join(", ", new TreeSet<>(MEMBERS)));
                });
        String protocol = member(json, "protocol", json::text).orElse(Protocol.HTTP_1_1.wire());
        long atOnce = member(json, "atOnce", json::whole).orElse((long) AtOnce.DEFAULT);
        return new OwnService(
                name,
                URI.create(json.text("endpoint")
                        .orElseThrow(() -> new IllegalArgumentException("endpoint: expected a text"))),
                Protocol.find(protocol)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "protocol: expected PROTOCOL_TCP_HTTP_1.1 or PROTOCOL_TCP_HTTP_2")),
                member(json, "mutual", json::bool).orElse(false),
                Math.toIntExact(Math.clamp(atOnce, 0, AtOnce.MOST + 1L)),
                member(json, "enabled", json::bool).orElse(true),
                member(json, "properties", json::object));
    }

    /// What was read of a member; nothing only when it is not there.
    private static <T> Optional<T> member(JsonObject json, String name, Function<String, Optional<T>> reader) {
        Optional<T> read = reader.apply(name);
        if (read.isEmpty() && json.get(name).isPresent()) {
            throw new IllegalArgumentException(name + ": the value is of another kind than expected");
        }
        return read;
    }

    JsonObject toJson() {
        JsonObject json = JsonObject.EMPTY
                .with("name", name)
                .with("endpoint", endpoint.toString())
                .with("protocol", protocol.wire())
                .with("mutual", mutual)
                .with("atOnce", atOnce)
                .with("enabled", enabled);
        return properties.map(p -> json.with("properties", p)).orElse(json);
    }
}
