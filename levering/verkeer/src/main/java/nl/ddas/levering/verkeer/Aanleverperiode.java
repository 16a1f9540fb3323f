// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.time.LocalDate;
import java.time.Month;

/// The days that a delivery is about, both ends inclusive; in practice a half-year.
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

    /// Whether at least one day lies in both.
    public boolean overlapt(Aanleverperiode ander) {
        return !ander.eind.isBefore(start) && !ander.start.isAfter(eind);
    }

    /// Whether every day of the other lies in this one.
    public boolean bevat(Aanleverperiode ander) {
        return !ander.start.isBefore(start) && !ander.eind.isAfter(eind);
    }

    /// Number of days, at least 1.
    public long dagen() {
        return eind.toEpochDay() - start.toEpochDay() + 1;
    }

    @Override
    public String toString() {
        return start + ".." + eind;
    }
}
