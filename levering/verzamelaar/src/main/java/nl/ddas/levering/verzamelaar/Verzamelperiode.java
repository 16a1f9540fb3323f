// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import nl.ddas.levering.verkeer.Beschikbaarheid;

/// The days that are collected, both ends inclusive; in practice a half-year.
public record Verzamelperiode(LocalDate start, LocalDate eind) {

    /// The time by which the collector lives.
    public static final ZoneId ZONE = Beschikbaarheid.ZONE;

    public Verzamelperiode {
        if (eind.isBefore(start)) {
            throw new IllegalArgumentException(
                    "Verzamelperiode: expected an end on or after " + start + ", got " + eind);
        }
    }

    /// January to June, or July to December.
    public static Verzamelperiode halfjaarVan(LocalDate dag) {
        int jaar = dag.getYear();
        return dag.getMonthValue() <= 6
                ? new Verzamelperiode(LocalDate.of(jaar, Month.JANUARY, 1), LocalDate.of(jaar, Month.JUNE, 30))
                : new Verzamelperiode(LocalDate.of(jaar, Month.JULY, 1), LocalDate.of(jaar, Month.DECEMBER, 31));
    }

    /// The half-year that ended last before this day.
    public static Verzamelperiode laatstAfgesloten(LocalDate vandaag) {
        return halfjaarVan(halfjaarVan(vandaag).start().minusDays(1));
    }

    @Override
    public String toString() {
        return start + ".." + eind;
    }
}
