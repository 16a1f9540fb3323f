// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import nl.ddas.levering.model.Bsn;

/// Invented burgerservicenummers: each person has one of its own, all pass the elfproef.
///
/// The first [#TESTPLEKKEN] slots of a world get numbers of the range 9999xxxxx, which RvIG uses for test
/// persons. There are some nine thousand of those; persons of further slots get numbers that may by chance
/// belong to somebody. The file says so (see [Merk]) and must never come on a real connection.
record Bsns(Zaad zaad) {

    /// Persons that a slot may have: 32 half-years times 2 clients.
    static final int PER_PLEK = 64;

    /// Slots whose persons fit in the test range.
    static final int TESTPLEKKEN = 140;

    private static final long GEWOON = (9_999_000L - 1_000_000L) * 9;

    /// Slots in a world at most: there are no more numbers.
    static final int HOOGSTENS = (int) (GEWOON / PER_PLEK);

    /// The number of one person.
    ///
    /// @param plek slot in the world, from 0
    /// @param nummer person within the slot, from 0 to [#PER_PLEK]
    Bsn van(long plek, int nummer) {
        if (plek < TESTPLEKKEN) {
            return bsn(9_999_000L * 9 + plek * PER_PLEK + nummer);
        }
        long rang = (plek - TESTPLEKKEN) * PER_PLEK + nummer;
        long begin = Math.floorMod(zaad.waarde(), GEWOON);
        return bsn(1_000_000L * 9 + (rang * 52_354_123L + begin) % GEWOON);
    }

    /// The `rang`-th number: seven digits, then the k-th pair of last digits that makes the elfproef come out.
    /// Every seven digits have at least nine such pairs.
    private static Bsn bsn(long rang) {
        long zeven = rang / 9;
        int k = (int) (rang % 9);
        int som = 0;
        long rest = zeven;
        for (int gewicht = 3; gewicht <= 9; gewicht++) {
            som += gewicht * (int) (rest % 10);
            rest /= 10;
        }
        int achtste = 0;
        while ((som + 2 * achtste) % 11 == 10 || k-- > 0) {
            achtste++;
        }
        String cijfers = Long.toString(zeven * 100 + achtste * 10L + (som + 2 * achtste) % 11);
        return new Bsn("000000000".substring(cijfers.length()) + cijfers);
    }
}
