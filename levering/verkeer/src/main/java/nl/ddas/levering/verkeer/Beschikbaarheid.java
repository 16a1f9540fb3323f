// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// When gegevens may be collected, as agreed with CBS (S64): hours a weekday, with exceptions for single days.
///
/// @param vensters hours a week; an empty list means always open
/// @param uitzonderingen hours of single days, in place of the windows; an empty list means closed that day
public record Beschikbaarheid(List<Venster> vensters, Map<LocalDate, List<Uren>> uitzonderingen) {

    /// The time that windows are written in.
    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    public static final Beschikbaarheid ALTIJD = new Beschikbaarheid(List.of(), Map.of());

    private static final int DAGEN_VOORUIT = 400;

    /// Hours on some days of the week.
    public record Venster(Set<DayOfWeek> dagen, Uren uren) {}

    /// Part of a day in minutes after midnight, end exclusive: 0 <= van < tot <= 1440.
    public record Uren(int van, int tot) {

        static final Uren HELE_DAG = new Uren(0, 1440);

        public Uren {
            if (van < 0 || van >= tot || tot > 1440) {
                throw new IllegalArgumentException(
                        "Uren: expected 0 <= van < tot <= 1440 minutes, got " + van + " and " + tot);
            }
        }

        private Instant opent(LocalDate dag) {
            return grens(dag, van);
        }

        private Instant sluit(LocalDate dag) {
            return grens(dag, tot);
        }

        private static Instant grens(LocalDate dag, int minuten) {
            return dag.atStartOfDay().plusMinutes(minuten).atZone(ZONE).toInstant();
        }
    }

    public Beschikbaarheid {
        vensters = List.copyOf(vensters);
        uitzonderingen = Map.copyOf(uitzonderingen);
    }

    /// How long until may be collected: zero when that is now, empty when no window follows within 400 days.
    public Optional<Duration> totOpen(Instant nu) {
        return eerste(nu).map(opent -> Duration.between(nu, opent));
    }

    /// The first moment from now on at which may be collected, now itself when it is open; empty when no window
    /// follows within 400 days.
    public Optional<Instant> eerste(Instant nu) {
        LocalDate vandaag = LocalDate.ofInstant(nu, ZONE);
        for (int dag = 0; dag <= DAGEN_VOORUIT; dag++) {
            LocalDate datum = vandaag.plusDays(dag);
            Optional<Instant> opent = tijdvakken(datum).stream()
                    .filter(vak -> vak.sluit(datum).isAfter(nu))
                    .map(vak -> vak.opent(datum))
                    .min(Comparator.naturalOrder());
            if (opent.isPresent()) {
                return opent.map(moment -> moment.isAfter(nu) ? moment : nu);
            }
        }
        return Optional.empty();
    }

    private List<Uren> tijdvakken(LocalDate dag) {
        List<Uren> uitzondering = uitzonderingen.get(dag);
        if (uitzondering != null) {
            return uitzondering;
        }
        if (vensters.isEmpty()) {
            return List.of(Uren.HELE_DAG);
        }
        return vensters.stream()
                .filter(venster -> venster.dagen().contains(dag.getDayOfWeek()))
                .map(Venster::uren)
                .toList();
    }
}
