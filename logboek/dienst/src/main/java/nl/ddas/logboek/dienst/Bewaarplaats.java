// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The side of a store where lines are removed when their time is over. Apart from [Logregels], so that a server can be
/// without it, and without the rights for it.
public interface Bewaarplaats {

    /// All controllers.
    List<Houder> houders();

    /// The activities of which there are lines.
    List<String> activiteiten(Houder houder);

    /// Removes content, salt and what is searched for of a few thousand of these lines, and adds the evidence
    /// as a leaf, all or nothing and durable.
    ///
    /// @return the evidence; empty when there are no such lines (any more)
    Optional<Vernietiging> remove(Houder houder, Opdracht opdracht);

    /// Forgets the ids of lines that were removed before.
    ///
    /// @param voor of actions that began before this day
    /// @return how many
    int forget(Houder houder, LocalDate voor);

    /// What to remove and why.
    ///
    /// @param vanaf actions that began then or later
    /// @param voor and before this
    /// @param op now
    /// @param dubbel ids of lines of this day and later stay a while, because their sender may still repeat them
    record Opdracht(
            UUID ronde,
            String activiteit,
            Bewaartermijnen.Bewaarregel regel,
            Instant vanaf,
            Instant voor,
            Instant op,
            LocalDate dubbel) {

        private static final long NANOS = 1_000_000_000;

        Vernietiging evidence(List<Long> nummers) {
            return new Vernietiging(
                    ronde, activiteit, regel.versie(), regel.termijn(), voor, op, Vernietiging.ranges(nummers));
        }

        long vanafNanos() {
            return nanos(vanaf);
        }

        long voorNanos() {
            return nanos(voor);
        }

        /// As lines have it; what lies outside is the nearest they can have.
        private static long nanos(Instant moment) {
            if (moment.isBefore(Instant.EPOCH)) {
                return 0;
            }
            return moment.getEpochSecond() >= Long.MAX_VALUE / NANOS
                    ? Long.MAX_VALUE
                    : moment.getEpochSecond() * NANOS + moment.getNano();
        }
    }
}
