// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.time.Instant;
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

/// Lines to store, told apart by a number.
final class Regels {

    static final Instant BEGIN = Instant.parse("2026-11-22T12:00:00Z");

    private Regels() {}

    static Logregel line(int number) {
        return at(number, BEGIN.plusMillis(number));
    }

    static Logregel at(int number, Instant begin) {
        long nanos = begin.getEpochSecond() * 1_000_000_000 + begin.getNano();
        // Some ids begin with a high bit, which is where signed and unsigned order differ.
        long high = number % 2 == 0 ? -number - 1L : number;
        return new Logregel(
                new TraceId(high, number + 1L),
                new SpanId(number % 3 == 0 ? -number - 1L : number),
                Optional.empty(),
                Status.OK,
                "Gegevens raadplegen",
                new Tijdspanne(nanos, nanos + 5_000_000),
                new Resource(Attributen.of(List.of(Attribuut.of("service.name", "balie")))),
                Attributen.of(List.of(
                        Attribuut.of("dpl.core.processing_activity_id", activity(number)),
                        Attribuut.of("dpl.core.data_subject_id", subject(number)),
                        Attribuut.of("dpl.core.data_subject_id_type", "pseudoniem"))),
                Herkomst.ONVERANDERD);
    }

    static String activity(int number) {
        return "https://register.voorbeeld.nl/processing-activities/" + number % 10;
    }

    static String subject(int number) {
        return "pseudoniem-" + number;
    }

    static Logregel in(TraceId trace, Logregel regel) {
        return new Logregel(
                trace,
                regel.spanId(),
                regel.parentSpanId(),
                regel.status(),
                regel.name(),
                regel.tijd(),
                regel.resource(),
                regel.attributes(),
                regel.herkomst());
    }

    /// With a parent: all nine fields are there.
    static Logregel child(int number) {
        Logregel regel = line(number);
        return new Logregel(
                regel.traceId(),
                regel.spanId(),
                Optional.of(new SpanId(7_000L + number)),
                Status.ERROR,
                regel.name(),
                regel.tijd(),
                regel.resource(),
                regel.attributes(),
                regel.herkomst());
    }

    static Logregel named(Logregel regel, String name) {
        return new Logregel(
                regel.traceId(),
                regel.spanId(),
                regel.parentSpanId(),
                regel.status(),
                name,
                regel.tijd(),
                regel.resource(),
                regel.attributes(),
                regel.herkomst());
    }

    static Logregel from(Logregel regel, Herkomst herkomst) {
        return new Logregel(
                regel.traceId(),
                regel.spanId(),
                regel.parentSpanId(),
                regel.status(),
                regel.name(),
                regel.tijd(),
                regel.resource(),
                regel.attributes(),
                herkomst);
    }
}
