// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.OutwayIdentification;

/// An Outway of ours, as it registered itself.
///
/// @param publicKey SHA-256 of its SubjectPublicKeyInfo, 64 lower-case hexadecimal digits, as it stands in grants
/// @param domains names in its certificate
/// @param earlier public keys that it had before, the latest last; contracts may still name them
/// @param seen when it last registered
public record RegisteredOutway(
        String name,
        String publicKey,
        CertificateThumbprint certificate,
        Set<String> domains,
        List<String> earlier,
        Instant seen)
        implements RegisteredGateway {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

    /// Earlier keys that are remembered: contracts with those before have ended long ago.
    private static final int MOST = 20;

    /// One that had no other key.
    public RegisteredOutway(
            String name, String publicKey, CertificateThumbprint certificate, Set<String> domains, Instant seen) {
        this(name, publicKey, certificate, domains, List.of(), seen);
    }

    /// @throws IllegalArgumentException when the name or the thumbprint has the wrong form
    public RegisteredOutway {
        domains = Set.copyOf(domains);
        earlier = List.copyOf(earlier);
        ServiceName.require("name", name);
        if (!isKey(publicKey)) {
            throw new IllegalArgumentException("publicKeyThumbprint: expected 64 lower-case hexadecimal digits");
        }
    }

    @Override
    public String kind() {
        return "Outway";
    }

    @Override
    public String mark() {
        return publicKey + " (" + certificate.base64url() + ")";
    }

    /// Whether this can be the thumbprint of a public key, as it stands in grants.
    static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    /// Whether the other says the same, whenever it said so.
    boolean sameAs(RegisteredOutway other) {
        return new RegisteredOutway(name, publicKey, certificate, domains, other.earlier, other.seen).equals(other);
    }

    /// As it registers now, with the keys that it had when it registered before.
    RegisteredOutway after(RegisteredOutway before) {
        Set<String> keys = new LinkedHashSet<>(before.earlier);
        keys.remove(before.publicKey);
        keys.add(before.publicKey);
        keys.remove(publicKey);
        List<String> all = List.copyOf(keys);
        return new RegisteredOutway(
                name, publicKey, certificate, domains, all.subList(Math.max(0, all.size() - MOST), all.size()), seen);
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
        return read(name, json, Instant.ofEpochSecond(json.whole("seen").orElse(0L)))
                .map(o -> new RegisteredOutway(o.name, o.publicKey, o.certificate, o.domains, earlier(json), o.seen));
    }

    private static List<String> earlier(JsonObject json) {
        return json.array("earlierKeyThumbprints").orElse(List.of()).stream()
                .flatMap(item -> item instanceof JsonText(String key) ? Stream.of(key) : Stream.empty())
                .toList();
    }

    JsonObject toJson() {
        return JsonObject.EMPTY
                .with("name", name)
                .with("publicKeyThumbprint", publicKey)
                .with("certificateThumbprint", certificate.base64url())
                .with(
                        "domainNames",
                        JsonArray.ofTexts(new TreeSet<>(domains).stream().toList()))
                .with("earlierKeyThumbprints", JsonArray.ofTexts(earlier))
                .with("seen", seen.getEpochSecond());
    }
}
