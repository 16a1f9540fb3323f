// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;

/// One key in a JWKS.
final class JwksJson {

    static final int MAX_KEYS = 100;
    private static final int MAX_CHAIN = 6;

    /// The OpenAPI of core spells the second; RFC 7517 has the first.
    private static final List<String> THUMBPRINT = List.of("x5t#S256", "x5t#s256");

    private static final List<String> PUBLIC_MEMBERS = List.of("kty", "n", "e", "crv", "x", "y");

    private JwksJson() {}

    static JsonObject key(List<X509Certificate> chain) {
        X509Certificate leaf = chain.getFirst();
        String thumbprint = CertificateThumbprint.of(leaf).base64url();
        JsonObject key = publicMembers(leaf).with("use", "sig");
        JsonObject named = JwsAlgorithm.usual(leaf.getPublicKey())
                .map(algorithm -> key.with("alg", algorithm.name()))
                .orElse(key);
        return named.with("kid", thumbprint)
                .with("x5t#S256", thumbprint)
                .with(
                        "x5c",
                        JsonArray.ofTexts(withoutRoot(chain).stream()
                                .map(CertificateBase64::write)
                                .toList()));
    }

    private static List<X509Certificate> withoutRoot(List<X509Certificate> chain) {
        X509Certificate last = chain.getLast();
        boolean root = chain.size() > 1 && last.getSubjectX500Principal().equals(last.getIssuerX500Principal());
        return root ? chain.subList(0, chain.size() - 1) : chain;
    }

    private static JsonObject publicMembers(X509Certificate leaf) {
        try {
            JsonObject members = JsonObject.EMPTY;
            var jwk = JWK.parse(leaf).toPublicJWK().toJSONObject();
            for (String name : PUBLIC_MEMBERS) {
                if (jwk.get(name) instanceof String text) {
                    members = members.with(name, text);
                }
            }
            return members;
        } catch (JOSEException | IllegalStateException | IllegalArgumentException unusable) {
            // A certificate can hold a point that is not on its curve; the library calls that broken, we call it
            // refused.
            return JsonObject.EMPTY;
        }
    }

    static Optional<List<X509Certificate>> chain(JsonObject key) {
        List<JsonValue> texts = key.array("x5c").orElse(List.of());
        if (texts.isEmpty() || texts.size() > MAX_CHAIN) {
            return Optional.empty();
        }
        List<X509Certificate> chain = new ArrayList<>();
        for (JsonValue text : texts) {
            Optional<X509Certificate> certificate =
                    text instanceof JsonText(String base64) ? CertificateBase64.read(base64) : Optional.empty();
            if (certificate.isEmpty()) {
                return Optional.empty();
            }
            chain.add(certificate.get());
        }
        return agrees(key, chain.getFirst()) ? Optional.of(chain) : Optional.empty();
    }

    /// Whether what else the key says of itself is what its certificate says.
    private static boolean agrees(JsonObject key, X509Certificate leaf) {
        JsonObject ours = publicMembers(leaf);
        Optional<CertificateThumbprint> own = Optional.of(CertificateThumbprint.of(leaf));
        boolean samePublicKey = PUBLIC_MEMBERS.stream()
                .allMatch(name -> key.get(name).isEmpty() || key.text(name).equals(ours.text(name)));
        boolean sameThumbprint = THUMBPRINT.stream()
                .flatMap(name -> key.text(name).stream())
                .allMatch(text -> CertificateThumbprint.read(text).equals(own));
        return !ours.members().isEmpty() && samePublicKey && sameThumbprint;
    }
}
