// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

/// Kinds of parties: the words of the W3C Data Privacy Vocabulary 2.1 that the draft API of the register knows.
public enum EntityType implements Begrip {
    LEGAL_ENTITY("LegalEntity", "rechtspersoon"),
    NATURAL_PERSON("NaturalPerson", "natuurlijke persoon"),
    ORGANISATION("Organisation", "organisatie");

    private final String woord;
    private final String tekst;

    EntityType(String woord, String tekst) {
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
