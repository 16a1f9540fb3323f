// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How far the delivery of one supplier came. Whether it stands still for a failure is beside it, see [Mislukking].
public enum Toestand {
    /// Nothing or some pages are in.
    GEPLAND(false),
    /// All pages are in, verified and sealed.
    OPGEHAALD(false),
    /// Checked; the Verwerkingsverslag is sealed.
    GETOETST(false),
    /// The supplier has the Verwerkingsverslag.
    VERSTUURD(false),
    /// May be read in.
    GOEDGEKEURD(false),
    /// Counts in the figures.
    INGELEZEN(true),
    /// A newer delivery of the same period was read in already.
    ACHTERHAALD(true),
    /// A blocking Bevinding refuses the whole message; the supplier has the Verwerkingsverslag.
    AFGEKEURD(true),
    /// The supplier withdrew it; in no figure.
    INGETROKKEN(true),
    /// The supplier had to approve it and did not in time; in no figure.
    VERVALLEN(true);

    private final boolean eind;

    Toestand(boolean eind) {
        this.eind = eind;
    }

    /// Whether nothing is left to do.
    public boolean isEind() {
        return eind;
    }

    /// Whether the supplier has the last word: it was sent, and nobody decided.
    public boolean isWachtend() {
        return this == VERSTUURD;
    }

    /// The states of which something holds, as a list for SQL: `'GEPLAND', 'OPGEHAALD'`.
    static String sql(Predicate<Toestand> wat) {
        return Stream.of(values())
                .filter(wat)
                .map(toestand -> "'" + toestand.name() + "'")
                .collect(Collectors.joining(", "));
    }

    /// The word in tables and JSON.
    public String tekst() {
        return name().toLowerCase(Locale.ROOT);
    }
}
