// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.ddas.levering.verkeer.Beschikbaarheid.Uren;
import nl.ddas.levering.verkeer.Beschikbaarheid.Venster;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Requirement("S64")
class BeschikbaarheidTest {

    private static final Beschikbaarheid KANTOOR = new Beschikbaarheid(
            List.of(
                    new Venster(Beschikbaarheidslezer.dagen("ma-vr").orElseThrow(), new Uren(7 * 60, 12 * 60)),
                    new Venster(Beschikbaarheidslezer.dagen("ma-do").orElseThrow(), new Uren(13 * 60, 19 * 60))),
            Map.of(
                    LocalDate.parse("2026-12-25"), List.of(),
                    LocalDate.parse("2026-12-26"), List.of(new Uren(10 * 60, 24 * 60))));

    @ParameterizedTest
    @CsvSource(textBlock = """
            # moment UTC,           wait
            2026-11-20T06:00:00Z,   PT0S
            2026-11-20T05:59:59Z,   PT1S
            2026-11-20T11:00:00Z,   PT67H
            2026-11-19T11:00:00Z,   PT1H
            2026-11-19T17:59:59Z,   PT0S
            2026-11-21T09:00:00Z,   PT45H
            # summer time: seven o'clock is five UTC
            2026-07-01T05:00:00Z,   PT0S
            # Friday 25 December is closed, Saturday 26 December is open from ten until midnight
            2026-12-25T08:00:00Z,   PT25H
            2026-12-26T22:59:59Z,   PT0S
            2026-12-26T23:00:00Z,   PT31H
            # over the change to winter time the weekend is an hour longer
            2026-10-23T10:00:00Z,   PT68H
            """)
    void tellsHowLongUntilItOpens(Instant nu, Duration wacht) {
        assertThat(KANTOOR.totOpen(nu)).contains(wacht);
    }

    @Test
    void isAlwaysOpenWithoutWindows() {
        assertThat(Beschikbaarheid.ALTIJD.totOpen(Instant.parse("2026-11-22T02:00:00Z")))
                .contains(Duration.ZERO);
    }

    @Test
    void neverOpensWhenNoWindowHasADay() {
        Beschikbaarheid nooit =
                new Beschikbaarheid(List.of(new Venster(Set.<DayOfWeek>of(), new Uren(0, 60))), Map.of());
        assertThat(nooit.totOpen(Instant.parse("2026-11-22T02:00:00Z"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T09:00:00Z, 2026-11-20T09:00:00Z", // Friday in hours
        "2026-11-20T17:00:00Z, 2026-11-23T08:00:00Z", // Friday evening: Monday nine o'clock
        "2026-11-24T04:00:00Z, 2026-11-25T08:00:00Z", // closed that Tuesday
        "2026-03-28T12:00:00Z, 2026-03-30T07:00:00Z", // over the change to summer time
    })
    void findsTheFirstMomentInsideTheWindows(Instant nu, Instant eerste) {
        Beschikbaarheid vensters = new Beschikbaarheid(
                List.of(new Venster(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), new Uren(9 * 60, 17 * 60))),
                Map.of(LocalDate.parse("2026-11-24"), List.of()));
        assertThat(vensters.eerste(nu)).contains(eerste);
    }

    @Test
    void aSupplierThatNeverOpensIsNotWaitedFor() {
        Beschikbaarheid nooit =
                new Beschikbaarheid(List.of(new Venster(EnumSet.noneOf(DayOfWeek.class), new Uren(0, 1))), Map.of());
        assertThat(nooit.eerste(Instant.parse("2026-11-20T09:00:00Z"))).isEmpty();
    }
}
