// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.Optional;

/// Conditions inside a definition.
final class Voorwaarden {

    private Voorwaarden() {}

    /// The condition; empty, and a fault, when it cannot be read.
    static Optional<Voorwaarde> read(Kaartlezer lezer, String naam, String tekst) {
        return switch (Voorwaardelezer.read(tekst)) {
            case Voorwaardelezer.Lezing.Gelezen(Voorwaarde voorwaarde) -> Optional.of(voorwaarde);
            case Voorwaardelezer.Lezing.Fout(int teken, String melding) -> {
                lezer.fault(
                        Leesfout.VOORWAARDE,
                        naam,
                        "Deze voorwaarde is bij teken " + teken + " niet te lezen: " + melding
                                + " Voorbeeld: dpl.x.soort in [a, b] and dpl.x.datum present.");
                yield Optional.empty();
            }
        };
    }
}
