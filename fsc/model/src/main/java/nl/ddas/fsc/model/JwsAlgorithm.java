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
    RS256(JWSAlgorithm.RS256, Optional.empty()),
    RS384(JWSAlgorithm.RS384, Optional.empty()),
    RS512(JWSAlgorithm.RS512, Optional.empty()),
    ES256(JWSAlgorithm.ES256, Optional.of(Curve.P_256)),
    ES384(JWSAlgorithm.ES384, Optional.of(Curve.P_384)),
    ES512(JWSAlgorithm.ES512, Optional.of(Curve.P_521));

    private static final int MIN_RSA = 2048;

    /// Above this, and with a large public exponent, checking one signature would cost seconds.
    private static final int MAX_RSA = 8192;

    private static final int MAX_EXPONENT = 64;

    private final JWSAlgorithm jose;
    private final Optional<Curve> curve;

    JwsAlgorithm(JWSAlgorithm jose, Optional<Curve> curve) {
        this.jose = jose;
        this.curve = curve;
    }

    JWSAlgorithm jose() {
        return jose;
    }

    Optional<Curve> curve() {
        return curve;
    }

    /// Whether a key is of the kind and size for it: RSA of 2048 to 8192 bits, or the one curve of the algorithm.
    public boolean fits(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa ->
                curve.isEmpty()
                        && rsa.getModulus().bitLength() >= MIN_RSA
                        && rsa.getModulus().bitLength() <= MAX_RSA
                        && rsa.getPublicExponent().bitLength() <= MAX_EXPONENT;
            case ECPublicKey ec ->
                curve.filter(c -> c.equals(Curve.forECParameterSpec(ec.getParams())))
                        .isPresent();
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
