// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

/// How figures are protected so that nobody can be recognised in them. All numbers of that protection are here, and
/// [#uitleg()] tells them to the reader.
public enum Onthullingsprofiel {
    /// Counts of 1-9 hidden, others in tens; nothing hidden can be worked out from a total.
    STANDAARD,
    /// No protection: only for the eyes of those who process the data.
    INTERN;

    private static final long KLEINST_ZICHTBAAR = 10;
    private static final long TIENTAL = 10;
    private static final long HONDERDTAL = 100;
    private static final int VOOR_PERCENTAGE = 50;
    private static final int VOOR_BEDRAGEN = 20;
    private static final int GROOTSTE_AANDEEL = 30;

    /// Whether a count is so small that it must be hidden; zero is not.
    boolean isKlein(long aantal) {
        return this == STANDAARD && aantal != 0 && Math.abs(aantal) < KLEINST_ZICHTBAAR;
    }

    /// A count as the reader may see it: in tens under STANDAARD, half upwards.
    long afgerond(long aantal) {
        return this == INTERN ? aantal : Math.floorDiv(aantal + TIENTAL / 2, TIENTAL) * TIENTAL;
    }

    /// A count in a sentence, Dutch: as the reader may see it, or that it is small.
    String getal(long aantal) {
        return isKlein(aantal) ? "minder dan " + KLEINST_ZICHTBAAR : new Cel.Aantal(afgerond(aantal)).leesbaar();
    }

    /// Whether a share of this many may be shown.
    boolean toontPercentage(long noemer) {
        return noemer >= (this == INTERN ? 1 : VOOR_PERCENTAGE);
    }

    /// Whether measures of this many amounts may be shown.
    boolean toontBedragen(int aantal) {
        return aantal >= (this == INTERN ? 1 : VOOR_BEDRAGEN);
    }

    /// Whether a mean may be shown: one amount that weighs too much in it would tell that amount.
    ///
    /// @param grootste the largest amount, whole euros
    /// @param som of all amounts, whole euros
    boolean toontGemiddelde(long grootste, long som) {
        return this == INTERN || grootste * 100 <= som * GROOTSTE_AANDEEL;
    }

    /// Whole euros as the reader may see them: in hundreds under STANDAARD.
    long euro(double bedrag) {
        return this == INTERN ? Math.round(bedrag) : Math.round(bedrag / HONDERDTAL) * HONDERDTAL;
    }

    /// Explanation for below a report, Dutch.
    public String uitleg() {
        return switch (this) {
            case STANDAARD ->
                "Aantallen van 1 tot en met " + (KLEINST_ZICHTBAAR - 1) + " staan er niet in (.), andere zijn afgerond"
                        + " op tientallen, bedragen op honderdtallen. Waar een verborgen aantal uit een totaal te"
                        + " berekenen zou zijn, is nog een aantal verborgen. Valt een hele groep in één categorie, dan"
                        + " is de verdeling verborgen. Totalen zijn op zichzelf afgerond en tellen dus niet altijd op."
                        + " Percentages staan er bij ten minste "
                        + VOOR_PERCENTAGE + " waarnemingen, bedragen bij ten minste " + VOOR_BEDRAGEN
                        + "; een gemiddelde alleen als geen bedrag groter is dan " + GROOTSTE_AANDEEL
                        + "% van de som.";
            case INTERN -> "INTERN: deze cijfers zijn niet beveiligd en mogen niet verspreid worden.";
        };
    }
}
