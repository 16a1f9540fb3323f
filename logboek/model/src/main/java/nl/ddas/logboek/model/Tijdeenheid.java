// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.math.BigDecimal;
import java.util.Optional;

/// Recognises a moment of our time by its size. Nothing is repaired: a guess that is wrong would move a line by years.
enum Tijdeenheid {
    SECONDS(0, 11),
    MILLIS(11, 14),
    MICROS(14, 17),
    NANOS(17, 20);

    private final BigDecimal vanaf;
    private final BigDecimal tot;

    /// From 10 to the power of, up to. In nanoseconds 10^17 is March 1973.
    Tijdeenheid(int vanaf, int tot) {
        this.vanaf = BigDecimal.ONE.scaleByPowerOfTen(vanaf);
        this.tot = BigDecimal.ONE.scaleByPowerOfTen(tot);
    }

    /// The unit that a number seems to have, when that is not the wanted one; zero and less look like nothing.
    static Optional<Tijdeenheid> otherThan(Tijdeenheid wanted, BigDecimal number) {
        for (Tijdeenheid eenheid : values()) {
            boolean fits = number.compareTo(eenheid.vanaf) >= 0 && number.compareTo(eenheid.tot) < 0;
            if (fits) {
                return eenheid == wanted ? Optional.empty() : Optional.of(eenheid);
            }
        }
        return number.signum() <= 0 ? Optional.empty() : Optional.of(NANOS);
    }

    /// The same for a number of nanoseconds, fast.
    static Optional<Tijdeenheid> otherThanNanos(long number) {
        return number >= 100_000_000_000_000_000L ? Optional.empty() : otherThan(NANOS, BigDecimal.valueOf(number));
    }

    String hint(Tijdeenheid wanted) {
        return "looks like " + word() + ", expected " + wanted.word();
    }

    private String word() {
        return switch (this) {
            case SECONDS -> "seconds";
            case MILLIS -> "milliseconds";
            case MICROS -> "microseconds";
            case NANOS -> "nanoseconds";
        };
    }
}
