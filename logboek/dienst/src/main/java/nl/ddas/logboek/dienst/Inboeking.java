// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.Regelvorm;
import nl.ddas.logboek.model.SpanId;
import nl.ddas.logboek.model.TraceId;

/// A line to be stored, and whose it is. Its bytes are made at birth: by the sender's thread, not by the one
/// that writes for all.
public final class Inboeking {

    private static final long DAG_NANOS = 86_400_000_000_000L;

    private final Houder houder;
    private final Logregel regel;
    private final byte[] vorm;

    public Inboeking(Houder houder, Logregel regel) {
        this.houder = houder;
        this.regel = regel;
        this.vorm = Regelvorm.write(regel);
    }

    /// What a line is known by. The day is part of it, because lines lie by day; it follows from the line itself, so a
    /// line that comes again has the same.
    record Sleutel(LocalDate dag, Houder houder, TraceId traceId, SpanId spanId) {}

    public Houder houder() {
        return houder;
    }

    public Logregel regel() {
        return regel;
    }

    /// The line as it is hashed and kept; not to be changed.
    byte[] vorm() {
        return vorm;
    }

    Sleutel sleutel() {
        return new Sleutel(dag(), houder, regel.traceId(), regel.spanId());
    }

    /// The day on which the action began, in UTC.
    LocalDate dag() {
        return dag(regel.tijd().start());
    }

    /// The day of so many nanoseconds since the epoch.
    static LocalDate dag(long nanos) {
        return LocalDate.ofEpochDay(nanos / DAG_NANOS);
    }

    /// The day of a moment, in UTC.
    public static LocalDate dag(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
