// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

/// How figures are protected so that nobody can be recognised in them.
public enum Onthullingsprofiel {
    /// Counts of 1-9 hidden, others in tens; nothing hidden can be worked out from a total.
    STANDAARD,
    /// No protection: only for the eyes of those who process the data.
    INTERN;

    /// Explanation for below a report, Dutch.
    public String uitleg() {
        return switch (this) {
            case STANDAARD ->
                "Aantallen van 1 tot en met 9 staan er niet in (.), andere zijn afgerond op tientallen. Waar een verborgen"
                        + " aantal uit een totaal te berekenen zou zijn, is nog een aantal verborgen. Valt een hele groep in"
                        + " één categorie, dan is de verdeling verborgen. Totalen zijn op zichzelf afgerond en tellen dus"
                        + " niet altijd op. Percentages staan er bij ten minste 50 waarnemingen, bedragen bij ten minste 20;"
                        + " een gemiddelde alleen als geen bedrag groter is dan 30% van de som.";
            case INTERN -> "INTERN: deze cijfers zijn niet beveiligd en mogen niet verspreid worden.";
        };
    }
}
