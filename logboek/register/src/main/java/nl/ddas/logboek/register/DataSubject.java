// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

/// Kinds of data subjects: the words of the W3C Data Privacy Vocabulary 2.1 that the draft API of the register knows.
public enum DataSubject implements Begrip {
    ADULT("Adult", "volwassene"),
    APPLICANT("Applicant", "aanvrager"),
    CITIZEN("Citizen", "burger"),
    CONSUMER("Consumer", "consument"),
    CUSTOMER("Customer", "klant"),
    DATA_SUBJECT("DataSubject", "betrokkene"),
    EMPLOYEE("Employee", "medewerker"),
    GUARDIAN_OF_HUMAN("GuardianOfHuman", "voogd of bewindvoerder"),
    IMMIGRANT("Immigrant", "immigrant"),
    JOB_APPLICANT("JobApplicant", "sollicitant"),
    MEMBER("Member", "lid"),
    NON_CITIZEN("NonCitizen", "niet-burger"),
    PARENT_OF_HUMAN("ParentOfHuman", "ouder"),
    PARTICIPANT("Participant", "deelnemer"),
    PATIENT("Patient", "patiënt"),
    STUDENT("Student", "student"),
    SUBSCRIBER("Subscriber", "abonnee"),
    TOURIST("Tourist", "toerist"),
    USER("User", "gebruiker"),
    VISITOR("Visitor", "bezoeker"),
    VULNERABLE_HUMAN("VulnerableHuman", "kwetsbare persoon");

    private final String woord;
    private final String tekst;

    DataSubject(String woord, String tekst) {
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
