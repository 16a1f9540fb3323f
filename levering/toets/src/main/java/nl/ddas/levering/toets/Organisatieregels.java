// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.ddas.levering.model.Bsncijfers;
import nl.ddas.levering.model.Contactpersoon;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Organisatie;
import nl.ddas.levering.model.Toonbaar;

/// What rules O-01 to O-10 ask of the organisation that delivers.
final class Organisatieregels {

    private static final String PAD = "/aanleverende_organisatie";

    private static final Set<String> VRIJE_DOMEINEN = Set.of(
            "gmail.com",
            "googlemail.com",
            "hotmail.com",
            "hotmail.nl",
            "outlook.com",
            "live.nl",
            "live.com",
            "msn.com",
            "yahoo.com",
            "icloud.com",
            "me.com",
            "ziggo.nl",
            "kpnmail.nl",
            "xs4all.nl",
            "planet.nl",
            "home.nl",
            "casema.nl",
            "upcmail.nl",
            "hetnet.nl",
            "proton.me",
            "protonmail.com");

    private static final List<String> VOORBEELDDOMEINEN = List.of(
            "example.com", "example.org", "example.net", "example.nl", "voorbeeld.nl", ".example", ".test", ".invalid");

    private Organisatieregels() {}

    static void naamGevuld(LeveringKop kop, Omgeving omgeving, Vondsten vondsten) {
        if (naam(kop).isBlank()) {
            vondsten.meld(PAD);
        }
    }

    static void codeAlleenVoorGemeente(LeveringKop kop, Omgeving omgeving, Vondsten vondsten) {
        if (isGevuld(organisatie(kop).gemeentecode())
                && !naam(kop).isBlank()
                && !omgeving.gemeenten().isGemeente(naam(kop))) {
            vondsten.meld(PAD + "/gemeentecode", "naam", Toonbaar.van(naam(kop)));
        }
    }

    static void eenKenmerk(LeveringKop kop, Omgeving omgeving, Vondsten vondsten) {
        boolean kvk = isGevuld(organisatie(kop).kvkNummer());
        boolean code = isGevuld(organisatie(kop).gemeentecode());
        if (kvk && code) {
            vondsten.meld(PAD + "/KvK-nummer");
        } else if (!kvk && !code) {
            vondsten.meldVariant("geen", PAD);
        }
    }

    static void kvkNummer(LeveringKop kop, Omgeving omgeving, Vondsten vondsten) {
        String kvk = organisatie(kop).kvkNummer().orElse("");
        if (!kvk.isEmpty() && !(kvk.length() == 8 && Bsncijfers.aantal(kvk) == 8)) {
            vondsten.meld(PAD + "/KvK-nummer", "waarde", Toonbaar.van(kvk));
        }
    }

    static void gemeentecode(LeveringKop kop, Omgeving omgeving, Vondsten vondsten) {
        String code = organisatie(kop).gemeentecode().orElse("");
        if (!code.isEmpty() && !Gemeenteregels.bestond(Gemeenten.getal(code), omgeving)) {
            vondsten.meld(
                    PAD + "/gemeentecode",
                    "waarde",
                    Toonbaar.van(code),
                    "jaar",
                    omgeving.peildag().getYear());
        }
    }

    static void postcode(LeveringKop kop, Omgeving omgeving, Vondsten vondsten) {
        String postcode = organisatie(kop).postcode().orElse("");
        if (!postcode.isEmpty() && !Adresregels.isPostcode(postcode)) {
            vondsten.meld(PAD + "/postcode", "waarde", Toonbaar.van(postcode));
        }
    }

    static void contactpersoon(LeveringKop kop, Omgeving omgeving, Vondsten vondsten) {
        for (Contactpersoon contact : organisatie(kop).contactpersonen()) {
            if (isGevuld(contact.email())) {
                return;
            }
        }
        vondsten.meld(PAD + "/contactpersonen");
    }

    static void mailadres(LeveringKop kop, Omgeving omgeving, Vondsten vondsten) {
        List<Contactpersoon> contacten = organisatie(kop).contactpersonen();
        for (int i = 0; i < contacten.size(); i++) {
            String email = contacten.get(i).email().orElse("");
            if (!email.isEmpty() && !isMailadres(email)) {
                vondsten.meld(PAD + "/contactpersonen/" + i + "/email", "waarde", Toonbaar.van(email));
            }
        }
    }

    static void werkadres(LeveringKop kop, Omgeving omgeving, Vondsten vondsten) {
        List<Contactpersoon> contacten = organisatie(kop).contactpersonen();
        for (int i = 0; i < contacten.size(); i++) {
            String email = contacten.get(i).email().orElse("");
            String domein = email.substring(email.indexOf('@') + 1).toLowerCase(Locale.ROOT);
            if (isMailadres(email)
                    && (VRIJE_DOMEINEN.contains(domein)
                            || VOORBEELDDOMEINEN.stream().anyMatch(domein::endsWith))) {
                vondsten.meld(PAD + "/contactpersonen/" + i + "/email", "waarde", Toonbaar.van(email));
            }
        }
    }

    static void gevraagdeOrganisatie(LeveringKop kop, Omgeving omgeving, Vondsten vondsten) {
        String vraag = omgeving.verwachting().organisatie().orElse("").strip();
        if (!vraag.isEmpty() && !komtOvereen(organisatie(kop), vraag)) {
            vondsten.meld(PAD, "vraag", Toonbaar.van(vraag), "naam", Toonbaar.van(naam(kop)));
        }
    }

    /// Whether the organisation is a gemeente by name, or says so by a gemeentecode without KvK-nummer.
    static boolean isGemeente(LeveringKop kop, Gemeenten gemeenten) {
        return gemeenten.isGemeente(naam(kop))
                || (isGevuld(organisatie(kop).gemeentecode())
                        && !isGevuld(organisatie(kop).kvkNummer()));
    }

    private static boolean komtOvereen(Organisatie organisatie, String vraag) {
        int code = Gemeenten.getal(vraag);
        return organisatie.statutaireNaam().orElse("").strip().equalsIgnoreCase(vraag)
                || organisatie.kvkNummer().orElse("").equals(vraag)
                || (code > 0
                        && code == Gemeenten.getal(organisatie.gemeentecode().orElse("")));
    }

    static boolean isMailadres(String email) {
        int apenstaart = email.indexOf('@');
        if (apenstaart < 1 || apenstaart != email.lastIndexOf('@')) {
            return false;
        }
        for (int i = 0; i < email.length(); i++) {
            char teken = email.charAt(i);
            if (teken <= ' ' || ",;:<>()[]\\\"".indexOf(teken) >= 0) {
                return false;
            }
        }
        int punt = email.lastIndexOf('.');
        return punt > apenstaart + 1 && punt < email.length() - 2 && !email.contains("..");
    }

    private static Organisatie organisatie(LeveringKop kop) {
        return kop.aanleverendeOrganisatie();
    }

    private static String naam(LeveringKop kop) {
        return organisatie(kop).statutaireNaam().orElse("");
    }

    private static boolean isGevuld(Optional<String> tekst) {
        return tekst.isPresent() && !tekst.get().isBlank();
    }
}
