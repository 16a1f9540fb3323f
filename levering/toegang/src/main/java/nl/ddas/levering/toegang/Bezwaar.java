// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toegang;

/// Why a rule grants nothing, or why there is none. The later ones are nearer to a permission.
public enum Bezwaar {
    /// No rule names the organisation.
    GEEN_REGEL("er is geen afspraak over levering aan uw organisatie"),
    /// The rule is over.
    VERLOPEN("de afspraak is verlopen"),
    /// The rule has not begun.
    NOG_NIET_GELDIG("de afspraak gaat later in"),
    /// The agreement is not signed.
    NIET_ONDERTEKEND("de overeenkomst is nog niet ondertekend"),
    /// The authority has not released the datum.
    NIET_VRIJGEGEVEN("de gegevens zijn nog niet vrijgegeven");

    private final String tekst;

    Bezwaar(String tekst) {
        this.tekst = tekst;
    }

    /// Dutch, for the organisation that is refused; fits in a sentence.
    public String tekst() {
        return tekst;
    }
}
