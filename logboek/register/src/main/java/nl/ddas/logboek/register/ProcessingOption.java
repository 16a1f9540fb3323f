// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

/// What is done with data: the words of the W3C Data Privacy Vocabulary 2.1 that the draft API of the register knows.
public enum ProcessingOption implements Begrip {
    COPY("Copy", "kopiëren"),
    DISCLOSE("Disclose", "bekendmaken"),
    OBTAIN("Obtain", "verkrijgen"),
    ORGANISE("Organise", "ordenen"),
    REMOVE("Remove", "verwijderen"),
    STORE("Store", "bewaren"),
    TRANSFER("Transfer", "doorgeven"),
    TRANSFORM("Transform", "bewerken"),
    USE("Use", "gebruiken");

    private final String woord;
    private final String tekst;

    ProcessingOption(String woord, String tekst) {
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
