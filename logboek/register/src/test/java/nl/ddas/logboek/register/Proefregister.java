// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.net.URI;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Contents to test with.
final class Proefregister {

    static final URI BASE = URI.create("https://register.voorbeeld/v1");
    static final UUID EEN = UUID.fromString("00000000-0000-4000-8000-000000000001");
    static final UUID TWEE = UUID.fromString("00000000-0000-4000-8000-000000000002");
    static final Instant JAN = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant FEB = Instant.parse("2026-02-01T00:00:00Z");
    static final Instant MRT = Instant.parse("2026-03-01T00:00:00Z");

    private static final Entiteit PERSOON = new Entiteit(
            UUID.fromString("00000000-0000-4000-8000-0000000000b1"),
            EntityType.NATURAL_PERSON,
            "A. Voorbeeld",
            new Contact("Plein 1", "1234 AB", "Ergens", "Nederland", "0612345678", "a@voorbeeld.nl"));
    private static final Entiteit CLUB = new Entiteit(
            UUID.fromString("00000000-0000-4000-8000-0000000000c1"),
            EntityType.ORGANISATION,
            "Voorbeeldstad",
            new Contact("Markt 2", "", "", "", "", "info@voorbeeld.nl"));

    private Proefregister() {}

    static Entiteit persoon() {
        return PERSOON;
    }

    static Entiteit club() {
        return CLUB;
    }

    /// Without personal data.
    static Inhoud zaak(String name) {
        return met(name, Persoonsgegevens.GEEN, List.of(), logwijze(SubjectLogging.NONE, false, Optional.empty()));
    }

    /// With personal data, and a line for each data subject.
    static Inhoud persoonlijk(String name) {
        return met(
                name,
                gegevens(),
                List.of(DataSubject.CITIZEN),
                logwijze(SubjectLogging.PER_SUBJECT, false, Optional.empty()));
    }

    /// Confidential until a moment, or until further notice.
    static Inhoud vertrouwelijk(String name, Optional<Instant> tot) {
        return met(name, gegevens(), List.of(DataSubject.CITIZEN), logwijze(SubjectLogging.AGGREGATE, true, tot));
    }

    /// No longer confidential, for earlier lines too.
    static Inhoud openbaarSinds(String name, Instant sinds) {
        return met(
                name,
                gegevens(),
                List.of(DataSubject.CITIZEN),
                logwijze(SubjectLogging.AGGREGATE, false, Optional.of(sinds)));
    }

    private static Persoonsgegevens gegevens() {
        return new Persoonsgegevens(List.of("naam en adres"), Optional.of(Period.ofYears(7)));
    }

    private static Logwijze logwijze(SubjectLogging subjects, boolean confidential, Optional<Instant> tot) {
        boolean isAggregate = subjects == SubjectLogging.AGGREGATE;
        return new Logwijze(
                2,
                subjects,
                isAggregate ? "Zo besloten." : "",
                isAggregate ? Optional.of(URI.create("https://voorbeeld/dpia")) : Optional.empty(),
                confidential,
                tot,
                Optional.of(Period.ofYears(5)));
    }

    private static Inhoud met(String name, Persoonsgegevens gegevens, List<DataSubject> subjects, Logwijze logging) {
        return new Inhoud(
                name,
                "Om te proberen",
                gegevens.categories().isEmpty() ? List.of() : List.of(LegalBasis.LEGAL_OBLIGATION),
                "Wet op het proberen, artikel 1",
                subjects,
                gegevens,
                List.of(ProcessingOption.USE),
                List.of(new Ontvanger(LegalRole.DATA_CONTROLLER, CLUB.id())),
                List.of(new Maatregel(MeasureType.TECHNICAL, "Een slot", List.of(URI.create("urn:risico:1")))),
                logging,
                new Verband(Optional.of(CLUB.id()), Optional.empty(), List.of(URI.create("https://voorbeeld/wet"))),
                false);
    }

    /// Empty, to say where a register is.
    static Registerdocument kop() {
        return new Registerdocument(BASE, "Proefregister", List.of(), List.of());
    }

    static Registerdocument document(Activiteit... activiteiten) {
        return new Registerdocument(BASE, "Proefregister", List.of(PERSOON, CLUB), List.of(activiteiten));
    }
}
