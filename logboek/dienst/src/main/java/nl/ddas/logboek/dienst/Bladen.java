// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import nl.ddas.logboek.boom.Bladbron;
import nl.ddas.logboek.model.SpanId;
import nl.ddas.logboek.model.TraceId;

/// The leaves of the trees and the lines they stand for. Safe for many threads.
public interface Bladen extends Bladbron {

    /// The leaf of a line.
    ///
    /// @param dag the day on which the action began, in UTC ([Inboeking#dag(java.time.Instant)])
    /// @return empty when there is no such line, or nothing is known of it any more
    Optional<Blad> find(Houder houder, TraceId traceId, SpanId spanId, LocalDate dag);

    /// The lines of actions that began on these days in UTC, and all evidence of removals, in the order of
    /// their leaves.
    /// Of lines that were removed only those are named whose ids are still known; all of them are in the evidence.
    ///
    /// @param eerste the first day
    /// @param laatste the last day, included
    void export(Houder houder, LocalDate eerste, LocalDate laatste, Consumer<Blad> into);
}
