// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The hours in which a supplier may be asked (S64), in Dutch time.
///
/// @param wekelijks hours a week; an empty list means always
/// @param uitzonderingen hours of single days in place of those; an empty list means closed that day
public record Vensters(List<Venster> wekelijks, Map<LocalDate, List<Uren>> uitzonderingen) {

    public static final Vensters ALTIJD = new Vensters(List.of(), Map.of());

    private static final int DAGEN_VOORUIT = 400;
    private static final Uren HELE_DAG = new Uren(0, 1440);

    /// Hours on some days of the week.
    public record Venster(Set<DayOfWeek> dagen, Uren uren) {}

    /// Part of a day in minutes after midnight, end exclusive: 0 <= van < tot <= 1440.
    public record Uren(int van, int tot) {
        public Uren {
            if (van < 0 || van >= tot || tot > 1440) {
                throw new IllegalArgumentException(
                        "Uren: expected 0 <= van < tot <= 1440 minutes, got " + van + " and " + tot);
            }
        }
    }

    public Vensters {
        wekelijks = List.copyOf(wekelijks);
        uitzonderingen = Map.copyOf(uitzonderingen);
    }

    /// The first moment from now on at which may be asked: now itself when it is open; empty when no window follows
    /// within 400 days.
    public Optional<Instant> eerste(Instant nu) {
        ZonedDateTime moment = nu.atZone(Verzamelperiode.ZONE);
        for (int i = 0; i <= DAGEN_VOORUIT; i++) {
            LocalDate dag = moment.toLocalDate().plusDays(i);
            Optional<Instant> opent = uren(dag).stream()
                    .filter(uren -> grens(dag, uren.tot()).isAfter(nu))
                    .map(uren -> grens(dag, uren.van()))
                    .min(Comparator.naturalOrder());
            if (opent.isPresent()) {
                return Optional.of(opent.get().isAfter(nu) ? opent.get() : nu);
            }
        }
        return Optional.empty();
    }

    /// How long until it opens, zero when it is open; empty when it never does.
    Optional<Duration> wachttijd(Instant nu) {
        return eerste(nu).map(opent -> Duration.between(nu, opent));
    }

    private static Instant grens(LocalDate dag, int minuten) {
        return dag.atStartOfDay()
                .plusMinutes(minuten)
                .atZone(Verzamelperiode.ZONE)
                .toInstant();
    }

    private List<Uren> uren(LocalDate dag) {
        List<Uren> uitzondering = uitzonderingen.get(dag);
        if (uitzondering != null) {
            return uitzondering;
        }
        if (wekelijks.isEmpty()) {
            return List.of(HELE_DAG);
        }
        return wekelijks.stream()
                .filter(venster -> venster.dagen().contains(dag.getDayOfWeek()))
                .map(Venster::uren)
                .toList();
    }
}
