// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.List;
import java.util.Optional;

/// The calling action as texts of 2025 had it: two attributes `dpl.core.foreign_operation.trace_id` and `.span_id`,
/// which the standard dropped again.
final class Tussenvorm {

    private static final String TRACE = "dpl.core.foreign_operation.trace_id";
    private static final String SPAN = "dpl.core.foreign_operation.span_id";

    private Tussenvorm() {}

    /// The line with the calling action where it is kept now.
    static Invoerregel convert(Invoerregel regel, Regelwerk werk) {
        Octetten trace = find(regel, TRACE);
        Octetten span = find(regel, SPAN);
        if (trace.length() == 0 && span.length() == 0) {
            return regel;
        }
        werk.convert(Ingestvlag.FOREIGN_OPERATION, Kernveld.ATTRIBUTES.naam());
        Invoerregel.Sleutels ids = regel.sleutels();
        boolean isOuder = ids.parentSpanId().length() == 0 && trace.equals(ids.traceId());
        List<Attribuut> over = regel.attributen().stream()
                .filter(one -> !one.sleutel().equals(TRACE) && !one.sleutel().equals(SPAN))
                .toList();
        return new Invoerregel(
                new Invoerregel.Sleutels(ids.traceId(), ids.spanId(), isOuder ? span : ids.parentSpanId(), trace, span),
                regel.status(),
                regel.statusmelding(),
                regel.name(),
                regel.start(),
                regel.eind(),
                over,
                regel.weggelaten(),
                regel.flags(),
                regel.traceState(),
                regel.vlaggen(),
                regel.gebreken(),
                regel.ruw());
    }

    private static Octetten find(Invoerregel regel, String sleutel) {
        return regel.attributen().stream()
                .filter(one -> one.sleutel().equals(sleutel))
                .findFirst()
                .map(Attribuut::waarde)
                .flatMap(waarde ->
                        waarde instanceof Waarde.Tekst(String tekst) ? Octetten.parse(tekst) : Optional.empty())
                .orElse(Octetten.LEEG);
    }
}
