// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.ddas.levering.model.Aanmelding;
import nl.ddas.levering.model.Afwijking;
import nl.ddas.levering.model.Begeleiding;
import nl.ddas.levering.model.Bsn;
import nl.ddas.levering.model.Bsncijfers;
import nl.ddas.levering.model.Client;
import nl.ddas.levering.model.Oplossing;
import nl.ddas.levering.model.Periode;
import nl.ddas.levering.model.Schuld;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.model.Schuldregeling;
import nl.ddas.levering.model.Uitstroom;
import nl.ddas.levering.model.Uitstroomreden;

/// A traject made by hand, sound unless a test changes it. Each number gives another person.
final class Proeftraject {

    private static final int[] GELDIG = IntStream.range(999_900_000, 1_000_000_000)
            .filter(Bsncijfers::elfproef)
            .limit(5000)
            .toArray();

    Optional<String> gemeentecode = Optional.of("0503");
    Optional<LocalDate> start;
    Optional<LocalDate> eind = Optional.empty();
    Optional<LocalDate> toekenning = Optional.empty();
    Optional<String> omschrijving = Optional.empty();
    Optional<Long> totaal = Optional.of(1000L);
    Optional<Aanmelding> aanmelding;
    Optional<Schuldregeling> schuldregeling = Optional.empty();
    Optional<Oplossing> oplossing = Optional.empty();
    List<Begeleiding> begeleiding = List.of();
    Optional<Uitstroom> uitstroom = Optional.empty();
    final List<Long> schulden = new ArrayList<>(List.of(1000L));
    final List<Proefclient> clienten = new ArrayList<>();
    final List<Afwijking> afwijkingen = new ArrayList<>();

    /// A client made by hand.
    static final class Proefclient {
        Optional<String> bsn;
        Optional<String> geboortedatum = Optional.of("1982-05-23");
        Optional<String> geslacht = Optional.of("Vrouw");
        Optional<String> postcode = Optional.of("2611AB");
        Optional<String> huisnummer;
        Optional<String> toevoeging = Optional.empty();

        Proefclient(int nummer) {
            bsn = Optional.of(bsn(nummer));
            huisnummer = Optional.of(Integer.toString(1 + nummer % 9999));
        }

        Client bouw() {
            return new Client(bsn.map(Bsn::new), geboortedatum, geslacht, postcode, huisnummer, toevoeging);
        }
    }

    Proeftraject(int nummer) {
        LocalDate dag = LocalDate.of(2026, 1, 10).plusDays(nummer % 100);
        start = Optional.of(dag);
        aanmelding = Optional.of(
                new Aanmelding(Optional.empty(), new Periode(Optional.of(dag.minusDays(5)), Optional.empty())));
        clienten.add(new Proefclient(nummer));
    }

    /// The number-th BSN that passes the elfproef, counted from 999900000.
    static String bsn(int nummer) {
        return Integer.toString(GELDIG[nummer % GELDIG.length]);
    }

    Proefclient client() {
        return clienten.getFirst();
    }

    void eindigt(String dag, Uitstroomreden reden) {
        eind = Optional.of(LocalDate.parse(dag));
        uitstroom = Optional.of(new Uitstroom(eind, Optional.empty(), Optional.empty(), Optional.of(reden)));
    }

    void toegekend(String dag) {
        schuldregeling = Optional.of(new Schuldregeling(
                Optional.empty(),
                Optional.of(LocalDate.parse(dag)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    void afwijking(Afwijking.Soort soort, String pad, String tekst) {
        afwijkingen.add(new Afwijking(soort, pad, tekst));
    }

    Schuldhulptraject bouw() {
        List<Schuld> lijst = schulden.stream()
                .map(bedrag -> new Schuld(
                        Optional.of(bedrag), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))
                .toList();
        return new Schuldhulptraject(
                gemeentecode,
                start,
                eind,
                toekenning,
                omschrijving,
                totaal,
                clienten.stream().map(Proefclient::bouw).toList(),
                aanmelding,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                schuldregeling,
                oplossing,
                Optional.empty(),
                Optional.empty(),
                begeleiding,
                List.of(),
                List.of(),
                List.of(),
                lijst,
                uitstroom,
                List.copyOf(afwijkingen));
    }
}
