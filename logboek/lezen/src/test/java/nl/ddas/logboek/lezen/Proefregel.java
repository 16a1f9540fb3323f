// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.logboek.model.Attributen;
import nl.ddas.logboek.model.Attribuut;
import nl.ddas.logboek.model.Herkomst;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.Resource;
import nl.ddas.logboek.model.SpanId;
import nl.ddas.logboek.model.Status;
import nl.ddas.logboek.model.Tijdspanne;
import nl.ddas.logboek.model.TraceId;
import nl.ddas.logboek.model.Waarde;

/// A line for a test; each wither gives another.
record Proefregel(TraceId trace, long span, Optional<SpanId> parent, long begin, List<Attribuut> attributen) {

    static final long BEGIN = Instant.parse("2026-11-22T12:00:00Z").toEpochMilli();
    static final TraceId TRACE = new TraceId(0xef4e77b9b03b585fL, 0xb6135fcf8d8555fbL);
    static final String ACTIVITEIT = "https://register.voorbeeld.nl/v1/processing-activities/1";
    static final String GEHEIM = "https://register.voorbeeld.nl/v1/processing-activities/geheim";

    private static final long NANOS = 1_000_000;

    static Proefregel of(long span) {
        return new Proefregel(TRACE, span, Optional.empty(), BEGIN + span, List.of())
                .with("dpl.core.processing_activity_id", ACTIVITEIT);
    }

    Proefregel in(TraceId other) {
        return new Proefregel(other, span, parent, begin, attributen);
    }

    Proefregel at(long millis) {
        return new Proefregel(trace, span, parent, millis, attributen);
    }

    Proefregel under(long caller) {
        return new Proefregel(trace, span, Optional.of(new SpanId(caller)), begin, attributen);
    }

    Proefregel with(String key, String text) {
        return with(new Attribuut(key, new Waarde.Tekst(text)));
    }

    Proefregel with(Attribuut attribuut) {
        List<Attribuut> more = new ArrayList<>(attributen);
        more.removeIf(one -> one.sleutel().equals(attribuut.sleutel()));
        more.add(attribuut);
        return new Proefregel(trace, span, parent, begin, more);
    }

    Proefregel secret() {
        return with("dpl.core.processing_activity_id", GEHEIM);
    }

    Proefregel about(String subject) {
        return with("dpl.core.data_subject_id", subject)
                .with("dpl.core.data_subject_id_type", "urn:voorbeeld:pseudoniem");
    }

    Proefregel calledBy(String processor) {
        return with("dpl.core.foreign_operation.processor", processor).under(99);
    }

    Logregel build() {
        return new Logregel(
                trace,
                new SpanId(span),
                parent,
                Status.OK,
                "Gegevens raadplegen",
                new Tijdspanne(begin * NANOS, begin * NANOS + 5 * NANOS + 999_999),
                new Resource(Attributen.of(List.of(Attribuut.of("service.name", "zaaksysteem")))),
                Attributen.of(attributen),
                Herkomst.ONVERANDERD);
    }
}
