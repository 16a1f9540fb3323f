// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.util.Optional;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.TraceId;

/// What lines are asked for; all that is given must hold.
///
/// @param trace lines of this trace, and lines of the older texts that name it as their caller's
/// @param activiteit `dpl.core.processing_activity_id`
/// @param betrokkene `dpl.core.data_subject_id` as it stands in the lines: a person, so it goes into no log
/// @param vanaf milliseconds since the epoch; the action began then or later
/// @param tot milliseconds since the epoch; the action began before
/// @param na the place of the last line of the page before
/// @param aantal at most so many, 1 or more
/// @param zicht which lines may be seen; empty when all may
public record Zoekvraag(
        Optional<TraceId> trace,
        Optional<String> activiteit,
        Optional<String> betrokkene,
        long vanaf,
        long tot,
        Optional<Plaats> na,
        int aantal,
        Optional<Leeszicht> zicht) {

    /// @throws IllegalArgumentException when the moments are reversed or nothing is asked for
    public Zoekvraag {
        if (vanaf < 0 || tot < vanaf || aantal < 1) {
            throw new IllegalArgumentException("expected a period and a number of lines");
        }
    }

    /// Where all lines may be seen.
    public Zoekvraag(
            Optional<TraceId> trace,
            Optional<String> activiteit,
            Optional<String> betrokkene,
            long vanaf,
            long tot,
            Optional<Plaats> na,
            int aantal) {
        this(trace, activiteit, betrokkene, vanaf, tot, na, aantal, Optional.empty());
    }

    /// Of any trace, where all lines may be seen.
    public Zoekvraag(
            Optional<String> activiteit,
            Optional<String> betrokkene,
            long vanaf,
            long tot,
            Optional<Plaats> na,
            int aantal) {
        this(Optional.empty(), activiteit, betrokkene, vanaf, tot, na, aantal);
    }

    /// A place between lines: they stand in the order of begin, trace and span.
    public record Plaats(long startNanos, long traceHoog, long traceLaag, long span) {

        /// Where a line stands.
        public static Plaats of(Logregel regel) {
            return new Plaats(
                    regel.tijd().start(),
                    regel.traceId().hoog(),
                    regel.traceId().laag(),
                    regel.spanId().waarde());
        }
    }

    @Override
    public String toString() {
        return "Zoekvraag[" + vanaf + " to " + tot + "]";
    }
}
