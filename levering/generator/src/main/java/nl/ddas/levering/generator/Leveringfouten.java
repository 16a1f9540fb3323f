// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.util.List;
import java.util.Optional;
import nl.ddas.levering.generator.Fout.Toestand;
import nl.ddas.levering.model.Contactpersoon;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Organisatie;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Errors of a whole levering.
final class Leveringfouten {

    private Leveringfouten() {}

    static void adresVanOrganisatie(ObjectNode traject, Toestand toestand, int index) {
        for (JsonNode client : traject.path("client")) {
            ObjectNode persoon = (ObjectNode) client;
            persoon.put("Postcode", toestand.organisatie().postcode().orElse("1000PB"));
            persoon.put("Huisnummer", "1");
            persoon.remove("Huisnummertoevoeging");
        }
    }

    static void meerGemeenten(ObjectNode traject, Toestand toestand, int index) {
        if (index % 3 == 1) {
            traject.put("gemeentecode", Trajectfouten.andere(toestand.gemeente()));
        }
    }

    /// Two of five trajecten start on the day the old system was left.
    static void conversiedatum(ObjectNode traject, Toestand toestand, int index) {
        if (index % 5 < 2) {
            traject.put("startdatum", toestand.tijdvak().start().toString());
        }
    }

    static LeveringKop kvkEnGemeentecode(LeveringKop kop) {
        Organisatie o = kop.aanleverendeOrganisatie();
        return new LeveringKop(
                kop.teller(),
                new Organisatie(
                        o.statutaireNaam(),
                        o.kvkNummer().or(() -> Optional.of("98999999")),
                        o.postcode(),
                        o.gemeentecode().or(() -> Optional.of("0363")),
                        o.contactpersonen()));
    }

    static LeveringKop tellerVanafNul(LeveringKop kop) {
        return new LeveringKop(kop.teller().map(t -> t - 1), kop.aanleverendeOrganisatie());
    }

    static LeveringKop zonderEmail(LeveringKop kop) {
        Organisatie o = kop.aanleverendeOrganisatie();
        List<Contactpersoon> kaal = o.contactpersonen().stream()
                .map(c -> new Contactpersoon(Optional.empty(), c.functietitel(), c.naam(), c.telefoonnummer()))
                .toList();
        return new LeveringKop(
                kop.teller(), new Organisatie(o.statutaireNaam(), o.kvkNummer(), o.postcode(), o.gemeentecode(), kaal));
    }
}
