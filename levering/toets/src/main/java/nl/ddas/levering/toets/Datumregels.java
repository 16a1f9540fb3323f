// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.time.LocalDate;
import java.util.Optional;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.model.Uitstroom;

/// What rules T-05 to T-15, T-19, T-22 and T-23 ask of the dates of a traject.
final class Datumregels {

    private static final LocalDate VROEGST = LocalDate.of(1998, 12, 1);
    private static final LocalDate OPEN_EIND = LocalDate.of(9999, 12, 31);

    private Datumregels() {}

    static void startGevuld(Schuldhulptraject traject, Omgeving omgeving, Vondsten vondsten) {
        if (traject.startdatum().isEmpty() && !Afwijkingen.staatEr(traject, "/startdatum")) {
            Optional<Stappen.Stap> eerste = Stappen.eerste(traject);
            if (eerste.isPresent()) {
                vondsten.meld("/startdatum", "bron", eerste.get().naam());
            } else {
                vondsten.meldVariant("niets", "/startdatum");
            }
        }
    }

    static void eindNaStart(Schuldhulptraject traject, Omgeving omgeving, Vondsten vondsten) {
        if (voor(traject.einddatum(), traject.startdatum())) {
            vondsten.meld(
                    "/einddatum",
                    "eind",
                    traject.einddatum().get(),
                    "start",
                    traject.startdatum().get());
        }
    }

    static void binnenPeriode(Schuldhulptraject traject, Omgeving omgeving, Vondsten vondsten) {
        if (voor(omgeving.kop().einddatumLevering(), traject.startdatum())
                || voor(traject.einddatum(), omgeving.kop().startdatumLevering())) {
            vondsten.meld(
                    traject.startdatum().isPresent() ? "/startdatum" : "/einddatum",
                    "start",
                    Omgeving.ofTekst(traject.startdatum(), "onbekend"),
                    "eind",
                    Omgeving.ofTekst(traject.einddatum(), "heden"));
        }
    }

    static void startNietTeLaat(Schuldhulptraject traject, Omgeving omgeving, Vondsten vondsten) {
        if (traject.startdatum().isPresent()
                && (voor(omgeving.kop().einddatumLevering(), traject.startdatum())
                        || traject.startdatum().get().isAfter(omgeving.vandaag()))) {
            vondsten.meld("/startdatum", "datum", traject.startdatum().get());
        }
    }

    static void eindNietInDeToekomst(Schuldhulptraject traject, Omgeving omgeving, Vondsten vondsten) {
        if (traject.einddatum().isPresent() && traject.einddatum().get().isAfter(omgeving.aanleverdag())) {
            vondsten.meld("/einddatum", "datum", traject.einddatum().get());
        }
    }

    static void eindeGelijk(Schuldhulptraject traject, Omgeving omgeving, Vondsten vondsten) {
        if (traject.uitstroom().isEmpty()) {
            return;
        }
        Uitstroom uitstroom = traject.uitstroom().get();
        Optional<LocalDate> beschikking = uitstroom.datumBeeindigingsbeschikking();
        if (ongelijk(traject.einddatum(), uitstroom.datum())
                || ongelijk(traject.einddatum(), beschikking)
                || ongelijk(uitstroom.datum(), beschikking)) {
            vondsten.meld(
                    traject.einddatum().isPresent() ? "/einddatum" : "/uitstroom/datum",
                    "a",
                    Omgeving.ofTekst(traject.einddatum(), "leeg"),
                    "b",
                    Omgeving.ofTekst(uitstroom.datum(), "leeg"),
                    "c",
                    Omgeving.ofTekst(beschikking, "leeg"));
        }
    }

    static void redenBijEinde(Schuldhulptraject traject, Omgeving omgeving, Vondsten vondsten) {
        if (traject.einddatum().isPresent()
                && (traject.uitstroom().isEmpty()
                        || traject.uitstroom().get().reden().isEmpty())
                && !Afwijkingen.staatEr(traject, "/uitstroom/reden")) {
            vondsten.meld("/uitstroom/reden", "eind", traject.einddatum().get());
        }
    }

    static void eindeBijUitstroom(Schuldhulptraject traject, Omgeving omgeving, Vondsten vondsten) {
        if (traject.einddatum().isEmpty()
                && traject.uitstroom().isPresent()
                && isGevuld(traject.uitstroom().get())
                && !Afwijkingen.staatEr(traject, "/einddatum")) {
            vondsten.meld("/uitstroom");
        }
    }

    static void toekenningGelijk(Schuldhulptraject traject, Omgeving omgeving, Vondsten vondsten) {
        if (ongelijk(traject.toekenningsdatum(), toegekend(traject))) {
            vondsten.meld(
                    "/toekenningsdatum",
                    "a",
                    traject.toekenningsdatum().get(),
                    "b",
                    toegekend(traject).get());
        }
    }

    static void toekenningMetRegeling(Schuldhulptraject traject, Omgeving omgeving, Vondsten vondsten) {
        if (traject.toekenningsdatum().isPresent()
                && toegekend(traject).isEmpty()
                && !Afwijkingen.staatEr(traject, "/schuldregeling/toegekend")) {
            vondsten.meld("/toekenningsdatum");
        }
    }

    static void toekenningNaStart(Schuldhulptraject traject, Omgeving omgeving, Vondsten vondsten) {
        Optional<LocalDate> aanmelding = traject.aanmelding().isPresent()
                ? traject.aanmelding().get().periode().startdatum()
                : Optional.empty();
        if (voor(traject.toekenningsdatum(), traject.startdatum())) {
            vondsten.meld(
                    "/toekenningsdatum",
                    "a",
                    traject.toekenningsdatum().get(),
                    "b",
                    traject.startdatum().get());
        } else if (voor(traject.toekenningsdatum(), aanmelding)) {
            vondsten.meld("/toekenningsdatum", "a", traject.toekenningsdatum().get(), "b", aanmelding.get());
        }
    }

    static void nietStil(Schuldhulptraject traject, Omgeving omgeving, Vondsten vondsten) {
        if (traject.startdatum().isEmpty()
                || traject.einddatum().isPresent()
                || (traject.uitstroom().isPresent()
                        && traject.uitstroom().get().datum().isPresent())
                || !traject.startdatum().get().isBefore(omgeving.peildag().minusYears(2))) {
            return;
        }
        LocalDate start = traject.startdatum().get();
        LocalDate laatst = Stappen.laatste(start, traject);
        if (start.isBefore(omgeving.peildag().minusYears(5))
                || laatst.isBefore(omgeving.peildag().minusYears(2))) {
            vondsten.meld("/startdatum", "start", start, "laatst", laatst);
        }
    }

    static void heeftStap(Schuldhulptraject traject, Omgeving omgeving, Vondsten vondsten) {
        if (!Stappen.heeftStap(traject)) {
            vondsten.meld("");
        }
    }

    static void geenStandaardwaarde(Schuldhulptraject traject, Omgeving omgeving, Vondsten vondsten) {
        if (traject.startdatum().isPresent()
                && (traject.startdatum().get().isBefore(VROEGST)
                        || traject.startdatum().get().equals(OPEN_EIND))) {
            vondsten.meld("/startdatum", "datum", traject.startdatum().get());
        }
    }

    private static boolean isGevuld(Uitstroom uitstroom) {
        return uitstroom.datum().isPresent()
                || uitstroom.reden().isPresent()
                || uitstroom.datumBeeindigingsbeschikking().isPresent();
    }

    private static Optional<LocalDate> toegekend(Schuldhulptraject traject) {
        return traject.schuldregeling().isPresent()
                ? traject.schuldregeling().get().toegekend()
                : Optional.empty();
    }

    /// Whether both are known and the first is earlier.
    private static boolean voor(Optional<LocalDate> a, Optional<LocalDate> b) {
        return a.isPresent() && b.isPresent() && a.get().isBefore(b.get());
    }

    private static boolean ongelijk(Optional<LocalDate> a, Optional<LocalDate> b) {
        return a.isPresent() && b.isPresent() && !a.get().equals(b.get());
    }
}
