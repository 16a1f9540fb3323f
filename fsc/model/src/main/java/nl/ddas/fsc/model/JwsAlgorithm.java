// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Optional;

/// The signature algorithms that FSC allows, for contracts and for tokens alike.
public enum JwsAlgorithm {
    RS256(""),
    RS384(""),
    RS512(""),
    ES256("P-256"),
    ES384("P-384"),
    ES512("P-521");

    private static final int MIN_RSA = 2048;

    /// Above this, and with a large public exponent, checking one signature would cost seconds.
    private static final int MAX_RSA = 8192;

    private static final int MAX_EXPONENT = 64;

    private final String curve;

    /// @param curve the one that its keys are on; empty for RSA
    JwsAlgorithm(String curve) {
        this.curve = curve;
    }

    JWSAlgorithm jose() {
        return JWSAlgorithm.parse(name());
    }

    Optional<Curve> curve() {
        return curve.isEmpty() ? Optional.empty() : Optional.of(Curve.parse(curve));
    }

    /// Whether a key is of the kind and size for it: RSA of 2048 to 8192 bits, or the one curve of the algorithm.
    public boolean fits(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa ->
                curve.isEmpty()
                        && rsa.getModulus().bitLength() >= MIN_RSA
                        && rsa.getModulus().bitLength() <= MAX_RSA
                        && rsa.getPublicExponent().bitLength() <= MAX_EXPONENT;
            case ECPublicKey ec -> curve().equals(Optional.ofNullable(Curve.forECParameterSpec(ec.getParams())));
            case PublicKey other -> false;
        };
    }

    /// The algorithm with this name.
    public static Optional<JwsAlgorithm> find(String name) {
        return Arrays.stream(values()).filter(a -> a.name().equals(name)).findFirst();
    }

    /// The usual algorithm for a key: RS256, or the one of its curve.
    public static Optional<JwsAlgorithm> usual(PublicKey key) {
        return Arrays.stream(values()).filter(a -> a.fits(key)).findFirst();
    }
}
