// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.testkit;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;

/// Primes for the RSA keys of tests: each pair is given once and each prime is in many pairs, so that a
/// thousand keys cost 46 primes, not 2,000. Who has two keys with a prime in common can compute both: never for
/// a key that counts.
final class PrimePool {

    /// Two different primes.
    record Pair(BigInteger p, BigInteger q) {}

    private final int bits;
    private final BigInteger exponent;
    private final Random random;
    private final List<BigInteger> primes = new ArrayList<>();
    private final Queue<Pair> pairs = new ArrayDeque<>();

    /// @param bits of each prime
    /// @param exponent the public one: no divisor of a prime less one
    PrimePool(int bits, BigInteger exponent, Random random) {
        this.bits = bits;
        this.exponent = exponent;
        this.random = random;
    }

    /// Two primes that were not given together before, whose product has exactly twice their length.
    synchronized Pair next() {
        while (pairs.isEmpty()) {
            BigInteger prime = newPrime();
            primes.forEach(earlier -> pairs.add(new Pair(prime, earlier)));
            primes.add(prime);
        }
        return pairs.remove();
    }

    private BigInteger newPrime() {
        BigInteger prime;
        do {
            // Two highest bits set, so that no product falls short of a bit.
            prime = new BigInteger(bits, random)
                    .setBit(bits - 1)
                    .setBit(bits - 2)
                    .nextProbablePrime();
        } while (prime.bitLength() != bits || primes.contains(prime) || dividesLess(prime));
        return prime;
    }

    private boolean dividesLess(BigInteger prime) {
        return prime.subtract(BigInteger.ONE).mod(exponent).signum() == 0;
    }
}
