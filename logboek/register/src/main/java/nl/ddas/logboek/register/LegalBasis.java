// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

/// Why personal data may be processed: the words of the W3C Data Privacy Vocabulary 2.1 that the draft API of
/// the register knows.
public enum LegalBasis implements Begrip {
    CONSENT("Consent", "toestemming"),
    CONTRACT("Contract", "uitvoering van een overeenkomst"),
    DATA_TRANSFER_LEGAL_BASIS("DataTransferLegalBasis", "grondslag voor doorgifte"),
    LEGAL_OBLIGATION("LegalObligation", "wettelijke verplichting"),
    LEGITIMATE_INTEREST("LegitimateInterest", "gerechtvaardigd belang"),
    OFFICIAL_AUTHORITY_OF_CONTROLLER("OfficialAuthorityOfController", "uitoefening van openbaar gezag"),
    PUBLIC_INTEREST("PublicInterest", "taak van algemeen belang"),
    VITAL_INTEREST("VitalInterest", "vitaal belang");

    private final String woord;
    private final String tekst;

    LegalBasis(String woord, String tekst) {
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
