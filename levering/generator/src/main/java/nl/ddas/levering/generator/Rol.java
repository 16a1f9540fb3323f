// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.util.Optional;

/// What an organisation knows of one traject.
enum Rol {
    ALLES,
    REGISSEUR,
    UITVOERDER,
    TWEEDE_GEMEENTE;

    /// The role from one side of a stream; empty when this organisation does not have the traject.
    static Optional<Rol> van(Blik.Kant kant, Deling deling) {
        return switch (kant) {
            case EIGEN -> Optional.of(deling == Deling.UITBESTEED ? REGISSEUR : ALLES);
            case UITVOERDER -> deling == Deling.UITBESTEED ? Optional.of(UITVOERDER) : Optional.empty();
            case TWEEDE_GEMEENTE -> deling == Deling.TWEE_GEMEENTEN ? Optional.of(TWEEDE_GEMEENTE) : Optional.empty();
        };
    }

    /// First day of the traject as this role knows it.
    int start(Verloop verloop) {
        return switch (this) {
            case ALLES, REGISSEUR -> verloop.start();
            case UITVOERDER -> verloop.beschikking();
            case TWEEDE_GEMEENTE -> verloop.gesprek();
        };
    }
}
