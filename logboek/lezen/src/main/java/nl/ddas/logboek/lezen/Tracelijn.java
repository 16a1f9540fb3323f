// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.logboek.model.Kernsleutel;
import nl.ddas.logboek.model.Octetten;
import nl.ddas.logboek.model.SpanId;
import nl.ddas.logboek.model.TraceId;

/// A line as another log shows it: whatever is wrong with it is the other's.
///
/// @param status as it is written there
/// @param start milliseconds since the epoch
/// @param eind milliseconds since the epoch
/// @param attributes empty when there are none
public record Tracelijn(
        TraceId traceId,
        SpanId spanId,
        Optional<SpanId> parentSpanId,
        String status,
        String name,
        long start,
        long eind,
        JsonObject attributes) {

    /// The read API of the party that was called (logboek-extensie-lezen).
    public static final String LEESADRES = "dpl.read.externalReadAPI_id";

    private static final int LANGSTE_NAAM = 1000;

    /// What a read API wrote; empty when it is no line.
    static Optional<Tracelijn> read(JsonObject json) {
        Optional<TraceId> trace = json.text("traceId").flatMap(Tracecode::parse);
        Optional<SpanId> span = json.text("spanId").flatMap(Tracelijn::span);
        Optional<Long> start = json.whole("startTime");
        Optional<Long> eind = json.whole("endTime");
        if (trace.isEmpty() || span.isEmpty() || start.isEmpty() || eind.isEmpty()) {
            return Optional.empty();
        }
        String name = json.text("name").orElse("");
        return Optional.of(new Tracelijn(
                trace.get(),
                span.get(),
                json.text("parentSpanId").flatMap(Tracelijn::span),
                json.text("status").orElse(""),
                name.substring(0, Math.min(name.length(), LANGSTE_NAAM)),
                start.get(),
                eind.get(),
                json.object("attributes").orElse(JsonObject.EMPTY)));
    }

    private static Optional<SpanId> span(String text) {
        return Octetten.parse(text).flatMap(SpanId::of);
    }

    /// Where the called party can be asked.
    public Optional<String> leesadres() {
        return attributes.text(LEESADRES).filter(one -> !one.isBlank());
    }

    /// The calling application.
    public Optional<String> aanroeper() {
        return attributes.text(Kernsleutel.PROCESSOR.sleutel());
    }

    /// It may hold a person.
    @Override
    public String toString() {
        return "Tracelijn[" + traceId + " " + spanId + "]";
    }
}
