// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.math.BigDecimal;
import java.util.Optional;

/// Judges numbers by their text, so that `1e999999` never becomes a million digits.
final class Getallen {

    /// Numbers up to this many characters fit a long.
    static final int KORT = 18;

    private static final int LANGST = 1_000;
    private static final int GROOTSTE_EXPONENT = 999;

    private Getallen() {}

    /// Whether we refuse to count with this number: more than 1,000 characters, or an exponent beyond 999.
    static boolean isAbsurd(String getal) {
        if (getal.length() > LANGST) {
            return true;
        }
        int e = Math.max(getal.indexOf('e'), getal.indexOf('E'));
        if (e < 0) {
            return false;
        }
        int exponent = 0;
        for (int i = e + 1; i < getal.length(); i++) {
            char teken = getal.charAt(i);
            if (teken >= '0' && teken <= '9') {
                exponent = Math.min(GROOTSTE_EXPONENT + 1, exponent * 10 + (teken - '0'));
            }
        }
        return exponent > GROOTSTE_EXPONENT;
    }

    /// Whether this is an `integer` of JSON Schema 2020-12: a number without fraction, also `1.0` and `1e2`.
    static boolean isGeheel(String getal) {
        return !isAbsurd(getal) && new BigDecimal(getal).stripTrailingZeros().scale() <= 0;
    }

    static boolean isKleiner(String getal, long grens) {
        return new BigDecimal(getal).compareTo(BigDecimal.valueOf(grens)) < 0;
    }

    /// The whole number as a long, empty when it does not fit; the text must be a whole number.
    static Optional<Long> lang(String getal) {
        BigDecimal waarde = new BigDecimal(getal);
        boolean past = waarde.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) >= 0
                && waarde.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        return past ? Optional.of(waarde.longValueExact()) : Optional.empty();
    }
}
