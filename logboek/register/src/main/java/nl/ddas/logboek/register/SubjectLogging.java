// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

/// How data subjects are logged (LDV-R11): an own addition to the draft API.
public enum SubjectLogging implements Begrip {
    /// Personal data, a line for each data subject, as the standard wants it.
    PER_SUBJECT("per-subject", "een regel voor elke betrokkene"),
    /// Personal data, but lines name no data subject: a decision that is motivated and stands on a DPIA.
    AGGREGATE("aggregate", "zonder betrokkenen, met motivering"),
    /// No personal data.
    NONE("none", "geen persoonsgegevens");

    private final String woord;
    private final String tekst;

    SubjectLogging(String woord, String tekst) {
        this.woord = woord;
        this.tekst = tekst;
    }

    @Override
    public String woord() {
        return woord;
    }

    @Override
    public String tekst() {
        return tekst;
    }
}
