// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

/// What combining has to say, with the codes of the catalogue of checks.
public enum Signaalcode {
    C_01("C-01", false, "Dit traject is samengevoegd uit meer bronnen."),
    C_02("C-02", true, "Een cliënt is niet te herkennen: er is geen bruikbaar BSN en geen volledige tweede sleutel."),
    C_03("C-03", true, "De persoonsgegevens passen bij meer dan één BSN; op deze cliënt is niet gecombineerd."),
    C_04("C-04", false, "De bronnen verschillen over een gegeven."),
    C_05("C-05", true, "Een cliënt komt tegelijk voor in trajecten met verschillende partners; niet gecombineerd."),
    C_06("C-06", true, "Een cliënt heeft tegelijk trajecten bij verschillende gemeenten."),
    C_07("C-07", true, "Samenvoegen zou meer dan twee cliënten geven; deels niet gecombineerd."),
    C_08("C-08", false, "Een nieuw traject begint kort na het vorige en telt als tweede traject.");

    private final String code;
    private final boolean twijfel;
    private final String melding;

    Signaalcode(String code, boolean twijfel, String melding) {
        this.code = code;
        this.twijfel = twijfel;
        this.melding = melding;
    }

    /// `C-01`..`C-08`.
    public String code() {
        return code;
    }

    /// Whether it marks a doubt in which something was left uncombined, for a person to look at.
    public boolean isTwijfel() {
        return twijfel;
    }

    /// What it means, Dutch, one sentence.
    public String melding() {
        return melding;
    }
}
