// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.ddas.logboek.model.Logregel;

/// Which lines may be seen by who asks: those of these activities, begun in these times, and those of no activity. What
/// is not named is not there: a store leaves it out before it counts or cuts pages.
///
/// @param vensters of one activity without overlap
public record Leeszicht(List<Venster> vensters) {

    private static final long NANOS = 1_000_000_000;

    public Leeszicht {
        vensters = List.copyOf(vensters);
    }

    /// Lines of an activity that began in a stretch of time.
    ///
    /// @param activiteit `dpl.core.processing_activity_id` as it stands in the lines
    /// @param vanaf nanoseconds since the epoch, inclusive
    /// @param tot nanoseconds since the epoch, exclusive
    public record Venster(String activiteit, long vanaf, long tot) {

        /// Between moments.
        ///
        /// @param tot empty when there is no end to it yet
        public static Venster of(String activiteit, Instant vanaf, Optional<Instant> tot) {
            return new Venster(activiteit, nanos(vanaf), tot.map(Venster::nanos).orElse(Long.MAX_VALUE));
        }

        /// What lies beyond what a line can tell is the last moment of all.
        private static long nanos(Instant moment) {
            return moment.getEpochSecond() >= Long.MAX_VALUE / NANOS
                    ? Long.MAX_VALUE
                    : Math.max(0, moment.getEpochSecond() * NANOS + moment.getNano());
        }

        private boolean has(String other, long start) {
            return start >= vanaf && start < tot && other.equals(activiteit);
        }
    }

    /// Whether a line may be seen.
    boolean has(Logregel regel) {
        return regel.processingActivityId()
                .map(one -> vensters.stream()
                        .anyMatch(venster -> venster.has(one, regel.tijd().start())))
                .orElse(true);
    }
}
