// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.time.LocalDate;
import java.util.Optional;
import nl.ddas.levering.model.Bsncijfers;
import nl.ddas.levering.model.Client;
import nl.ddas.levering.model.Geslacht;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.model.Toonbaar;

/// What rules K-01 to K-08 and K-15 ask of the clients of a traject.
final class Clientregels {

    private Clientregels() {}

    static void eenOfTwee(Schuldhulptraject traject, Omgeving omgeving, Vondsten vondsten) {
        int aantal = traject.client().size();
        if (aantal < 1 || aantal > 2) {
            vondsten.meld("/client", "aantal", aantal);
        }
    }

    static void verschillend(Schuldhulptraject traject, Omgeving omgeving, Vondsten vondsten) {
        for (int i = 1; i < traject.client().size() && i < 10; i++) {
            int dit = bsn(traject.client().get(i));
            for (int j = 0; dit >= 0 && j < i; j++) {
                if (dit == bsn(traject.client().get(j))) {
                    vondsten.meld("/client/" + i + "/Burgerservicenummer");
                    return;
                }
            }
        }
    }

    static void herkenbaar(Persoon persoon, Omgeving omgeving, Vondsten vondsten) {
        if (!persoon.bsn().isBlank()) {
            return;
        }
        StringBuilder ontbreekt = new StringBuilder();
        ontbreekt.append(persoon.geboortedatum().isBlank() ? ", geboortedatum" : "");
        ontbreekt.append(persoon.geslacht().isBlank() ? ", geslacht" : "");
        ontbreekt.append(persoon.postcode().isBlank() ? ", postcode" : "");
        ontbreekt.append(persoon.huisnummer().isBlank() ? ", huisnummer" : "");
        if (!ontbreekt.isEmpty()) {
            vondsten.meld("", "velden", "BSN" + ontbreekt);
        }
    }

    static void negenCijfers(Persoon persoon, Omgeving omgeving, Vondsten vondsten) {
        String bsn = persoon.bsn();
        if (bsn.isBlank()) {
            return;
        }
        int aantal = Bsncijfers.aantal(bsn);
        if (aantal != 9) {
            vondsten.meld("/Burgerservicenummer", "n", aantal);
        } else if (bsn.length() != 9) {
            vondsten.meldVariant("tekens", "/Burgerservicenummer");
        }
    }

    static void elfproef(Persoon persoon, Omgeving omgeving, Vondsten vondsten) {
        int bsn = Bsncijfers.getal(persoon.bsn());
        if (bsn >= 0 && !Bsncijfers.elfproef(bsn)) {
            vondsten.meld("/Burgerservicenummer");
        }
    }

    static void geslacht(Persoon persoon, Omgeving omgeving, Vondsten vondsten) {
        String waarde = persoon.geslacht();
        if (waarde.isEmpty() || Geslacht.lees(waarde).isPresent()) {
            return;
        }
        Optional<Geslacht> bedoeld = Geslacht.bedoeld(waarde);
        if (bedoeld.isEmpty()) {
            vondsten.meldVariant("onbekend", "/Geslachtsaanduiding", "waarde", Toonbaar.van(waarde));
        } else {
            String nieuw = bedoeld.get().tekst();
            vondsten.meld("/Geslachtsaanduiding", "waarde", Toonbaar.van(waarde), "nieuw", nieuw);
        }
    }

    static void geboortedatum(Persoon persoon, Omgeving omgeving, Vondsten vondsten) {
        String waarde = persoon.geboortedatum();
        if (!waarde.isEmpty() && !Geboortedag.isJuist(waarde)) {
            String getoond = Toonbaar.van(waarde);
            if (Geboortedag.lees(waarde) == Geboortedag.GEEN) {
                vondsten.meldVariant("onleesbaar", "/Geboortedatum", "waarde", getoond);
            } else {
                vondsten.meld("/Geboortedatum", "waarde", getoond);
            }
        }
    }

    static void leeftijd(Persoon persoon, Omgeving omgeving, Vondsten vondsten) {
        int dag = Geboortedag.lees(persoon.geboortedatum());
        if (dag == Geboortedag.GEEN) {
            return;
        }
        LocalDate start = persoon.traject().startdatum().isPresent()
                ? persoon.traject().startdatum().get()
                : omgeving.peildag();
        int startdag = start.getYear() * 10_000 + start.getMonthValue() * 100 + start.getDayOfMonth();
        int leeftijd = Math.floorDiv(startdag - dag, 10_000);
        if (leeftijd >= 18 && leeftijd <= 100) {
            return;
        }
        if (dag > startdag) {
            vondsten.meldVariant("toekomst", "/Geboortedatum");
        } else if (leeftijd >= 16 && leeftijd < 18) {
            vondsten.meldVariant("jong", "/Geboortedatum", "leeftijd", leeftijd);
        } else {
            vondsten.meld("/Geboortedatum", "leeftijd", leeftijd);
        }
    }

    static void tweedeKenmerk(Persoon persoon, Omgeving omgeving, Vondsten vondsten) {
        Client client = persoon.client();
        if (client.burgerservicenummer().isPresent()
                && client.geboortedatum().isEmpty()
                && client.geslachtsaanduiding().isEmpty()
                && client.postcode().isEmpty()
                && client.huisnummer().isEmpty()
                && persoon.geboortedatum().isEmpty()
                && persoon.huisnummer().isEmpty()) {
            vondsten.meld("");
        }
    }

    private static int bsn(Client client) {
        return client.burgerservicenummer().isPresent()
                ? Bsncijfers.getal(client.burgerservicenummer().get().waarde())
                : -1;
    }
}
