// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

/// Kinds of measures.
public enum MeasureType implements Begrip {
    ORGANISATIONAL("Organisational", "organisatorisch"),
    TECHNICAL("Technical", "technisch");

    private final String woord;
    private final String tekst;

    MeasureType(String woord, String tekst) {
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
