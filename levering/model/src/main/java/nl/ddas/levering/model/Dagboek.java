// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gives the same object for the same day as long as it remembers: a delivery names few days, each very often.
final class Dagboek {

    private static final int PLEKKEN = 1 << 13;

    private final int[] sleutels = new int[PLEKKEN];
    private final @Nullable Optional<LocalDate>[] dagen;

    @SuppressWarnings({"unchecked", "rawtypes"})
    Dagboek() {
        this.dagen = new Optional[PLEKKEN];
    }

    /// @param gepakt as [Datums#lees(char\[\], int, int)] gives it
    Optional<LocalDate> dag(int gepakt) {
        int plek = gepakt & (PLEKKEN - 1);
        Optional<LocalDate> bekend = dagen[plek];
        if (bekend != null && sleutels[plek] == gepakt) {
            return bekend;
        }
        Optional<LocalDate> dag = Optional.of(Datums.pakUit(gepakt));
        sleutels[plek] = gepakt;
        dagen[plek] = dag;
        return dag;
    }
}
