// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

/// Something that had to change to read an older version as v1.0. Never holds a value of a person: `van` and `naar`
/// are names of fields, values of a list in the schema, or words for a way of writing.
///
/// @param soort what was done
/// @param pad JSON pointer below the message, levering or traject where it stands, as delivered
/// @param van what was delivered
/// @param naar what v1.0 has instead
public record Omzetting(Soort soort, String pad, String van, String naar) {

    /// What was done, in Dutch, to be followed by how often.
    public String uitleg() {
        return soort.uitleg();
    }

    /// Whether v1.0 asks more than was delivered, so that someone has to look whether the outcome is right.
    public boolean isOnzeker() {
        return soort.isOnzeker();
    }

    /// What can be done.
    public enum Soort {
        HERNOEMD("veld met een oude naam hernoemd"),
        INGEPAKT("organisatie en trajecten in een levering met teller 1 gezet"),
        MOMENT("ontbrekende aanleverdatumEnTijd ingevuld met het moment van ontvangst"),
        LEVERANCIER("ontbrekende codeGegevensleverancier ingevuld met \"" + Kop.ONBEKENDE_LEVERANCIER + "\""),
        GEMEENTECODE("ontbrekende gemeentecode van het traject ingevuld"),
        NAAM_TRAJECT("naam van het traject gelezen als omschrijving"),
        NAAM_SCHULDEISER("naam van de schuldeiser ook in het veld Naam gezet"),
        TWEEDE_PLEK("soort of reden overgenomen uit een apart onderdeel"),
        TOELATING("toelatingsbeschikking gelezen als beschikkingsdatum met een soort"),
        BEEINDIGING("beëindigingsbeschikking van de intake naar de uitstroom verplaatst"),
        SCHULD("schuld van de cliënt naar het traject verplaatst"),
        WAARDE("lange waarde vervangen door de korte waarde van versie 1.0"),
        SCHRIJFWIJZE("andere schrijfwijze vervangen door die van versie 1.0"),
        DATUM("datum herschreven als jjjj-mm-dd"),
        HUISNUMMER("letter bij het huisnummer naar de toevoeging verplaatst"),

        DUBBELE_SCHULD("schuld weggelaten die al bij een andere cliënt of leefsituatie stond"),
        NAAM_TRAJECT_WEG("naam van het traject weggelaten naast een omschrijving"),
        TWEEDE_PLEK_WEG("tweede opgave van een soort of reden weggelaten"),
        INKOMEN("inkomen weggelaten"),
        KOOPWONING("koopwoning weggelaten"),
        PARTNER("partner weggelaten"),
        ONDERNEMER("ondernemerschap weggelaten"),
        GEZAGSDRAGER("gezagsdragerbekend weggelaten"),
        LEEFSITUATIE("overige gegevens over de leefsituatie weggelaten"),
        PEILDATUM_SCHULDEISER("peildatum van de schuldeiser weggelaten"),

        REDEN_ONZEKER("verhuisd, vertrokken of overleden is niet te splitsen; de reden is gelezen als Overig", true),
        SCHULDSOORT_ONZEKER(
                "energie, water, gemeentelijke belastingen en telecom is niet te splitsen;"
                        + " de schuldsoort is gelezen als Nuts",
                true),
        TOEGEKEND_ONZEKER("tekst in toegekend is geen datum en is weggelaten", true),
        BEEINDIGING_ONZEKER("beëindigingsbeschikking zonder datum is weggelaten", true);

        private final String uitleg;
        private final boolean onzeker;

        Soort(String uitleg) {
            this(uitleg, false);
        }

        Soort(String uitleg, boolean onzeker) {
            this.uitleg = uitleg;
            this.onzeker = onzeker;
        }

        /// What was done, in Dutch.
        public String uitleg() {
            return uitleg;
        }

        /// Whether someone has to look whether the outcome is right.
        public boolean isOnzeker() {
            return onzeker;
        }
    }
}
