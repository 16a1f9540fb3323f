// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;

/// The days that a delivery is about, both ends inclusive.
///
/// When a request leaves a date out, the last closed half-year stands in for it: that is the practice (DDAS
/// v1.0 names "the last closed reporting period" without its length). When that half-year does not go
/// together with the one date that was given, the half-year in which that date lies is used.
public record Aanleverperiode(LocalDate start, LocalDate eind) {

    public Aanleverperiode {
        if (eind.isBefore(start)) {
            throw new IllegalArgumentException(
                    "Aanleverperiode: expected an end on or after " + start + ", got " + eind);
        }
    }

    /// The half-year that ended last before this day.
    ///
    /// @param vandaag the day in Europe/Amsterdam
    public static Aanleverperiode laatstAfgeslotenHalfjaar(LocalDate vandaag) {
        return halfjaarVan(halfjaarVan(vandaag).start().minusDays(1));
    }

    /// January to June, or July to December.
    public static Aanleverperiode halfjaarVan(LocalDate dag) {
        boolean eerste = dag.getMonthValue() <= 6;
        return eerste
                ? new Aanleverperiode(dag.withDayOfYear(1), LocalDate.of(dag.getYear(), Month.JUNE, 30))
                : new Aanleverperiode(
                        LocalDate.of(dag.getYear(), Month.JULY, 1), LocalDate.of(dag.getYear(), Month.DECEMBER, 31));
    }

    /// The period that a request means; empty when the end lies before the start.
    static Optional<Aanleverperiode> bedoeld(Gegevensverzoek verzoek, LocalDate vandaag) {
        Aanleverperiode laatste = laatstAfgeslotenHalfjaar(vandaag);
        LocalDate start = verzoek.startdatum().orElseGet(() -> standaardStart(verzoek, laatste));
        LocalDate eind = verzoek.einddatum().orElseGet(() -> standaardEind(verzoek, laatste));
        return eind.isBefore(start) ? Optional.empty() : Optional.of(new Aanleverperiode(start, eind));
    }

    private static LocalDate standaardStart(Gegevensverzoek verzoek, Aanleverperiode laatste) {
        return verzoek.einddatum()
                .filter(eind -> eind.isBefore(laatste.start()))
                .map(eind -> halfjaarVan(eind).start())
                .orElse(laatste.start());
    }

    private static LocalDate standaardEind(Gegevensverzoek verzoek, Aanleverperiode laatste) {
        return verzoek.startdatum()
                .filter(start -> start.isAfter(laatste.eind()))
                .map(start -> halfjaarVan(start).eind())
                .orElse(laatste.eind());
    }

    /// Whether at least one day lies in both.
    public boolean overlapt(Aanleverperiode ander) {
        return !ander.eind.isBefore(start) && !ander.start.isAfter(eind);
    }

    /// Whether every day of the other lies in this one.
    public boolean bevat(Aanleverperiode ander) {
        return !ander.start.isBefore(start) && !ander.eind.isAfter(eind);
    }

    /// Number of days, at least 1.
    long dagen() {
        return eind.toEpochDay() - start.toEpochDay() + 1;
    }

    @Override
    public String toString() {
        return start + ".." + eind;
    }
}
