// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.ddas.logboek.model.SpanId;
import nl.ddas.logboek.model.TraceId;

/// What was found of a trace.
///
/// @param bezoeken every log that was asked or was to be, in that order
/// @param takken every line, each below its caller
public record Traceverslag(TraceId trace, List<Bezoek> bezoeken, List<Tak> takken) {

    public Traceverslag {
        bezoeken = List.copyOf(bezoeken);
        takken = List.copyOf(takken);
    }

    static Traceverslag of(TraceId trace, List<Bezoek> bezoeken, List<Gevonden> gevonden) {
        return new Traceverslag(trace, bezoeken, Traceboom.of(gevonden));
    }

    /// Whether every log could be read, and every caller is there.
    public boolean isCompleet() {
        return bezoeken.stream().allMatch(one -> one.toestand() == Toestand.GELEZEN)
                && takken.stream().noneMatch(one -> one.plek() == Tak.Plek.AANROEPER_ONTBREEKT)
                && zonderVervolg().isEmpty();
    }

    /// Lines that call a party of which no line is there.
    public List<Tak> zonderVervolg() {
        Set<SpanId> callers = new HashSet<>();
        takken.forEach(tak -> tak.regel().parentSpanId().ifPresent(callers::add));
        return takken.stream()
                .filter(tak -> tak.regel().leesadres().isPresent()
                        && !callers.contains(tak.regel().spanId()))
                .toList();
    }
}
