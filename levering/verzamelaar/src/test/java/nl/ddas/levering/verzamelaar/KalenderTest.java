// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
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
        "2026-08-14T05:59:59Z, 2025-07-01..2025-12-31, 2026-03-16T07:00:00Z",
        "2026-08-14T06:00:00Z, 2026-01-01..2026-06-30, 2026-08-14T06:00:00Z",
        "2027-02-14T06:00:00Z, 2026-01-01..2026-06-30, 2026-09-13T06:00:00Z",
    })
    void namesTheLastMomentAndItsPeriod(Instant nu, String periode, Instant moment) {
        Kalender.Verzamelmoment laatste = new Kalender(List.of(45, 75), LocalTime.of(8, 0)).laatste(nu);
        assertThat(laatste.periode()).hasToString(periode);
        assertThat(laatste.moment()).isEqualTo(moment);
    }

    @Test
    void looksBackAsFarAsTheSettingsAllow() {
        Kalender laat = new Kalender(List.of(999), LocalTime.of(8, 0));
        Instant nu = Instant.parse("2026-11-21T09:00:00Z");
        assertThat(laat.laatste(nu).periode()).hasToString("2023-07-01..2023-12-31");
        assertThat(laat.volgende(nu).periode()).hasToString("2024-01-01..2024-06-30");
    }
}
