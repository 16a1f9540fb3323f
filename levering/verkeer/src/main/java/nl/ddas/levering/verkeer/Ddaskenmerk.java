// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.time.Instant;
import java.util.Locale;
import nl.ddas.logboek.client.Lopend;

/// What a line in a Logboek Dataverwerkingen says about an exchange: the attributes of the extension `ddas`.
/// None of them ever holds something about a person.
public enum Ddaskenmerk {
    /// A word of [#VRAAG], [#ANTWOORD] or [#VERSLAG].
    BERICHT_SOORT,
    /// Version of the exchange model, such as `1.0`.
    SCHEMA_VERSIE,
    /// [Leveringkenmerk].
    LEVERING_ID,
    /// [Leveringkenmerk] of the earlier delivery of the same period that this one takes the place of.
    VERVANGEN_LEVERING_ID,
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
    FSC_FOUTCODE,
    /// Addresses in the Algoritmeregister: a list.
    ALGORITME_IDS;

    public static final String VRAAG = "shv-vraag";
    public static final String ANTWOORD = "shv-antwoord";
    public static final String VERSLAG = "verwerkingsverslag";

    private final String sleutel = "dpl.ddas." + name().toLowerCase(Locale.ROOT);

    /// The key on the line.
    public String sleutel() {
        return sleutel;
    }

    /// Says it on a line.
    public void zet(Lopend lopend, String waarde) {
        lopend.met(sleutel, waarde);
    }

    /// The period that a line is about: the least that each line with these attributes says.
    public static void zetPeriode(Lopend lopend, Aanleverperiode periode) {
        PERIODE_START.zet(lopend, periode.start().toString());
        PERIODE_EIND.zet(lopend, periode.eind().toString());
    }

    /// What a delivery is called.
    ///
    /// @param leverancier OIN of who signed the delivery
    /// @param aangeleverd `aanleverdatumEnTijd` of the message
    public static void zetLevering(Lopend lopend, String leverancier, Aanleverperiode periode, Instant aangeleverd) {
        LEVERING_ID.zet(
                lopend, Leveringkenmerk.van(leverancier, periode, aangeleverd).toString());
    }

    /// How a check of a delivery ended.
    ///
    /// @param isAfgekeurd whether the delivery cannot be used
    /// @param bevindingen how many there are, 0 or more
    public static void zetOordeel(Lopend lopend, boolean isAfgekeurd, long bevindingen) {
        VALIDATIE_RESULTAAT.zet(lopend, isAfgekeurd ? "afgekeurd" : bevindingen > 0 ? "waarschuwingen" : "ok");
        AANTAL_BEVINDINGEN.zet(lopend, Long.toString(bevindingen));
    }
}
