// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A version of an activity; never changed once it is there (LDV-R1, LDV-R3).
///
/// @param nummer from 1, one more each time
/// @param validFrom from this moment on, until the next version; whole milliseconds, as lines have them
public record Versie(int nummer, Instant validFrom, Inhoud inhoud) {

    /// @throws IllegalArgumentException when the number is below 1, or the moment finer than milliseconds
    public Versie {
        if (nummer < 1 || !validFrom.truncatedTo(ChronoUnit.MILLIS).equals(validFrom)) {
            throw new IllegalArgumentException("version: expected a number from 1 and a moment in whole milliseconds");
        }
    }
}
