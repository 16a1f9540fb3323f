// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.OutwayIdentification;

/// An Outway of ours, as it registered itself.
///
/// @param publicKey SHA-256 of its SubjectPublicKeyInfo, 64 lower-case hexadecimal digits, as it stands in grants
/// @param domains names in its certificate
/// @param seen when it last registered
public record RegisteredOutway(
        String name, String publicKey, CertificateThumbprint certificate, Set<String> domains, Instant seen) {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

    /// @throws IllegalArgumentException when the name or the thumbprint has the wrong form
    public RegisteredOutway {
        domains = Set.copyOf(domains);
        ServiceName.require("name", name);
        if (!KEY.matcher(publicKey).matches()) {
            throw new IllegalArgumentException("publicKeyThumbprint: expected 64 lower-case hexadecimal digits");
        }
    }

    /// Whether the other says the same, whenever it said so.
    boolean sameAs(RegisteredOutway other) {
        return new RegisteredOutway(name, publicKey, certificate, domains, other.seen).equals(other);
    }

    /// Whether a Grant is for this Outway.
    boolean is(OutwayIdentification identification) {
        return switch (identification) {
            case OutwayIdentification.PublicKeyThumbprint(String hex) -> hex.equals(publicKey);
            case OutwayIdentification.DomainName(String domain) ->
                domains.stream().anyMatch(domain::equalsIgnoreCase);
        };
    }

    /// Reads a registration; nothing when a member is missing or of the wrong form.
    static Optional<RegisteredOutway> read(String name, JsonObject json, Instant seen) {
        if (json.get("domainNames").isPresent() && !Json.isTexts(json, "domainNames")) {
            return Optional.empty();
        }
        try {
            return json.text("certificateThumbprint")
                    .flatMap(CertificateThumbprint::read)
                    .flatMap(thumbprint -> json.text("publicKeyThumbprint")
                            .map(key -> new RegisteredOutway(
                                    name, key, thumbprint, Json.texts(json, "domainNames"), seen)));
        } catch (IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    /// A stored registration.
    static Optional<RegisteredOutway> stored(String name, JsonObject json) {
        return read(name, json, Instant.ofEpochSecond(json.whole("seen").orElse(0L)));
    }

    JsonObject toJson() {
        return JsonObject.EMPTY
                .with("name", name)
                .with("publicKeyThumbprint", publicKey)
                .with("certificateThumbprint", certificate.base64url())
                .with(
                        "domainNames",
                        JsonArray.ofTexts(new TreeSet<>(domains).stream().toList()))
                .with("seen", seen.getEpochSecond());
    }
}
