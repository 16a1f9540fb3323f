// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.trust.Identity;

/// A signature in compact form (RFC 7515, 7.1), read strictly: one spelling for one value, header and payload are
/// I-JSON objects. Nothing in the header is trusted but the algorithm and the thumbprint.
///
/// @param signingInput the characters that are signed
/// @param algorithm `alg` as it stands there
/// @param thumbprint `x5t#S256`
record Jws(
        String signingInput, String algorithm, CertificateThumbprint thumbprint, JsonObject payload, byte[] signature) {

    /// Larger than any token with `properties` that travels in a header.
    static final int MAX_LENGTH = 64 * 1024;

    private static final String X5T = "x5t#S256";

    /// Reads a compact form.
    ///
    /// @return nothing when a part is missing or misspelled, the header lacks `alg` or `x5t#S256`, or wants
    ///     an extension
    static Optional<Jws> read(String compact) {
        int first = compact.indexOf('.');
        int second = compact.indexOf('.', first + 1);
        if (compact.length() > MAX_LENGTH || first < 0 || second < 0 || compact.indexOf('.', second + 1) >= 0) {
            return Optional.empty();
        }
        Optional<JsonObject> header = object(compact.substring(0, first));
        Optional<JsonObject> payload = object(compact.substring(first + 1, second));
        Optional<byte[]> signature = decode(compact.substring(second + 1));
        Optional<String> algorithm = header.flatMap(h -> h.text("alg"));
        Optional<CertificateThumbprint> thumbprint =
                header.flatMap(h -> h.text(X5T)).flatMap(CertificateThumbprint::read);
        boolean extended = header.filter(
                        h -> h.get("crit").isPresent() || h.get("b64").isPresent())
                .isPresent();
        if (payload.isEmpty() || signature.isEmpty() || algorithm.isEmpty() || thumbprint.isEmpty() || extended) {
            return Optional.empty();
        }
        return Optional.of(new Jws(
                compact.substring(0, second), algorithm.get(), thumbprint.get(), payload.get(), signature.get()));
    }

    /// Makes one.
    ///
    /// @param type `typ`; empty for none
    /// @throws IllegalArgumentException when the key fits none of the algorithms
    static String make(Identity signer, String type, JsonObject payload) {
        JwsAlgorithm algorithm = JwsAlgorithm.usual(signer.leaf().getPublicKey())
                .orElseThrow(() -> new IllegalArgumentException(
                        "Identity: expected an RSA key of 2048 to 8192 bits or an EC key on P-256, P-384 or P-521"));
        return make(signer, algorithm, type, payload);
    }

    static String make(Identity signer, JwsAlgorithm algorithm, String type, JsonObject payload) {
        JsonObject start = JsonObject.EMPTY.with("alg", algorithm.name());
        JsonObject header = (type.isEmpty() ? start : start.with("typ", type))
                .with(X5T, CertificateThumbprint.of(signer.leaf()).base64url());
        String input = Digests.url(header.toBytes()) + "." + Digests.url(payload.toBytes());
        try {
            Base64URL signature = signer(signer, algorithm)
                    .sign(new JWSHeader(algorithm.jose()), input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + signature;
        } catch (JOSEException broken) {
            throw new IllegalStateException("the key cannot sign", broken);
        }
    }

    /// Whether the signature is that of a key, which must fit the algorithm.
    boolean verifies(PublicKey key) {
        Optional<JwsAlgorithm> named = JwsAlgorithm.find(algorithm).filter(a -> a.fits(key));
        if (named.isEmpty()) {
            return false;
        }
        try {
            return verifier(key)
                    .verify(
                            new JWSHeader(named.get().jose()),
                            signingInput.getBytes(StandardCharsets.US_ASCII),
                            Base64URL.encode(signature));
        } catch (JOSEException notThisKey) {
            return false;
        }
    }

    private static JWSVerifier verifier(PublicKey key) throws JOSEException {
        return switch (key) {
            case RSAPublicKey rsa -> new RSASSAVerifier(rsa);
            case ECPublicKey ec -> new ECDSAVerifier(ec);
            case PublicKey other -> throw new JOSEException("no key of FSC");
        };
    }

    private static JWSSigner signer(Identity signer, JwsAlgorithm algorithm) throws JOSEException {
        return algorithm.curve().isPresent()
                ? new ECDSASigner(signer.key(), algorithm.curve().get())
                : RsaSigners.of(signer.key());
    }

    private static Optional<JsonObject> object(String part) {
        return decode(part)
                .flatMap(bytes -> StrictJson.read(bytes) instanceof StrictJson.Read(JsonObject object)
                        ? Optional.of(object)
                        : Optional.empty());
    }

    /// Base64url without padding and with no stray bits: else two texts would be one signature.
    static Optional<byte[]> decode(String part) {
        byte[] ascii = part.getBytes(StandardCharsets.UTF_8);
        try {
            byte[] decoded = Base64.getUrlDecoder().decode(ascii);
            byte[] again = Base64.getUrlEncoder().withoutPadding().encode(decoded);
            return Arrays.equals(ascii, again) ? Optional.of(decoded) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
