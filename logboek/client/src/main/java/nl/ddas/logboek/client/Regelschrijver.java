// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Makes the lines of an action that has ended.
final class Regelschrijver {

    private static final String NAAMLOOS = "Naamloze actie";
    private static final String AFGEBROKEN = "Afgebroken door gebruiker";
    private static final AttributeKey<String> ACTIVITEIT = AttributeKey.stringKey("dpl.core.processing_activity_id");
    private static final AttributeKey<String> BETROKKENE = AttributeKey.stringKey("dpl.core.data_subject_id");
    private static final AttributeKey<String> SOORT = AttributeKey.stringKey("dpl.core.data_subject_id_type");
    private static final AttributeKey<String> PROCESSOR =
            AttributeKey.stringKey("dpl.core.foreign_operation.processor");

    private final Pseudonimisering pseudonimisering;
    private final Tracer tracer;

    Regelschrijver(Pseudonimisering pseudonimisering, Tracer tracer) {
        this.pseudonimisering = pseudonimisering;
        this.tracer = tracer;
    }

    /// Lines, the action itself first.
    ///
    /// @param isVolledig false when personal data were processed without saying whose
    record Regels(List<SpanData> spans, boolean isVolledig) {}

    Regels write(Actie actie, Span span, Lopend.Slot slot) {
        List<SpanData> spans = new ArrayList<>();
        boolean isPersoonlijk = actie.activiteit().persoonsgegevens();
        long begin = ((ReadableSpan) span).toSpanData().getStartEpochNanos();
        describe(span, slot);
        actie.aanroep()
                .filter(aanroep -> aanroep.actie().isValid())
                .flatMap(Aanroep::processor)
                .ifPresent(url -> span.setAttribute(PROCESSOR, url.toString()));
        boolean heeftEigen = slot.enige().isPresent();
        activity(span, actie);
        slot.enige().ifPresent(one -> subject(span, one));
        spans.add(end(span, slot.status()));
        if (!heeftEigen) {
            for (Betrokkene one : slot.betrokkenen()) {
                spans.add(child(actie, span, slot, one, begin));
            }
        }
        if (slot.isAfgebroken()) {
            Span step = start(AFGEBROKEN, span, null);
            activity(step, actie);
            spans.add(end(step, StatusCode.OK));
        }
        boolean isMislukt = slot.status() == StatusCode.ERROR;
        return new Regels(
                spans, !isPersoonlijk || isMislukt || !slot.betrokkenen().isEmpty());
    }

    static String name(@Nullable String naam) {
        return naam == null || naam.isBlank() ? NAAMLOOS : naam;
    }

    private SpanData child(Actie actie, Span parent, Lopend.Slot slot, Betrokkene betrokkene, long begin) {
        Span child = start(name(actie.naam()), parent, begin);
        activity(child, actie);
        subject(child, betrokkene);
        describe(child, slot);
        return end(child, slot.status());
    }

    private Span start(String naam, Span parent, @Nullable Long begin) {
        SpanBuilder builder = tracer.spanBuilder(naam).setParent(Context.root().with(parent));
        if (begin != null) {
            builder.setStartTimestamp(begin, TimeUnit.NANOSECONDS);
        }
        return builder.startSpan();
    }

    private static SpanData end(Span span, StatusCode status) {
        if (status != StatusCode.UNSET) {
            span.setStatus(status);
        }
        span.end();
        return ((ReadableSpan) span).toSpanData();
    }

    /// Texts and lists of texts, as LDV knows them.
    private static void describe(Span span, Lopend.Slot slot) {
        slot.kenmerken().forEach((sleutel, waarde) -> {
            if (waarde instanceof List<?> list) {
                span.setAttribute(
                        AttributeKey.stringArrayKey(sleutel),
                        list.stream().map(String::valueOf).toList());
            } else {
                span.setAttribute(AttributeKey.stringKey(sleutel), String.valueOf(waarde));
            }
        });
    }

    private static void activity(Span span, Actie actie) {
        span.setAttribute(ACTIVITEIT, actie.activiteit().id().toString());
    }

    private void subject(Span span, Betrokkene betrokkene) {
        Pseudonimisering.Pseudoniem pseudoniem = pseudonimisering.apply(betrokkene);
        span.setAttribute(BETROKKENE, pseudoniem.code());
        span.setAttribute(SOORT, pseudoniem.type());
    }
}
