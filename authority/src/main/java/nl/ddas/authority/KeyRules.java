// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.ddas.trust.Purpose;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/// Which keys are certified: RSA of 3.072 bits, or for connections P-256.
final class KeyRules {

    private static final int MIN_BITS = 3072;
    private static final int MAX_BITS = 8192;
    private static final BigInteger EXPONENT = BigInteger.valueOf(65537);
    private static final int MAX_EXPONENT_BITS = 64;
    private static final Set<String> WEAK = Set.of("MD2", "MD4", "MD5", "SHA1");

    private KeyRules() {}

    /// Why a key is not certified, Dutch; empty when it is.
    static Optional<String> objection(Purpose purpose, PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> objection(rsa);
            case ECPublicKey ec
            when purpose == Purpose.TLS ->
                isP256(ec) ? Optional.empty() : Optional.of("verwacht: een sleutel op de kromme P-256");
            case PublicKey _ ->
                Optional.of(
                        purpose == Purpose.TLS
                                ? "verwacht: een sleutel RSA van ten minste " + MIN_BITS + " bits, of P-256"
                                : "verwacht: een sleutel RSA van ten minste " + MIN_BITS + " bits");
        };
    }

    private static Optional<String> objection(RSAPublicKey key) {
        int bits = key.getModulus().bitLength();
        if (bits < MIN_BITS || bits > MAX_BITS) {
            return Optional.of(
                    "de sleutel heeft " + bits + " bits; verwacht: RSA van " + MIN_BITS + " tot " + MAX_BITS);
        }
        BigInteger exponent = key.getPublicExponent();
        return exponent.compareTo(EXPONENT) < 0 || exponent.bitLength() > MAX_EXPONENT_BITS || !exponent.testBit(0)
                ? Optional.of("de sleutel heeft een ongewone exponent; verwacht: 65537")
                : Optional.empty();
    }

    private static boolean isP256(ECPublicKey key) {
        try {
            AlgorithmParameters p256 = AlgorithmParameters.getInstance("EC");
            p256.init(new ECGenParameterSpec("secp256r1"));
            ECParameterSpec wanted = p256.getParameterSpec(ECParameterSpec.class);
            return key.getParams().getCurve().equals(wanted.getCurve())
                    && key.getParams().getGenerator().equals(wanted.getGenerator());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("every Java has P-256", broken);
        }
    }

    /// Why the signature under a request does not count, Dutch; empty when it does.
    static Optional<String> objection(PKCS10CertificationRequest request) {
        String name = new DefaultAlgorithmNameFinder()
                .getAlgorithmName(request.getSignatureAlgorithm())
                .toUpperCase(Locale.ROOT)
                .replace("-", "");
        return WEAK.stream().anyMatch(name::startsWith)
                ? Optional.of("de aanvraag is ondertekend met " + name + ", wat niet meer veilig is. Gebruik SHA-256")
                : Optional.empty();
    }
}
