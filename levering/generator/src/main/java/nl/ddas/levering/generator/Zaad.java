// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// A seed from which further seeds are derived by number, so that any part of the world can be made on its own.
record Zaad(long waarde) {

    /// The seed of part `nummer` of what this seed stands for.
    Zaad met(long nummer) {
        return new Zaad(meng(waarde + 0x9E3779B97F4A7C15L * (meng(nummer) | 1)));
    }

    /// Fresh randomness that starts at this seed; cheap to make.
    RandomGenerator toeval() {
        return new SplittableRandom(waarde);
    }

    /// A number from 0 up to 1 that belongs to this seed.
    double deel() {
        return (meng(waarde) >>> 11) * 0x1.0p-53;
    }

    /// Spreads the bits of a number over all 64, and back to one: no two numbers give the same.
    static long meng(long getal) {
        long z = (getal ^ (getal >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
