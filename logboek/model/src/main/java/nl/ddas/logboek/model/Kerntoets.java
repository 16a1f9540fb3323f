// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.Optional;

/// Rules about ids, status and name (LDV-F1 to F4, F7).
final class Kerntoets {

    /// What stands in the place of an empty name (LDV 3.3.2.1).
    static final String NAAMLOOS = "Naamloze actie";

    private static final int MAX_NAME = 1024;
    private static final int MAX_TRACE_STATE = 512;

    private Kerntoets() {}

    /// What was good.
    record Kern(
            Optional<TraceId> traceId,
            Optional<SpanId> spanId,
            Optional<SpanId> parentSpanId,
            Optional<VreemdeActie> vreemdeActie,
            Optional<Status> status,
            String name,
            String traceState) {}

    static Kern check(Invoerregel regel, Regelwerk werk) {
        Invoerregel.Sleutels ids = regel.sleutels();
        Optional<TraceId> traceId = TraceId.of(ids.traceId());
        if (traceId.isEmpty()) {
            reportId(regel, werk, Kernveld.TRACE_ID, ids.traceId().length() == TraceId.LENGTE);
        }
        Optional<SpanId> spanId = SpanId.of(ids.spanId());
        if (spanId.isEmpty()) {
            reportId(regel, werk, Kernveld.SPAN_ID, ids.spanId().length() == SpanId.LENGTE);
        }
        Optional<Status> status = Status.of(regel.status());
        if (status.isEmpty()) {
            werk.report(Regelcode.STATUS_UNKNOWN, Kernveld.STATUS);
        }
        if (!regel.statusmelding().isEmpty()) {
            werk.convert(Ingestvlag.STATUS_MESSAGE_DROPPED, Kernveld.STATUS.naam());
            guard(regel.statusmelding(), Kernveld.STATUS, werk);
        }
        return new Kern(
                traceId,
                spanId,
                parent(ids, werk),
                vreemd(ids),
                status,
                name(regel.name(), werk),
                traceState(regel.traceState(), werk));
    }

    /// Not again what the decoder already said about the same field.
    private static void reportId(Invoerregel regel, Regelwerk werk, Kernveld veld, boolean isZero) {
        boolean isKnown = regel.gebreken().stream().anyMatch(one -> one.plaats().equals(veld.naam()));
        if (!isKnown) {
            boolean isTrace = veld == Kernveld.TRACE_ID;
            Regelcode length = isTrace ? Regelcode.TRACE_ID_LENGTH : Regelcode.SPAN_ID_LENGTH;
            Regelcode zero = isTrace ? Regelcode.TRACE_ID_ZERO : Regelcode.SPAN_ID_ZERO;
            werk.report(isZero ? zero : length, veld);
        }
    }

    private static Optional<SpanId> parent(Invoerregel.Sleutels ids, Regelwerk werk) {
        Octetten parent = ids.parentSpanId();
        if (parent.length() == 0) {
            return Optional.empty();
        }
        if (parent.length() != SpanId.LENGTE) {
            werk.report(Regelcode.PARENT_LENGTH, Kernveld.PARENT_SPAN_ID);
        } else if (parent.isZero()) {
            werk.convert(Ingestvlag.PARENT_ZERO, Kernveld.PARENT_SPAN_ID.naam());
        } else if (parent.equals(ids.spanId())) {
            werk.report(Regelcode.PARENT_SELF, Kernveld.PARENT_SPAN_ID);
        }
        return SpanId.of(parent);
    }

    private static Optional<VreemdeActie> vreemd(Invoerregel.Sleutels ids) {
        return TraceId.of(ids.vreemdeTraceId())
                .flatMap(trace -> SpanId.of(ids.vreemdeSpanId()).map(span -> new VreemdeActie(trace, span)));
    }

    private static String name(String name, Regelwerk werk) {
        if (name.isBlank()) {
            werk.convert(Ingestvlag.NAME_FILLED, Kernveld.NAME.naam());
            return NAAMLOOS;
        }
        if (name.length() > MAX_NAME) {
            werk.report(Regelcode.NAME_TOO_LONG, Kernveld.NAME);
        }
        guard(name, Kernveld.NAME, werk);
        return name;
    }

    private static void guard(String tekst, Kernveld veld, Regelwerk werk) {
        if (Bsnwacht.isVerdacht(tekst)) {
            werk.report(Regelcode.BSN_LIKE, veld);
        }
        if (!Waardetoets.isUnicode(tekst)) {
            werk.report(Regelcode.TEXT_UNICODE, veld);
        }
    }

    private static String traceState(String traceState, Regelwerk werk) {
        boolean isGood = traceState.length() <= MAX_TRACE_STATE
                && traceState.chars().allMatch(c -> c >= ' ' && c <= '~')
                && !Bsnwacht.isVerdacht(traceState);
        if (!isGood) {
            werk.convert(Ingestvlag.TRACE_STATE_DROPPED, Kernveld.TRACE_ID.naam());
        }
        return isGood ? traceState : "";
    }
}
