// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.ddas.levering.model.Toonbaar;

/// The field names of the exchange model per object, to say which one was meant by a misspelt name.
///
/// Source: Uitwisselmodel v1.0. Only for that: reading and writing know the names themselves.
final class Veldnamen {

    private static final List<String> PERIODE = List.of("startdatum", "einddatum");

    private static final Map<String, List<String>> PER_OBJECT = Map.ofEntries(
            Map.entry(
                    "bericht",
                    List.of(
                            "startdatumLevering",
                            "einddatumLevering",
                            "aanleverdatumEnTijd",
                            "codeGegevensleverancier",
                            "leveringen")),
            Map.entry("leveringen", List.of("teller", "aanleverende_organisatie", "schuldhulptrajecten")),
            Map.entry(
                    "aanleverende_organisatie",
                    List.of("(Statutaire) Naam", "KvK-nummer", "postcode", "gemeentecode", "contactpersonen")),
            Map.entry("contactpersonen", List.of("email", "functietitel", "naam", "telefoonnummer")),
            Map.entry(
                    "schuldhulptrajecten",
                    List.of(
                            "gemeentecode",
                            "startdatum",
                            "einddatum",
                            "toekenningsdatum",
                            "omschrijving",
                            "totaalSchuldbedragBijAanvangSchuld",
                            "client",
                            "aanmelding",
                            "intake",
                            "planVanAanpak",
                            "stabilisatie",
                            "schuldregeling",
                            "oplossing",
                            "nazorg",
                            "informatieEnAdvies",
                            "begeleiding",
                            "crisisinterventies",
                            "moratoria",
                            "voorlopigeVoorzieningen",
                            "schulden",
                            "uitstroom")),
            Map.entry(
                    "client",
                    List.of(
                            "Burgerservicenummer",
                            "Geboortedatum",
                            "Geslachtsaanduiding",
                            "Postcode",
                            "Huisnummer",
                            "Huisnummertoevoeging")),
            Map.entry("aanmelding", List.of("crisisinterventie", "startdatum", "einddatum")),
            Map.entry("intake", List.of("startdatum", "einddatum", "beschikkingsdatum", "beschikkingssoort")),
            Map.entry("planVanAanpak", List.of("datumAfronding")),
            Map.entry("stabilisatie", PERIODE),
            Map.entry(
                    "schuldregeling",
                    List.of(
                            "datum",
                            "toegekend",
                            "afgewezen",
                            "ingetrokken",
                            "dwangakkoord",
                            "datumVerzoekDwangakkoord")),
            Map.entry("oplossing", List.of("startdatum", "einddatum", "vtlb", "soort")),
            Map.entry("nazorg", PERIODE),
            Map.entry("informatieEnAdvies", PERIODE),
            Map.entry("begeleiding", List.of("startdatum", "einddatum", "soort")),
            Map.entry("crisisinterventies", PERIODE),
            Map.entry("voorlopigeVoorzieningen", PERIODE),
            Map.entry("moratoria", List.of("datumAanvraag", "datumGoedkeuring", "startdatum", "einddatum")),
            Map.entry("schulden", List.of("bedrag", "peildatum", "zakelijkeSchuld", "schuldsoort", "schuldeiser")),
            Map.entry("schuldeiser", List.of("naam", "Naam", "kvknummer", "postcode", "privepersoon")),
            Map.entry("uitstroom", List.of("datum", "datumBeeindigingsbeschikking", "omschrijving", "reden")),
            Map.entry("paginering", List.of("pageSize", "currentPage", "totalPages", "totalRecords")));

    private Veldnamen() {}

    /// The name of the object that a field belongs to: the last name in the pointer before the field, list
    /// places left out; `eigenaar` when the field stands at the top.
    static String object(String pad, String eigenaar) {
        String[] delen = pad.split("/", -1);
        for (int i = delen.length - 2; i > 0; i--) {
            if (!delen[i].isEmpty() && !Character.isDigit(delen[i].charAt(0))) {
                return delen[i];
            }
        }
        return eigenaar;
    }

    /// The object as it is called in a sentence: an element of a list by what it is.
    static String een(String object) {
        return switch (object) {
            case "bericht" -> "het bericht";
            case "leveringen" -> "een levering";
            case "contactpersonen" -> "een contactpersoon";
            case "schuldhulptrajecten" -> "een schuldhulptraject";
            case "client" -> "een cliënt";
            case "crisisinterventies" -> "een crisisinterventie";
            case "moratoria" -> "een moratorium";
            case "voorlopigeVoorzieningen" -> "een voorlopige voorziening";
            case "schulden" -> "een schuld";
            default -> Toonbaar.van(object);
        };
    }

    /// The last name in the pointer.
    static String veld(String pad) {
        return pad.substring(pad.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
    }

    /// The known name nearest to a misspelt one, when it is near enough to be meant.
    static Optional<String> suggestie(String object, String veld) {
        String beste = "";
        int afstand = Math.max(2, veld.length() / 3) + 1;
        for (String naam : PER_OBJECT.getOrDefault(object, List.of())) {
            int nieuw = lijktOp(naam, veld) ? 0 : afstand(naam, veld);
            if (nieuw < afstand) {
                afstand = nieuw;
                beste = naam;
            }
        }
        return beste.isEmpty() ? Optional.empty() : Optional.of(beste);
    }

    /// The same but for capitals, or a part of the name left out, as `soort` for `schuldsoort`.
    private static boolean lijktOp(String naam, String veld) {
        String bekend = naam.toLowerCase(Locale.ROOT);
        String gegeven = veld.toLowerCase(Locale.ROOT);
        return bekend.equals(gegeven)
                || (gegeven.length() > 3 && (bekend.endsWith(gegeven) || gegeven.endsWith(bekend)));
    }

    /// Levenshtein distance, for names of at most 64 characters.
    private static int afstand(String a, String b) {
        if (b.length() > 64) {
            return Integer.MAX_VALUE;
        }
        int[] vorige = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            vorige[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int schuin = vorige[0];
            vorige[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int boven = vorige[j];
                int anders = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                vorige[j] = Math.min(Math.min(boven, vorige[j - 1]) + 1, schuin + anders);
                schuin = boven;
            }
        }
        return vorige[b.length()];
    }
}
