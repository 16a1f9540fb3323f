// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.net.URI;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;
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

    private static final int DEFAULT_AT_ONCE = 256;
    private static final int MOST_AT_ONCE = 100_000;

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
        if (atOnce < 1 || atOnce > MOST_AT_ONCE) {
            throw new IllegalArgumentException("atOnce: expected 1 to " + MOST_AT_ONCE);
        }
    }

    /// Reads a Service.
    ///
    /// @throws IllegalArgumentException naming the member that is missing or has the wrong form
    static OwnService read(String name, JsonObject json) {
        String protocol = json.text("protocol").orElse(Protocol.HTTP_1_1.wire());
        long atOnce = json.whole("atOnce").orElse((long) DEFAULT_AT_ONCE);
        return new OwnService(
                name,
                URI.create(json.text("endpoint")
                        .orElseThrow(() -> new IllegalArgumentException("endpoint: expected a text"))),
                Protocol.find(protocol)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "protocol: expected PROTOCOL_TCP_HTTP_1.1 or PROTOCOL_TCP_HTTP_2")),
                json.bool("mutual").orElse(false),
                Math.toIntExact(Math.clamp(atOnce, 0, MOST_AT_ONCE + 1L)),
                json.bool("enabled").orElse(true),
                json.object("properties"));
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
