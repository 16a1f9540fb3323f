// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

/// The formats of JSON Schema that our schemas use. They are a second layer: JSON Schema 2020-12 leaves `format` an
/// annotation, our form check reports it apart ([Vormfout.Soort#FORMAT]).
enum Formaat {
    GEEN("een tekst"),
    DATUM("een bestaande datum in de vorm JJJJ-MM-DD"),
    DATUM_TIJD("een datum en tijd met tijdzone, zoals 2025-07-02T08:30:00+02:00"),
    EMAIL("een e-mailadres");

    private final String omschrijving;

    Formaat(String omschrijving) {
        this.omschrijving = omschrijving;
    }

    /// What is expected, in Dutch.
    String omschrijving() {
        return omschrijving;
    }

    /// Whether these characters have the form.
    boolean past(char[] tekens, int begin, int lengte) {
        return switch (this) {
            case GEEN -> true;
            case DATUM -> Datums.lees(tekens, begin, lengte) != Datums.GEEN;
            case DATUM_TIJD -> Momenten.isDatumTijd(tekens, begin, lengte);
            case EMAIL -> Mailadres.past(tekens, begin, lengte);
        };
    }
}
