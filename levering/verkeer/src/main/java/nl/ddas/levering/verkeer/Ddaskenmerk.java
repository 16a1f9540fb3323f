// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.util.Locale;

/// What a line in a Logboek Dataverwerkingen says about an exchange: the attributes of the extension `ddas`.
/// None of them ever holds something about a person.
public enum Ddaskenmerk {
    /// A word of [#VRAAG], [#ANTWOORD] or [#VERSLAG].
    BERICHT_SOORT,
    /// Version of the exchange model, such as `1.0`.
    SCHEMA_VERSIE,
    /// [Leveringkenmerk].
    LEVERING_ID,
    /// `codeGegevensleverancier`, else the name of the supplier.
    GEGEVENSLEVERANCIER_CODE,
    /// Gemeentecodes (`GM0503`): a list.
    AANLEVERENDE_ORGANISATIE,
    /// Twenty digits.
    AFNEMER_OIN,
    PERIODE_START,
    PERIODE_EIND,
    PAGINA,
    TOTAAL_PAGINAS,
    AANTAL_TRAJECTEN,
    /// `ok`, `waarschuwingen` or `afgekeurd`.
    VALIDATIE_RESULTAAT,
    AANTAL_BEVINDINGEN,
    /// As in the header `Digest`.
    BERICHT_DIGEST,
    /// A UUID.
    FSC_TRANSACTIE_ID,
    /// `ERROR_CODE_...`.
    FSC_FOUTCODE;

    public static final String VRAAG = "shv-vraag";
    public static final String ANTWOORD = "shv-antwoord";
    public static final String VERSLAG = "verwerkingsverslag";

    private final String sleutel = "dpl.ddas." + name().toLowerCase(Locale.ROOT);

    /// The key on the line.
    public String sleutel() {
        return sleutel;
    }
}
