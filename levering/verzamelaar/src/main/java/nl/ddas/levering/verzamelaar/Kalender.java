// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.ddas.levering.model.Tijdzone;
import nl.ddas.levering.verkeer.Aanleverperiode;

/// When is collected: some moments after the end of each half-year.
///
/// @param dagenNaAfloop days after the last day of the half-year, such as 45 and 75
/// @param tijd time of day in the Netherlands
public record Kalender(List<Integer> dagenNaAfloop, LocalTime tijd) {

    /// Half-years looked back: more than the longest time after a half-year that the settings allow.
    private static final int TERUG = 8;

    /// A moment at which a period is collected.
    public record Verzamelmoment(Aanleverperiode periode, Instant moment) {}

    public Kalender {
        dagenNaAfloop = List.copyOf(dagenNaAfloop);
        if (dagenNaAfloop.isEmpty() || dagenNaAfloop.stream().anyMatch(dagen -> dagen < 1)) {
            throw new IllegalArgumentException("Kalender: expected days after the end of the half-year, 1 or more");
        }
    }

    /// The first moment after now.
    public Verzamelmoment volgende(Instant nu) {
        return momenten(nu)
                .filter(moment -> moment.moment().isAfter(nu))
                .min(Comparator.comparing(Verzamelmoment::moment))
                .orElseThrow();
    }

    /// The last moment that is not after now.
    public Verzamelmoment laatste(Instant nu) {
        return momenten(nu)
                .filter(moment -> !moment.moment().isAfter(nu))
                .max(Comparator.comparing(Verzamelmoment::moment))
                .orElseThrow();
    }

    private Stream<Verzamelmoment> momenten(Instant nu) {
        LocalDate vandaag = LocalDate.ofInstant(nu, Tijdzone.NEDERLAND);
        return Stream.iterate(
                        Aanleverperiode.halfjaarVan(vandaag),
                        periode -> Aanleverperiode.halfjaarVan(periode.start().minusDays(1)))
                .limit(TERUG)
                .flatMap(periode -> dagenNaAfloop.stream().map(dagen -> moment(periode, dagen)));
    }

    private Verzamelmoment moment(Aanleverperiode periode, int dagen) {
        return new Verzamelmoment(
                periode,
                periode.eind()
                        .plusDays(dagen)
                        .atTime(tijd)
                        .atZone(Tijdzone.NEDERLAND)
                        .toInstant());
    }
}
