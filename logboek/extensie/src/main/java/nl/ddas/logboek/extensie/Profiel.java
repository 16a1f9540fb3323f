// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.Optional;
import java.util.stream.Stream;

/// Which text of the guideline for extensions the rules follow.
public enum Profiel {
    /// The working version between March and June 2025, without the rules about references to registers.
    SEED("guideline-seed", "seed"),
    /// Version 1.0.0, established on 9 April 2026.
    VERSIE_1_0_0("guideline-1.0.0", "1.0.0");

    private final String naam;
    private final String kort;

    Profiel(String naam, String kort) {
        this.naam = naam;
        this.kort = kort;
    }

    /// `guideline-seed` or `guideline-1.0.0`.
    public String naam() {
        return naam;
    }

    /// The profile that a definition names itself; 1.0.0 when it names none.
    public static Profiel of(Definitie definitie) {
        return of(definitie.richtlijn()).orElse(VERSIE_1_0_0);
    }

    /// By long name or by the short one that a definition uses.
    public static Optional<Profiel> of(String woord) {
        return Stream.of(values())
                .filter(profiel -> profiel.naam.equals(woord) || profiel.kort.equals(woord))
                .findFirst();
    }
}
