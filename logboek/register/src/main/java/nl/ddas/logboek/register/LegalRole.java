// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

/// What a party is before the law: the words of the W3C Data Privacy Vocabulary 2.1 that the draft API of the
/// register knows.
public enum LegalRole implements Begrip {
    DATA_CONTROLLER("DataController", "verwerkingsverantwoordelijke"),
    DATA_EXPORTER("DataExporter", "doorgever van gegevens"),
    DATA_IMPORTER("DataImporter", "ontvanger van doorgegeven gegevens"),
    DATA_PROCESSOR("DataProcessor", "verwerker"),
    DATA_PROTECTION_OFFICER("DataProtectionOfficer", "functionaris gegevensbescherming"),
    JOINT_DATA_CONTROLLERS("JointDataControllers", "gezamenlijke verwerkingsverantwoordelijken"),
    SERVICE_CONSUMER("ServiceConsumer", "afnemer van een dienst"),
    SERVICE_PROVIDER("ServiceProvider", "aanbieder van een dienst"),
    THIRD_PARTY("ThirdParty", "derde");

    private final String woord;
    private final String tekst;

    LegalRole(String woord, String tekst) {
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
