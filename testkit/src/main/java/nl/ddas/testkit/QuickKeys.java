// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.testkit;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidParameterException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGeneratorSpi;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Makes the RSA keys of tests quickly: looking for primes was seven tenths of what the tests of `trust` cost.
/// Every key is a real one, of the length that was asked, and no two are the same; only their primes come back
/// ([PrimePool]).
final class QuickKeys extends Provider {

    /// As `Security` knows this provider.
    static final String NAME = "DDAS-QuickKeys";

    private record Size(int bits, BigInteger exponent) {}

    private record Asked(Size size, SecureRandom chance) {}

    private static final long serialVersionUID = 1;

    private final transient Map<Size, PrimePool> pools = new ConcurrentHashMap<>();

    QuickKeys() {
        super(NAME, "1", "RSA keys for tests, from primes that are used more than once");
        putService(new Service(this, "KeyPairGenerator", "RSA", Generator.class.getName(), List.of(), Map.of()) {
            @Override
            public Object newInstance(Object parameter) {
                return new Generator();
            }
        });
    }

    private final class Generator extends KeyPairGeneratorSpi {

        private Optional<Asked> asked = Optional.empty();

        @Override
        public void initialize(int bits, SecureRandom chance) {
            if (bits < 512 || bits % 2 == 1) {
                throw new InvalidParameterException("expected an even number of bits, 512 or more, got " + bits);
            }
            asked = Optional.of(new Asked(new Size(bits, RSAKeyGenParameterSpec.F4), chance));
        }

        @Override
        public void initialize(AlgorithmParameterSpec wanted, SecureRandom chance)
                throws InvalidAlgorithmParameterException {
            if (!(wanted instanceof RSAKeyGenParameterSpec rsa)) {
                throw new InvalidAlgorithmParameterException("expected a length and an exponent, got " + wanted);
            }
            initialize(rsa.getKeysize(), chance);
            asked = Optional.of(new Asked(new Size(rsa.getKeysize(), rsa.getPublicExponent()), chance));
        }

        @Override
        public KeyPair generateKeyPair() {
            Asked now =
                    asked.orElseThrow(() -> new IllegalStateException("expected initialize before generateKeyPair"));
            // All primes of a size come from the chance of who asked for that size first.
            PrimePool pool = pools.computeIfAbsent(
                    now.size(), size -> new PrimePool(size.bits() / 2, size.exponent(), now.chance()));
            try {
                return keyPair(now.size().exponent(), pool.next());
            } catch (GeneralSecurityException broken) {
                throw new IllegalStateException("every Java reads an RSA key", broken);
            }
        }
    }

    private static KeyPair keyPair(BigInteger exponent, PrimePool.Pair primes) throws GeneralSecurityException {
        BigInteger p = primes.p();
        BigInteger q = primes.q();
        BigInteger pLess = p.subtract(BigInteger.ONE);
        BigInteger qLess = q.subtract(BigInteger.ONE);
        BigInteger modulus = p.multiply(q);
        BigInteger secret = exponent.modInverse(pLess.multiply(qLess));
        KeyFactory keys = KeyFactory.getInstance("RSA");
        return new KeyPair(
                keys.generatePublic(new RSAPublicKeySpec(modulus, exponent)),
                keys.generatePrivate(new RSAPrivateCrtKeySpec(
                        modulus, exponent, secret, p, q, secret.mod(pLess), secret.mod(qLess), q.modInverse(p))));
    }
}
