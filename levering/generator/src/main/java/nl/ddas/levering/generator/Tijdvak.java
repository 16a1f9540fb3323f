// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import nl.ddas.levering.model.Tijdzone;

/// The period of a delivery and the moment it is made: what happens after that moment is not known yet.
///
/// @param start first day, inclusive
/// @param eind last day, inclusive
/// @param aanlevermoment moment of delivery
public record Tijdvak(LocalDate start, LocalDate eind, OffsetDateTime aanlevermoment) {

    /// Days after the end of the period on which the extract is made.
    static final int PEILDAG = 12;

    public Tijdvak {
        if (eind.isBefore(start)) {
            throw new IllegalArgumentException("Tijdvak: end " + eind + " lies before start " + start);
        }
    }

    /// A half-year, extracted and delivered twelve days after its end in the morning, Dutch time.
    ///
    /// @param helft 1 or 2
    public static Tijdvak halfjaar(int jaar, int helft) {
        if (helft != 1 && helft != 2) {
            throw new IllegalArgumentException("Tijdvak: expected half 1 or 2, got " + helft);
        }
        LocalDate start = LocalDate.of(jaar, helft == 1 ? 1 : 7, 1);
        return van(start, start.plusMonths(6).minusDays(1));
    }

    /// Any period, delivered twelve days after its end in the morning, Dutch time.
    public static Tijdvak van(LocalDate start, LocalDate eind) {
        return new Tijdvak(start, eind, moment(eind, PEILDAG));
    }

    /// The same extract, delivered so many days after the end of the period.
    ///
    /// @param dagen 12 or more: what is delivered must have been extracted
    public Tijdvak geleverdNa(int dagen) {
        if (dagen < PEILDAG) {
            throw new IllegalArgumentException("Tijdvak: expected " + PEILDAG + " days or more, got " + dagen);
        }
        return new Tijdvak(start, eind, moment(eind, dagen));
    }

    private static OffsetDateTime moment(LocalDate eind, int dagen) {
        return eind.plusDays(dagen)
                .atTime(LocalTime.of(9, 30))
                .atZone(Tijdzone.NEDERLAND)
                .toOffsetDateTime();
    }

    /// Last day that is known in the extract.
    LocalDate peildatum() {
        return eind.plusDays(PEILDAG);
    }

    /// Short name for files: `2026H1`, else `20260101-20260331`.
    String naam() {
        if (start.plusMonths(6).minusDays(1).equals(eind)
                && start.getDayOfMonth() == 1
                && start.getMonthValue() % 6 == 1) {
            return start.getYear() + (start.getMonthValue() == 1 ? "H1" : "H2");
        }
        return (start + "-" + eind).replaceAll("(\\d{4})-(\\d\\d)-(\\d\\d)", "$1$2$3");
    }
}
