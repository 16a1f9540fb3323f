// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.util.Optional;
import nl.ddas.levering.model.Datums;
import nl.ddas.levering.model.Geboortedatum;

/// A birth date as a number `jjjjmmdd`, in which month and day may be 0 when unknown.
final class Geboortedag {

    /// No birth date at all.
    static final int GEEN = -1;

    private Geboortedag() {}

    /// Reads every spelling that [Datums#geboortedatum(String)] understands; [#GEEN] for anything else.
    static int lees(String tekst) {
        Optional<Geboortedatum> datum = Datums.geboortedatum(tekst);
        return datum.isPresent() ? getal(datum.get()) : GEEN;
    }

    /// Whether it is written `jjjj-mm-dd` and is a day that exists, or one of which day or month is 00.
    static boolean isJuist(String tekst) {
        Optional<Geboortedatum> datum = Datums.geboortedatum(tekst);
        return datum.isPresent() && !datum.get().omgezet();
    }

    static int jaar(int dag) {
        return dag / 10_000;
    }

    static int maand(int dag) {
        return dag / 100 % 100;
    }

    static int dagVanMaand(int dag) {
        return dag % 100;
    }

    private static int getal(Geboortedatum datum) {
        return datum.jaar() * 10_000 + datum.maand() * 100 + datum.dag();
    }
}
