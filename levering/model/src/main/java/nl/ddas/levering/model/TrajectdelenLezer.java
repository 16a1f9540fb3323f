// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/// Reads the objects inside a traject; the walk stands on the opening brace of each.
final class TrajectdelenLezer {

    private final Veldlezer v;
    private Optional<LocalDate> start = Optional.empty();
    private Optional<LocalDate> eind = Optional.empty();

    TrajectdelenLezer(Veldlezer v) {
        this.v = v;
    }

    Periode periode() throws IOException {
        beginPeriode();
        while (v.volgende()) {
            overigOfPeriode();
        }
        return periodeTotNu();
    }

    Aanmelding aanmelding() throws IOException {
        Optional<Boolean> crisis = Optional.empty();
        beginPeriode();
        while (v.volgende()) {
            if (v.is(Veld.CRISISINTERVENTIE)) {
                crisis = v.jaNee();
            } else {
                overigOfPeriode();
            }
        }
        return new Aanmelding(crisis, periodeTotNu());
    }

    Intake intake() throws IOException {
        Optional<LocalDate> datum = Optional.empty();
        Optional<Beschikkingssoort> soort = Optional.empty();
        beginPeriode();
        while (v.volgende()) {
            if (v.is(Veld.BESCHIKKINGSDATUM)) {
                datum = v.datum();
            } else if (v.is(Veld.BESCHIKKINGSSOORT)) {
                soort = v.keuze(Keuzelijst.BESCHIKKINGSSOORTEN);
            } else {
                overigOfPeriode();
            }
        }
        return new Intake(periodeTotNu(), datum, soort);
    }

    PlanVanAanpak planVanAanpak() throws IOException {
        Optional<LocalDate> afronding = Optional.empty();
        while (v.volgende()) {
            if (v.is(Veld.DATUM_AFRONDING)) {
                afronding = v.datum();
            } else {
                v.onbekend();
            }
        }
        return new PlanVanAanpak(afronding);
    }

    Schuldregeling schuldregeling() throws IOException {
        Optional<LocalDate> datum = Optional.empty();
        Optional<LocalDate> toegekend = Optional.empty();
        Optional<LocalDate> afgewezen = Optional.empty();
        Optional<LocalDate> ingetrokken = Optional.empty();
        Optional<Boolean> dwangakkoord = Optional.empty();
        Optional<LocalDate> verzoek = Optional.empty();
        while (v.volgende()) {
            switch (v.veld()) {
                case DATUM -> datum = v.datum();
                case TOEGEKEND -> toegekend = v.datum();
                case AFGEWEZEN -> afgewezen = v.datum();
                case INGETROKKEN -> ingetrokken = v.datum();
                case DWANGAKKOORD -> dwangakkoord = v.jaNee();
                case DATUM_VERZOEK_DWANGAKKOORD -> verzoek = v.datum();
                default -> v.onbekend();
            }
        }
        return new Schuldregeling(datum, toegekend, afgewezen, ingetrokken, dwangakkoord, verzoek);
    }

    Oplossing oplossing() throws IOException {
        Optional<Long> vtlb = Optional.empty();
        Optional<Oplossingssoort> soort = Optional.empty();
        beginPeriode();
        while (v.volgende()) {
            if (v.is(Veld.VTLB)) {
                vtlb = v.geheel();
            } else if (v.is(Veld.SOORT)) {
                soort = v.keuze(Keuzelijst.OPLOSSINGSSOORTEN);
            } else {
                overigOfPeriode();
            }
        }
        return new Oplossing(periodeTotNu(), vtlb, soort);
    }

    Begeleiding begeleiding() throws IOException {
        Optional<Begeleidingssoort> soort = Optional.empty();
        beginPeriode();
        while (v.volgende()) {
            if (v.is(Veld.SOORT)) {
                soort = v.keuze(Keuzelijst.BEGELEIDINGSSOORTEN);
            } else {
                overigOfPeriode();
            }
        }
        return new Begeleiding(periodeTotNu(), soort);
    }

    Moratorium moratorium() throws IOException {
        Optional<LocalDate> aanvraag = Optional.empty();
        Optional<LocalDate> goedkeuring = Optional.empty();
        beginPeriode();
        while (v.volgende()) {
            if (v.is(Veld.DATUM_AANVRAAG)) {
                aanvraag = v.datum();
            } else if (v.is(Veld.DATUM_GOEDKEURING)) {
                goedkeuring = v.datum();
            } else {
                overigOfPeriode();
            }
        }
        return new Moratorium(aanvraag, goedkeuring, periodeTotNu());
    }

    Client client() throws IOException {
        Optional<Bsn> bsn = Optional.empty();
        Optional<String> geboortedatum = Optional.empty();
        Optional<String> geslacht = Optional.empty();
        Optional<String> postcode = Optional.empty();
        Optional<String> huisnummer = Optional.empty();
        Optional<String> toevoeging = Optional.empty();
        while (v.volgende()) {
            switch (v.veld()) {
                case BURGERSERVICENUMMER -> bsn = v.tekst().map(Bsn::new);
                case GEBOORTEDATUM -> geboortedatum = v.tekst();
                case GESLACHTSAANDUIDING -> geslacht = v.tekst();
                case CLIENT_POSTCODE -> postcode = v.tekst();
                case HUISNUMMER -> huisnummer = v.tekst();
                case HUISNUMMERTOEVOEGING -> toevoeging = v.tekst();
                default -> v.onbekend();
            }
        }
        return new Client(bsn, geboortedatum, geslacht, postcode, huisnummer, toevoeging);
    }

    Schuld schuld() throws IOException {
        Optional<Long> bedrag = Optional.empty();
        Optional<LocalDate> peildatum = Optional.empty();
        Optional<Boolean> zakelijk = Optional.empty();
        Optional<Schuldensoort> soort = Optional.empty();
        Optional<Schuldeiser> schuldeiser = Optional.empty();
        while (v.volgende()) {
            switch (v.veld()) {
                case BEDRAG -> bedrag = v.geheel();
                case PEILDATUM -> peildatum = v.datum();
                case ZAKELIJKE_SCHULD -> zakelijk = v.jaNee();
                case SCHULDSOORT -> soort = v.keuze(Keuzelijst.SCHULDENSOORTEN);
                case SCHULDEISER -> schuldeiser = v.object(this::schuldeiser);
                default -> v.onbekend();
            }
        }
        return new Schuld(bedrag, peildatum, zakelijk, soort, schuldeiser);
    }

    private Schuldeiser schuldeiser() throws IOException {
        Optional<String> naam = Optional.empty();
        Optional<String> naamVanSubject = Optional.empty();
        Optional<String> kvknummer = Optional.empty();
        Optional<String> postcode = Optional.empty();
        Optional<Boolean> privepersoon = Optional.empty();
        while (v.volgende()) {
            switch (v.veld()) {
                case NAAM -> naam = v.tekst();
                case NAAM_VAN_SUBJECT -> naamVanSubject = v.tekst();
                case KVKNUMMER -> kvknummer = v.tekst();
                case POSTCODE -> postcode = v.tekst();
                case PRIVEPERSOON -> privepersoon = v.jaNee();
                default -> v.onbekend();
            }
        }
        return new Schuldeiser(naam, naamVanSubject, kvknummer, postcode, privepersoon);
    }

    Uitstroom uitstroom() throws IOException {
        Optional<LocalDate> datum = Optional.empty();
        Optional<LocalDate> beschikking = Optional.empty();
        Optional<String> omschrijving = Optional.empty();
        Optional<Uitstroomreden> reden = Optional.empty();
        while (v.volgende()) {
            switch (v.veld()) {
                case DATUM -> datum = v.datum();
                case DATUM_BEEINDIGINGSBESCHIKKING -> beschikking = v.datum();
                case OMSCHRIJVING -> omschrijving = v.tekst();
                case REDEN -> reden = v.keuze(Keuzelijst.UITSTROOMREDENEN);
                default -> v.onbekend();
            }
        }
        return new Uitstroom(datum, beschikking, omschrijving, reden);
    }

    private void beginPeriode() {
        start = Optional.empty();
        eind = Optional.empty();
    }

    private Periode periodeTotNu() {
        return new Periode(start, eind);
    }

    private void overigOfPeriode() throws IOException {
        if (v.is(Veld.STARTDATUM)) {
            start = v.datum();
        } else if (v.is(Veld.EINDDATUM)) {
            eind = v.datum();
        } else {
            v.onbekend();
        }
    }
}
