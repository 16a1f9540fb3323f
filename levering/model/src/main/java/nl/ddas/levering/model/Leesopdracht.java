// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.Optional;

/// How one message is to be read.
///
/// @param versie the version that it follows
/// @param isVersieGegeven whether that was told, not found
record Leesopdracht(Versie versie, boolean isVersieGegeven, Voorkennis voorkennis, Vormschemas schemas) {

    /// The form of the message.
    Vorm vorm() {
        return schemas.van(versie);
    }

    /// Whether it is a message without leveringen, with one organisation at its root.
    boolean isZonderLeveringen() {
        return versie == Versie.V0_8;
    }

    /// What makes v1.0 out of a traject; empty when it is v1.0 already.
    Optional<Trajectomzetter> omzetter() {
        return versie == Versie.V1_0 ? Optional.empty() : Optional.of(omzetter(versie));
    }

    /// What makes v1.0 out of a traject of this version.
    Trajectomzetter omzetter(Versie van) {
        return new Trajectomzetter(van, voorkennis, schemas);
    }
}
