// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.InvalidParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Keys that are made quickly are keys like others.
final class QuickKeysTest {

    @Test
    void everyTestOfThisProcessGetsThem() throws Exception {
        assertEquals(
                QuickKeys.NAME,
                KeyPairGenerator.getInstance("RSA").getProvider().getName());
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 2048, 3072})
    void hasTheLengthAskedAndSigns(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", new QuickKeys());
        generator.initialize(bits);
        KeyPair pair = generator.generateKeyPair();

        assertEquals(bits, ((RSAPublicKey) pair.getPublic()).getModulus().bitLength());
        assertTrue(verifies(pair, pair));
    }

    @Test
    void noTwoAreTheSameAndNoneSignsForAnother() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", new QuickKeys());
        generator.initialize(new RSAKeyGenParameterSpec(1024, RSAKeyGenParameterSpec.F4));
        Set<BigInteger> moduli = new HashSet<>();
        KeyPair before = generator.generateKeyPair();
        for (int i = 0; i < 30; i++) {
            KeyPair next = generator.generateKeyPair();
            assertTrue(moduli.add(((RSAPublicKey) next.getPublic()).getModulus()));
            assertTrue(verifies(next, next));
            assertFalse(verifies(before, next));
            before = next;
        }
    }

    @Test
    void theExponentIsTheOneThatWasAsked() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", new QuickKeys());
        generator.initialize(new RSAKeyGenParameterSpec(1024, RSAKeyGenParameterSpec.F0));
        KeyPair pair = generator.generateKeyPair();

        assertEquals(RSAKeyGenParameterSpec.F0, ((RSAPublicKey) pair.getPublic()).getPublicExponent());
        assertTrue(verifies(pair, pair));
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 1025})
    void refusesOtherLengths(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", new QuickKeys());

        assertThrows(InvalidParameterException.class, () -> generator.initialize(bits));
    }

    @Test
    void leavesAnOddLengthToJava() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1025);
        KeyPair pair = generator.generateKeyPair();

        assertEquals(1025, ((RSAPublicKey) pair.getPublic()).getModulus().bitLength());
        assertEquals("SunRsaSign", generator.getProvider().getName());
    }

    @Test
    void everyPairOfPrimesIsGivenOnce() {
        PrimePool pool = new PrimePool(64, RSAKeyGenParameterSpec.F4, new Random(1));
        Set<BigInteger> products = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            PrimePool.Pair pair = pool.next();
            BigInteger product = pair.p().multiply(pair.q());
            assertEquals(128, product.bitLength());
            assertTrue(products.add(product));
        }
    }

    private static boolean verifies(KeyPair signer, KeyPair verifier) throws Exception {
        byte[] message = {1, 2, 3};
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(signer.getPrivate());
        signature.update(message);
        byte[] signed = signature.sign();
        signature.initVerify(verifier.getPublic());
        signature.update(message);
        return signature.verify(signed);
    }
}
