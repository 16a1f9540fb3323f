// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.util.List;
import java.util.Optional;
import nl.ddas.levering.model.Afwijking;
import nl.ddas.levering.model.Client;
import nl.ddas.levering.model.Contactpersoon;
import nl.ddas.levering.model.Kop;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Organisatie;
import nl.ddas.levering.model.Schuld;
import nl.ddas.levering.model.Schuldeiser;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.model.Toonbaar;

/// What rules, T-20 and T-21 ask of names of fields and of free text. The text itself is never
/// repeated.
final class Tekstregels {

    private Tekstregels() {}

    static void bekendVeld(Afwijking afwijking, String eigenaar, Vondsten vondsten) {
        String object = Veldnamen.object(afwijking.pad(), eigenaar);
        String een = Veldnamen.een(object);
        String veld = Veldnamen.veld(afwijking.pad());
        Optional<String> suggestie = Veldnamen.suggestie(object, veld);
        if (suggestie.isPresent()) {
            vondsten.meldCode(
                    "A-13", afwijking.pad(), "veld", Toonbaar.van(veld), "object", een, "suggestie", suggestie.get());
        } else {
            vondsten.meldCodeVariant("A-13", "zonder", afwijking.pad(), "veld", Toonbaar.van(veld), "object", een);
        }
    }

    static void nietLeeg(Afwijking afwijking, Vondsten vondsten) {
        String veld = Veldnamen.veld(afwijking.pad());
        if (afwijking.pad().lastIndexOf('/') == 0 && veld.chars().allMatch(Character::isDigit)) {
            vondsten.meldCodeVariant("A-14", "traject", afwijking.pad(), "nummer", veld);
        } else {
            vondsten.meldCode("A-14", afwijking.pad(), "pad", Toonbaar.van(afwijking.pad()));
        }
    }

    /// for what the reader set aside in a header or a traject.
    static void afwijking(Afwijking afwijking, String eigenaar, Vondsten vondsten) {
        switch (afwijking.soort()) {
            case ONBEKEND_VELD -> bekendVeld(afwijking, eigenaar, vondsten);
            case LEEG -> nietLeeg(afwijking, vondsten);
            case ANDER_TYPE, ONBEKENDE_WAARDE, GEEN_DATUM, BUITEN_BEREIK -> {
                // said by A-03 and by the rule that knows the field
            }
        }
    }

    static void afwijkingen(Schuldhulptraject traject, Omgeving omgeving, Vondsten vondsten) {
        List<Afwijking> afwijkingen = traject.afwijkingen();
        for (int i = 0; i < afwijkingen.size(); i++) {
            afwijking(afwijkingen.get(i), "schuldhulptrajecten", vondsten);
        }
    }

    static void tekens(Kop kop, Omgeving omgeving, Vondsten vondsten) {
        teken(kop.codeGegevensleverancier(), "/codeGegevensleverancier", "", vondsten);
    }

    static void tekens(LeveringKop kop, Omgeving omgeving, Vondsten vondsten) {
        Organisatie organisatie = kop.aanleverendeOrganisatie();
        String pad = "/aanleverende_organisatie";
        teken(organisatie.statutaireNaam(), pad, "/(Statutaire) Naam", vondsten);
        teken(organisatie.kvkNummer(), pad, "/KvK-nummer", vondsten);
        for (int i = 0; i < organisatie.contactpersonen().size(); i++) {
            Contactpersoon contact = organisatie.contactpersonen().get(i);
            teken(contact.naam(), pad, "/contactpersonen/" + i + "/naam", vondsten);
            teken(contact.functietitel(), pad, "/contactpersonen/" + i + "/functietitel", vondsten);
        }
    }

    static void tekens(Schuldhulptraject traject, Omgeving omgeving, Vondsten vondsten) {
        teken(traject.omschrijving(), "/omschrijving", "", vondsten);
        if (traject.uitstroom().isPresent()) {
            teken(traject.uitstroom().get().omschrijving(), "/uitstroom", "/omschrijving", vondsten);
        }
        List<Schuld> schulden = traject.schulden();
        for (int i = 0; i < schulden.size(); i++) {
            if (schulden.get(i).schuldeiser().isPresent()) {
                Schuldeiser eiser = schulden.get(i).schuldeiser().get();
                if (isVreemd(eiser.naam())) {
                    teken(eiser.naam(), "/schulden/" + i, "/schuldeiser/naam", vondsten);
                } else if (isVreemd(eiser.naamVanSubject())) {
                    teken(eiser.naamVanSubject(), "/schulden/" + i, "/schuldeiser/Naam", vondsten);
                }
            }
        }
    }

    static void tekens(Persoon persoon, Omgeving omgeving, Vondsten vondsten) {
        Client client = persoon.client();
        teken(client.geslachtsaanduiding(), "/Geslachtsaanduiding", "", vondsten);
        teken(client.huisnummertoevoeging(), "/Huisnummertoevoeging", "", vondsten);
    }

    static void omschrijving(Schuldhulptraject traject, Omgeving omgeving, Vondsten vondsten) {
        if (traject.omschrijving().isPresent() && !traject.omschrijving().get().isBlank()) {
            String soort = VrijeTekst.persoonsgegevens(traject.omschrijving().get());
            if (soort.isEmpty()) {
                vondsten.meldVariant("gevuld", "/omschrijving");
            } else {
                vondsten.meld("/omschrijving", "soort", soort);
            }
        }
    }

    static void omschrijvingUitstroom(Schuldhulptraject traject, Omgeving omgeving, Vondsten vondsten) {
        if (traject.uitstroom().isPresent()
                && traject.uitstroom().get().omschrijving().isPresent()) {
            String soort = VrijeTekst.persoonsgegevens(
                    traject.uitstroom().get().omschrijving().get());
            if (!soort.isEmpty()) {
                vondsten.meld("/uitstroom/omschrijving", "soort", soort);
            }
        }
    }

    private static boolean isVreemd(Optional<String> tekst) {
        return tekst.isPresent() && !VreemdTeken.zoek(tekst.get()).isEmpty();
    }

    private static void teken(Optional<String> tekst, String object, String veld, Vondsten vondsten) {
        if (tekst.isPresent()) {
            String vreemd = VreemdTeken.zoek(tekst.get());
            if (!vreemd.isEmpty()) {
                vondsten.meld(object + veld, "pad", object + veld, "voorbeeld", vreemd);
            }
        }
    }
}
