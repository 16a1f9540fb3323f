// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import nl.ddas.levering.verzamelaar.Vensters.Uren;
import nl.ddas.levering.verzamelaar.Vensters.Venster;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Requirement("S64")
class KalenderTest {

    @ParameterizedTest
    @CsvSource({
        "2026-07-01T00:00:00Z, 2026-01-01..2026-06-30, 2026-08-14T06:00:00Z",
        "2026-08-14T06:00:00Z, 2026-01-01..2026-06-30, 2026-09-13T06:00:00Z",
        "2026-11-21T09:00:00Z, 2026-07-01..2026-12-31, 2027-02-14T07:00:00Z",
        "2027-02-20T09:00:00Z, 2026-07-01..2026-12-31, 2027-03-16T07:00:00Z",
    })
    void namesTheNextMomentAndItsPeriod(Instant nu, String periode, Instant moment) {
        Kalender.Verzamelmoment volgende = new Kalender(List.of(45, 75), LocalTime.of(8, 0)).volgende(nu);
        assertThat(volgende.periode()).hasToString(periode);
        assertThat(volgende.moment()).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T09:00:00Z, 2026-11-20T09:00:00Z", // Friday in hours
        "2026-11-20T17:00:00Z, 2026-11-23T08:00:00Z", // Friday evening: Monday nine o'clock
        "2026-11-24T04:00:00Z, 2026-11-25T08:00:00Z", // closed that Tuesday
        "2026-03-28T12:00:00Z, 2026-03-30T07:00:00Z", // over the change to summer time
    })
    void findsTheFirstMomentInsideTheWindows(Instant nu, Instant eerste) {
        Vensters vensters = new Vensters(
                List.of(new Venster(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), new Uren(9 * 60, 17 * 60))),
                Map.of(LocalDate.parse("2026-11-24"), List.of()));
        assertThat(vensters.eerste(nu)).contains(eerste);
    }

    @Test
    void aSupplierThatNeverOpensIsNotWaitedFor() {
        Vensters nooit = new Vensters(List.of(new Venster(EnumSet.noneOf(DayOfWeek.class), new Uren(0, 1))), Map.of());
        assertThat(nooit.eerste(Instant.parse("2026-11-20T09:00:00Z"))).isEmpty();
    }
}
