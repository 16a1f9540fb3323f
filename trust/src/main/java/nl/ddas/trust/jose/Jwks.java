// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust.jose;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.ddas.basis.CertificateText;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;
import nl.ddas.trust.Base64Url;
import nl.ddas.trust.PemFiles;
import org.bouncycastle.util.BigIntegers;

/// The keys that a party makes known (RFC 7517), each with its certificates: without those nobody can tell
/// whose they are.
///
/// @param keys in the order of the document
public record Jwks(List<Entry> keys) {

    private static final int MOST = 32;

    /// What a key is for.
    public enum Use {
        /// Signatures.
        SIG("PS256"),
        /// Encrypting to the party.
        ENC("RSA-OAEP-256");

        private final String alg;

        Use(String alg) {
            this.alg = alg;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param chain leaf first; not looked at yet
    public record Entry(Use use, List<X509Certificate> chain) {
        public Entry {
            chain = List.copyOf(chain);
        }
    }

    public Jwks {
        keys = List.copyOf(keys);
    }

    /// Reads a document; keys of another kind, and without certificates that can be read, are left out.
    ///
    /// @return empty when it is no such document
    public static Optional<Jwks> read(byte[] json) {
        if (!(JsonReading.of(json) instanceof JsonReading.Read(JsonObject document))) {
            return Optional.empty();
        }
        return document.array("keys")
                .filter(keys -> keys.size() <= MOST)
                .map(keys -> new Jwks(keys.stream()
                        .filter(JsonObject.class::isInstance)
                        .flatMap(key -> entry((JsonObject) key).stream())
                        .toList()));
    }

    private static Optional<Entry> entry(JsonObject key) {
        Optional<Use> use = key.text("use").flatMap(word -> switch (word) {
            case "sig" -> Optional.of(Use.SIG);
            case "enc" -> Optional.of(Use.ENC);
            default -> Optional.<Use>empty();
        });
        List<X509Certificate> chain = new ArrayList<>();
        for (JsonValue text : key.array("x5c").orElse(List.of())) {
            Optional<X509Certificate> certificate =
                    text instanceof JsonText(String base64) ? PemFiles.certificate(base64) : Optional.empty();
            if (certificate.isEmpty()) {
                return Optional.empty();
            }
            chain.add(certificate.get());
        }
        return use.filter(_ -> !chain.isEmpty()).map(known -> new Entry(known, chain));
    }

    /// The document in JSON.
    public byte[] write() {
        return JsonObject.EMPTY
                .with("keys", new JsonArray(keys.stream().map(Jwks::json).toList()))
                .toBytes();
    }

    private static JsonValue json(Entry entry) {
        X509Certificate leaf = entry.chain().getFirst();
        RSAPublicKey key = (RSAPublicKey) leaf.getPublicKey();
        String fingerprint = JweCrypto.fingerprint(leaf);
        return JsonObject.EMPTY
                .with("kty", "RSA")
                .with("use", entry.use().word())
                .with("alg", entry.use().alg)
                .with("kid", fingerprint)
                .with("n", unsigned(key.getModulus()))
                .with("e", unsigned(key.getPublicExponent()))
                .with(
                        "x5c",
                        JsonArray.ofTexts(entry.chain().stream()
                                .map(CertificateText::base64)
                                .toList()))
                .with("x5t#S256", fingerprint);
    }

    /// Base64urlUInt (RFC 7518, section 2): no byte for the sign.
    private static String unsigned(BigInteger number) {
        return Base64Url.encode(BigIntegers.asUnsignedByteArray(number));
    }
}
