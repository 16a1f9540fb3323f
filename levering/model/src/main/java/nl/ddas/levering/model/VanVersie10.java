// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.Optional;
import nl.ddas.levering.model.Omzetting.Soort;
import tools.jackson.core.JsonToken;

/// Makes a traject of v1.0 out of one of v0.10: the decision to end help stands with the outflow, not with the intake.
///
/// Source: comparison of the official schemas v0.10 and v1.0.
final class VanVersie10 {

    /// A value of v0.10 only.
    static final String BEEINDIGINGSBESCHIKKING = "Beeindigingsbeschikking";

    private VanVersie10() {}

    static void zetOm(Knoop traject, Omzetlijst lijst) {
        traject.object(Veld.INTAKE)
                .filter(intake -> intake.veld(Veld.BESCHIKKINGSSOORT)
                        .flatMap(Knoop::tekst)
                        .filter(BEEINDIGINGSBESCHIKKING::equals)
                        .isPresent())
                .ifPresent(intake -> beeindiging(traject, intake, lijst));
    }

    private static void beeindiging(Knoop traject, Knoop intake, Omzetlijst lijst) {
        Knoop soort = intake.neem(Veld.BESCHIKKINGSSOORT).orElseThrow();
        Optional<Knoop> datum = intake.neem(Veld.BESCHIKKINGSDATUM).filter(waarde -> !waarde.isLeeg());
        if (datum.isEmpty()) {
            lijst.meld(Soort.BEEINDIGING_ONZEKER, soort, BEEINDIGINGSBESCHIKKING, "niets");
            return;
        }
        Knoop uitstroom = traject.object(Veld.UITSTROOM).orElseGet(() -> {
            Knoop leeg = datum.get().leeg(JsonToken.START_OBJECT);
            traject.zet(Veld.UITSTROOM, leeg);
            return leeg;
        });
        if (!uitstroom.heeftInhoud(Veld.DATUM_BEEINDIGINGSBESCHIKKING)) {
            uitstroom.zet(Veld.DATUM_BEEINDIGINGSBESCHIKKING, datum.get());
        }
        lijst.meld(
                Soort.BEEINDIGING,
                datum.get(),
                Veld.BESCHIKKINGSDATUM.naam(),
                Veld.DATUM_BEEINDIGINGSBESCHIKKING.naam());
    }
}
