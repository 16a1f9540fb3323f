// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import nl.ddas.levering.model.Omzetting.Soort;

/// Makes a traject of v0.9 out of one of v0.8. What a client of v0.8 says about income, housing and partner goes with
/// its `leefsituatie`, see [VanVersie9].
///
/// Source: comparison of the official schemas v0.8 and v0.9.
final class VanVersie8 {

    private VanVersie8() {}

    /// @param gemeentecode of the organisation, or `Onbekend`
    static void zetOm(Knoop traject, String gemeentecode, Omzetlijst lijst) {
        naam(traject, lijst);
        if (!traject.heeft(Veld.GEMEENTECODE)) {
            traject.zet(Veld.GEMEENTECODE, traject.vervangenDoor(gemeentecode));
            lijst.meld(Soort.GEMEENTECODE, traject, "niets", gemeentecode);
        }
        traject.objecten(Veld.CLIENT).forEach(client -> client(client, lijst));
        traject.object(Veld.SCHULDREGELING).ifPresent(regeling -> toegekend(regeling, lijst));
        traject.object(Veld.OPLOSSING)
                .ifPresent(oplossing -> tweedePlek(oplossing, Veld.OPLOSSINGSSOORT, Veld.SOORT, Veld.SOORT, lijst));
        traject.objecten(Veld.BEGELEIDING)
                .forEach(deel -> tweedePlek(deel, Veld.BEGELEIDINGSSOORT, Veld.SOORT, Veld.SOORT, lijst));
        traject.object(Veld.UITSTROOM)
                .ifPresent(uitstroom -> tweedePlek(uitstroom, Veld.UITSTROOMREDENSOORT, Veld.NAAM, Veld.REDEN, lijst));
    }

    private static void naam(Knoop traject, Omzetlijst lijst) {
        traject.neem(Veld.NAAM).ifPresent(naam -> {
            if (traject.heeftInhoud(Veld.OMSCHRIJVING)) {
                lijst.meld(Soort.NAAM_TRAJECT_WEG, naam, Veld.NAAM.naam(), "niets");
            } else {
                traject.zet(Veld.OMSCHRIJVING, naam);
                lijst.meld(Soort.NAAM_TRAJECT, naam, Veld.NAAM.naam(), Veld.OMSCHRIJVING.naam());
            }
        });
    }

    private static void client(Knoop client, Omzetlijst lijst) {
        hernoem(client, Veld.OUD_BSN, Veld.BURGERSERVICENUMMER, lijst);
        hernoem(client, Veld.POSTCODE, Veld.CLIENT_POSTCODE, lijst);
        hernoem(client, Veld.OUDE_GEBOORTEDATUM, Veld.GEBOORTEDATUM, lijst);
        hernoem(client, Veld.OUD_GESLACHT, Veld.GESLACHTSAANDUIDING, lijst);
        laatWeg(client, Veld.GEZAGSDRAGERBEKEND, Soort.GEZAGSDRAGER, lijst);
        laatWeg(client, Veld.ONDERNEMER, Soort.ONDERNEMER, lijst);
        client.objecten(Veld.LEEFSITUATIE).stream()
                .flatMap(situatie -> situatie.objecten(Veld.SCHULDEN).stream())
                .flatMap(schuld -> schuld.object(Veld.SCHULDEISER).stream())
                .forEach(eiser -> schuldeiser(eiser, lijst));
    }

    /// The second field for the name came with v0.9.
    private static void schuldeiser(Knoop eiser, Omzetlijst lijst) {
        laatWeg(eiser, Veld.PEILDATUM, Soort.PEILDATUM_SCHULDEISER, lijst);
        eiser.veld(Veld.NAAM)
                .filter(naam -> !naam.isLeeg() && !eiser.heeft(Veld.NAAM_VAN_SUBJECT))
                .ifPresent(naam -> {
                    eiser.zet(Veld.NAAM_VAN_SUBJECT, naam);
                    lijst.meld(Soort.NAAM_SCHULDEISER, naam, Veld.NAAM.naam(), Veld.NAAM_VAN_SUBJECT.naam());
                });
    }

    /// Text in v0.8, a date since: kept when the text is a date.
    private static void toegekend(Knoop regeling, Omzetlijst lijst) {
        regeling.veld(Veld.TOEGEKEND)
                .filter(waarde -> !waarde.isLeeg())
                .filter(waarde -> waarde.tekst().flatMap(Datums::geboortedatum).isEmpty())
                .ifPresent(waarde -> {
                    regeling.neem(Veld.TOEGEKEND);
                    lijst.meld(Soort.TOEGEKEND_ONZEKER, waarde, "tekst", "niets");
                });
    }

    /// A nested object fills the field beside it when that is empty, and goes.
    private static void tweedePlek(Knoop object, Veld apart, Veld binnen, Veld doel, Omzetlijst lijst) {
        object.neem(apart).ifPresent(nest -> {
            if (!nest.heeftInhoud(binnen) || object.heeftInhoud(doel)) {
                lijst.meld(Soort.TWEEDE_PLEK_WEG, nest, apart.naam(), "niets");
                return;
            }
            nest.neem(binnen).ifPresent(waarde -> {
                object.zet(doel, waarde);
                lijst.meld(Soort.TWEEDE_PLEK, waarde, apart.naam(), doel.naam());
            });
        });
    }

    /// Gives a field its new name; when that is there already it stays, and the old one goes.
    static void hernoem(Knoop object, Veld oud, Veld nieuw, Omzetlijst lijst) {
        object.neem(oud).ifPresent(waarde -> {
            if (!object.heeft(nieuw)) {
                object.zet(nieuw, waarde);
            }
            lijst.meld(Soort.HERNOEMD, waarde, oud.naam(), nieuw.naam());
        });
    }

    /// Takes a field out that v1.0 does not have, and says so.
    static void laatWeg(Knoop object, Veld veld, Soort soort, Omzetlijst lijst) {
        object.neem(veld).ifPresent(waarde -> lijst.meld(soort, waarde, veld.naam(), "niets"));
    }
}
