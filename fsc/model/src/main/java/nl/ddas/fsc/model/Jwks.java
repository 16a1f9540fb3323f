// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;

/// The certificates by which a Peer signs contracts and tokens, as it publishes them (RFC 7517).
///
/// @param chains leaf first, root left out
public record Jwks(List<List<X509Certificate>> chains) {

    public Jwks {
        chains = chains.stream().map(List::copyOf).toList();
        if (chains.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("Jwks: expected at least one certificate for each key");
        }
    }

    /// The chain of the certificate with this thumbprint.
    public Optional<List<X509Certificate>> chain(CertificateThumbprint thumbprint) {
        return chains.stream()
                .filter(chain -> CertificateThumbprint.of(chain.getFirst()).equals(thumbprint))
                .findFirst();
    }

    /// The document, `{"keys": [...]}`.
    public JsonObject toJson() {
        return JsonObject.EMPTY.with(
                "keys",
                new JsonArray(chains.stream().<JsonValue>map(JwksJson::key).toList()));
    }

    /// Reads a document. Keys that we cannot use, or that contradict their certificate, are left out; at most
    /// 100 keys are looked at.
    public static Jwks read(JsonObject document) {
        return new Jwks(document.array("keys").orElse(List.of()).stream()
                .limit(JwksJson.MAX_KEYS)
                .flatMap(key -> key instanceof JsonObject object ? JwksJson.chain(object).stream() : Stream.empty())
                .toList());
    }
}
