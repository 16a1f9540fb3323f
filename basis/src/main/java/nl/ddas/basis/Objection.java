// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

/// Why an act is refused; nothing was written.
public enum Objection {
    NOT_AN_OPERATOR("Uw certificaat staat niet in de lijst van beheerders. Laat een beheerder u voordragen."),
    CERTIFICATE_NOT_VALID("Uw certificaat is nu niet geldig. Gebruik een geldig certificaat."),
    SAME_PERSON(
            "U hebt dit zelf voorgesteld (zelfde naam of zelfde sleutel). Een andere beheerder moet het goedkeuren."),
    UNKNOWN_PROPOSAL("Dit voorstel bestaat niet. Kijk in de lijst welk nummer u bedoelt."),
    ALREADY_DECIDED("Over dit voorstel is al beslist."),
    NOT_APPROVED("Dit voorstel is niet goedgekeurd, of al uitgevoerd."),
    NOT_THE_PROPOSER("Alleen wie een voorstel deed, kan het intrekken. Wijs het af als u het er niet mee eens bent."),
    PROPOSER_GONE("Wie dit voorstelde, is geen beheerder meer. Wijs het af en doe het voorstel opnieuw."),
    REASON_MISSING("Schrijf erbij waarom, in 1 tot 1.000 tekens."),
    NEEDS_APPROVAL("Er zijn al twee beheerders. Draag de nieuwe voor; een ander keurt dat goed."),
    FIRST_APPOINTS_HIMSELF(
            "De eerste beheerder wijst zichzelf aan, met zijn eigen sleutel. Hij wijst daarna de tweede aan."),
    ALREADY_OPERATOR("Dit certificaat staat al in de lijst van beheerders, of het is van dezelfde persoon."),
    NO_SUCH_OPERATOR("Dit certificaat staat niet in de lijst van beheerders."),
    TOO_FEW_OPERATORS("Daarna zouden er geen twee beheerders meer zijn. Draag eerst een ander voor."),
    NOT_A_PERSON("Het certificaat heeft niet de naam van een persoon (voornaam en achternaam) als CN."),
    CANNOT_BE_KEPT("Dit voorstel kan niet worden bewaard: het is te groot of bevat tekens die niet mogen.");

    private final String text;

    Objection(String text) {
        this.text = text;
    }

    /// What is wrong and what to do, Dutch.
    public String text() {
        return text;
    }
}
