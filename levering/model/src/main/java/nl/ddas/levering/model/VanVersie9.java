// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ddas.levering.model.Omzetting.Soort;
import tools.jackson.core.JsonToken;

/// Makes a traject of v0.10 out of one of v0.9: debts move from the client to the traject, and what else stood in
/// `leefsituatie` goes, because CBS may not have what it does not need.
///
/// Source: comparison of the official schemas v0.9 and v0.10.
final class VanVersie9 {

    private VanVersie9() {}

    static void zetOm(Knoop traject, Omzetlijst lijst) {
        traject.object(Veld.INTAKE).ifPresent(intake -> toelating(intake, lijst));
        Set<Map<Object, Long>> gehad = new HashSet<>();
        for (Knoop client : traject.objecten(Veld.CLIENT)) {
            client.neem(Veld.LEEFSITUATIE).ifPresent(situaties -> {
                if (!situaties.isLijst()) {
                    lijst.meld(Soort.LEEFSITUATIE, situaties, Veld.LEEFSITUATIE.naam(), "niets");
                }
                situaties.elementen().forEach(situatie -> leefsituatie(traject, situatie, gehad, lijst));
            });
        }
    }

    private static void toelating(Knoop intake, Omzetlijst lijst) {
        intake.neem(Veld.TOELATINGSBESCHIKKING).ifPresent(datum -> {
            if (!intake.heeft(Veld.BESCHIKKINGSDATUM)) {
                intake.zet(Veld.BESCHIKKINGSDATUM, datum);
            }
            if (!datum.isLeeg() && !intake.heeft(Veld.BESCHIKKINGSSOORT)) {
                intake.zet(
                        Veld.BESCHIKKINGSSOORT, datum.vervangenDoor(Beschikkingssoort.TOELATINGSBESCHIKKING.tekst()));
            }
            lijst.meld(Soort.TOELATING, datum, Veld.TOELATINGSBESCHIKKING.naam(), Veld.BESCHIKKINGSDATUM.naam());
        });
    }

    private static void leefsituatie(Knoop traject, Knoop situatie, Set<Map<Object, Long>> gehad, Omzetlijst lijst) {
        VanVersie8.laatWeg(situatie, Veld.INKOMEN, Soort.INKOMEN, lijst);
        VanVersie8.laatWeg(situatie, Veld.KOOPWONING, Soort.KOOPWONING, lijst);
        VanVersie8.laatWeg(situatie, Veld.PARTNER, Soort.PARTNER, lijst);
        VanVersie8.laatWeg(situatie, Veld.ONDERNEMER, Soort.ONDERNEMER, lijst);
        List<Knoop> schulden = situatie.objecten(Veld.SCHULDEN);
        situatie.neem(Veld.SCHULDEN);
        schulden.forEach(schuld -> VanVersie8.hernoem(schuld, Veld.SOORT, Veld.SCHULDSOORT, lijst));
        if (!situatie.isLeeg()) {
            lijst.meld(Soort.LEEFSITUATIE, situatie, Veld.LEEFSITUATIE.naam(), "niets");
        }
        boolean nieuw =
                gehad.add(schulden.stream().collect(Collectors.groupingBy(Knoop::inhoud, Collectors.counting())));
        for (Knoop schuld : schulden) {
            if (nieuw) {
                schuldenVan(traject, schuld).elementen().add(schuld);
                lijst.meld(Soort.SCHULD, schuld, Veld.LEEFSITUATIE.naam(), Veld.SCHULDEN.naam());
            } else {
                lijst.meld(Soort.DUBBELE_SCHULD, schuld, Veld.SCHULDEN.naam(), "niets");
            }
        }
    }

    /// The list of the traject, made when it is not there yet.
    private static Knoop schuldenVan(Knoop traject, Knoop aanleiding) {
        return traject.veld(Veld.SCHULDEN).filter(Knoop::isLijst).orElseGet(() -> {
            Knoop lijst = aanleiding.leeg(JsonToken.START_ARRAY);
            traject.zet(Veld.SCHULDEN, lijst);
            return lijst;
        });
    }
}
