// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

/// Every weight of the betrouwbaarheidsindicator; the file with weights has one line for each, see [Gewichten].
enum Gewicht {
    // The five parts of the score; together 1.
    DEEL_VOLLEDIGHEID("deel", "volledigheid"),
    DEEL_CONSISTENTIE("deel", "consistentie"),
    DEEL_TIJDIGHEID("deel", "tijdigheid"),
    DEEL_IDENTIFICEERBAARHEID("deel", "identificeerbaarheid"),
    DEEL_BEVESTIGING("deel", "bevestiging"),

    // Volledigheid: weight of each expected field.
    VELD_STARTDATUM("veld", "startdatum"),
    VELD_GEMEENTE("veld", "gemeente"),
    VELD_CLIENT("veld", "client"),
    VELD_AANMELDING_STARTDATUM("veld", "aanmelding.startdatum"),
    VELD_INTAKE_STARTDATUM("veld", "intake.startdatum"),
    VELD_INTAKE_BESCHIKKINGSSOORT("veld", "intake.beschikkingssoort"),
    VELD_INTAKE_BESCHIKKINGSDATUM("veld", "intake.beschikkingsdatum"),
    VELD_TOTAAL_SCHULDBEDRAG("veld", "totaalSchuldbedrag"),
    VELD_SCHULDEN("veld", "schulden"),
    VELD_SCHULDREGELING_DATUM("veld", "schuldregeling.datum"),
    VELD_OPLOSSING_SOORT("veld", "oplossing.soort"),
    VELD_OPLOSSING_STARTDATUM("veld", "oplossing.startdatum"),
    VELD_BEGELEIDING_SOORT("veld", "begeleiding.soort"),
    VELD_EINDDATUM("veld", "einddatum"),
    VELD_UITSTROOM_DATUM("veld", "uitstroom.datum"),
    VELD_UITSTROOM_REDEN("veld", "uitstroom.reden"),

    // Consistentie: what each finding and each contradiction takes off.
    AFTREK_BLOKKEREND("aftrek", "blokkerend"),
    AFTREK_WAARSCHUWING("aftrek", "waarschuwing"),
    AFTREK_INFORMATIEF("aftrek", "informatief"),
    AFTREK_TEGENSPRAAK("aftrek", "tegenspraak"),
    AFTREK_IDENTITEITSCONFLICT("aftrek", "identiteitsconflict"),

    // Tijdigheid: by the number of days between the end of the period and the delivery.
    TIJDIG_31("tijdig", "31"),
    TIJDIG_62("tijdig", "62"),
    TIJDIG_92("tijdig", "92"),
    TIJDIG_LATER("tijdig", "later"),
    TIJDIG_VOORAF("tijdig", "vooraf"),
    TIJDIG_STIL("tijdig", "stil"),

    // Identificeerbaarheid: by what is known of a client.
    HERKEND_BSN_EN_TWEEDE("herkend", "bsn.en.tweede"),
    HERKEND_BSN("herkend", "bsn"),
    HERKEND_TWEEDE("herkend", "tweede"),
    HERKEND_DRIE("herkend", "drie"),

    // Bevestiging by a second source.
    BEVESTIGING_EEN("bevestiging", "een"),
    BEVESTIGING_GEMEENTE("bevestiging", "gemeente"),

    // Caps, whole points.
    GRENS_BLOKKEREND("grens", "blokkerend"),
    GRENS_ONHERKENBAAR("grens", "onherkenbaar"),
    GRENS_GEMEENTE_ONBEKEND("grens", "gemeente.onbekend");

    private final String groep;
    private final String naam;

    Gewicht(String groep, String naam) {
        this.groep = groep;
        this.naam = naam;
    }

    /// Within its group, Dutch: `volledigheid`.
    String naam() {
        return naam;
    }

    /// In the file: `deel.volledigheid`.
    String sleutel() {
        return groep + "." + naam;
    }
}
