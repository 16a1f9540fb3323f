// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// Records with every field filled, all numbers invented.
final class Voorbeelden {

    static final Optional<LocalDate> DAG = Optional.of(LocalDate.of(2025, 3, 14));
    static final Optional<LocalDate> LATER = Optional.of(LocalDate.of(2025, 12, 31));
    static final Periode PERIODE = new Periode(DAG, LATER);

    static final Kop KOP = new Kop(
            Optional.of(LocalDate.of(2025, 1, 1)),
            Optional.of(LocalDate.of(2025, 6, 30)),
            Optional.of(new Moment(OffsetDateTime.parse("2025-07-02T08:30:00+02:00"), Optional.of("+02:00"))),
            Optional.of("Voorbeeldpakket 3.1"));

    static final LeveringKop LEVERING = new LeveringKop(
            Optional.of(1L),
            new Organisatie(
                    Optional.of("Gemeente Voorbeeldstad"),
                    Optional.empty(),
                    Optional.of("1234AB"),
                    Optional.of("0518"),
                    List.of(new Contactpersoon(
                            Optional.of("post@voorbeeld.nl"),
                            Optional.of("beheerder"),
                            Optional.of("Noor Prins"),
                            Optional.of("070-0000000")))));

    private Voorbeelden() {}

    static Schuldhulptraject vol() {
        return new Schuldhulptraject(
                Optional.of("0518"),
                DAG,
                LATER,
                DAG,
                Optional.of("Eerste \"traject\" met ë, € en \uD83D\uDE00"),
                Optional.of(12_345L),
                List.of(client("000000012"), client("000000024")),
                Optional.of(new Aanmelding(Optional.of(true), PERIODE)),
                Optional.of(new Intake(PERIODE, DAG, Optional.of(Beschikkingssoort.TOELATINGSBESCHIKKING))),
                Optional.of(new PlanVanAanpak(DAG)),
                Optional.of(PERIODE),
                Optional.of(new Schuldregeling(DAG, DAG, DAG, DAG, Optional.of(false), LATER)),
                Optional.of(new Oplossing(PERIODE, Optional.of(900L), Optional.of(Oplossingssoort.NUL_PROCENT_AANBOD))),
                Optional.of(PERIODE),
                Optional.of(PERIODE),
                List.of(new Begeleiding(PERIODE, Optional.of(Begeleidingssoort.LANGE_TERMIJN_BEGELEIDING))),
                List.of(PERIODE, PERIODE),
                List.of(new Moratorium(DAG, LATER, PERIODE)),
                List.of(PERIODE),
                List.of(new Schuld(
                        Optional.of(-5L),
                        DAG,
                        Optional.of(false),
                        Optional.of(Schuldensoort.NUTS),
                        Optional.of(new Schuldeiser(
                                Optional.of("Energie BV"),
                                Optional.of("Energie BV"),
                                Optional.of("12345678"),
                                Optional.of("1234AB"),
                                Optional.of(false))))),
                Optional.of(new Uitstroom(LATER, LATER, Optional.of("klaar"), Optional.of(Uitstroomreden.AFGEROND))),
                List.of());
    }

    static Client client(String bsn) {
        return new Client(
                Optional.of(new Bsn(bsn)),
                Optional.of("1980-05-01"),
                Optional.of("Vrouw"),
                Optional.of("1234AB"),
                Optional.of("12"),
                Optional.of("a"));
    }

    /// Only the gemeentecode: all that the schema asks.
    static Schuldhulptraject kaal() {
        return new Schuldhulptraject(
                Optional.of("Onbekend"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }
}
