// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.HexFormat;
import java.util.List;

/// Writes spans as an `ExportTraceServiceRequest`. By hand: what OpenTelemetry has for it is internal to its exporters.
final class Spancodering {

    private static final int OVER_OUDER_BEKEND = 0x100;
    private static final int OUDER_ELDERS = 0x200;

    private Spancodering() {}

    /// Lines of one application.
    static byte[] write(Resource resource, List<SpanData> spans) {
        return new Protobuf()
                .message(1, group -> {
                    group.message(1, one -> attributes(one, 1, resource.getAttributes()));
                    group.message(2, scope -> spans.forEach(span -> scope.message(2, one -> span(one, span))));
                })
                .bytes();
    }

    private static void span(Protobuf out, SpanData span) {
        SpanContext own = span.getSpanContext();
        SpanContext parent = span.getParentSpanContext();
        out.bytes(1, own.getTraceIdBytes()).bytes(2, own.getSpanIdBytes()).text(3, traceState(own));
        if (parent.isValid()) {
            out.bytes(4, HexFormat.of().parseHex(parent.getSpanId()));
        }
        out.text(5, span.getName())
                .number(6, 1)
                .fixed64(7, span.getStartEpochNanos())
                .fixed64(8, span.getEndEpochNanos());
        attributes(out, 9, span.getAttributes());
        StatusCode status = span.getStatus().getStatusCode();
        if (status != StatusCode.UNSET) {
            out.message(15, one -> one.number(3, status == StatusCode.OK ? 1 : 2));
        }
        int remote = parent.isValid() && parent.isRemote() ? OUDER_ELDERS : 0;
        out.fixed32(16, OVER_OUDER_BEKEND | remote | own.getTraceFlags().asByte());
    }

    private static String traceState(SpanContext context) {
        return context.getTraceState().isEmpty()
                ? ""
                : Traceheaders.of(Span.wrap(context)).getOrDefault(Traceheaders.TRACESTATE, "");
    }

    private static void attributes(Protobuf out, int field, Attributes attributes) {
        attributes.forEach((key, value) -> out.message(field, pair -> {
            pair.text(1, key.getKey());
            pair.message(2, one -> value(one, value));
        }));
    }

    private static void value(Protobuf out, Object value) {
        if (value instanceof List<?> list) {
            out.message(5, values -> list.forEach(item -> values.message(1, one -> simple(one, item))));
        } else {
            simple(out, value);
        }
    }

    /// LDV knows texts only; whatever else a resource holds is written as text.
    private static void simple(Protobuf out, Object value) {
        String text = String.valueOf(value);
        out.bytes(1, text.getBytes(UTF_8));
    }
}
