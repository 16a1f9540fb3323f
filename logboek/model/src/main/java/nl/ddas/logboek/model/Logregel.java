// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.Optional;
import java.util.Set;

/// One line of the log: an action within a Dataverwerking (LDV 3.2.2). It has passed [Regeltoets]; its `toString` shows
/// no values.
///
/// @param parentSpanId the calling action, in this application or another
/// @param name for people
/// @param herkomst what came along and is no field of the standard
public record Logregel(
        TraceId traceId,
        SpanId spanId,
        Optional<SpanId> parentSpanId,
        Status status,
        String name,
        Tijdspanne tijd,
        Resource resource,
        Attributen attributes,
        Herkomst herkomst) {

    /// The same line without what was noted about the way in: what decides whether a line that comes again is the same.
    public Logregel zonderVlaggen() {
        return herkomst.vlaggen().isEmpty()
                ? this
                : new Logregel(
                        traceId,
                        spanId,
                        parentSpanId,
                        status,
                        name,
                        tijd,
                        resource,
                        attributes,
                        new Herkomst(herkomst.flags(), herkomst.traceState(), herkomst.vreemdeActie(), Set.of()));
    }

    /// `dpl.core.processing_activity_id`.
    public Optional<String> processingActivityId() {
        return attributes.text(Kernsleutel.PROCESSING_ACTIVITY_ID.sleutel());
    }

    /// `dpl.core.data_subject_id`: identifies a person, so it goes into no log and no address.
    public Optional<String> dataSubjectId() {
        return attributes.text(Kernsleutel.DATA_SUBJECT_ID.sleutel());
    }

    @Override
    public String toString() {
        return "Logregel[" + traceId + " " + spanId + "]";
    }
}
