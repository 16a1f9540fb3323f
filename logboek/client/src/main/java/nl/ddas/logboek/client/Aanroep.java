// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A request of another application: its action, as W3C Trace Context tells, and its address, as its certificate or
/// token tells. The address never comes from a header: whoever calls could write anything there.
///
/// @param actie invalid when there was no usable header
/// @param processor of the caller, `dpl.core.foreign_operation.processor`
public record Aanroep(SpanContext actie, Optional<URI> processor) {

    private static final TextMapGetter<Map<String, List<String>>> HEADERS = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, List<String>> headers) {
            return headers.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, List<String>> headers, String name) {
            List<String> values = headers == null ? List.of() : headers.getOrDefault(name, List.of());
            return values.isEmpty() ? null : String.join(",", values);
        }
    };

    /// An earlier action of this application itself, kept as the text of its `traceparent` ([Lopend#traceparent]): work
    /// goes on after a restart, or in another process. A text that is none counts as absent.
    public static Aanroep eigen(String traceparent) {
        SpanContext actie = of(Map.of("traceparent", List.of(traceparent)), Optional.empty())
                .actie();
        return new Aanroep(
                SpanContext.create(actie.getTraceId(), actie.getSpanId(), actie.getTraceFlags(), actie.getTraceState()),
                Optional.empty());
    }

    /// From the headers of a request. A header that is malformed counts as absent; two `traceparent` headers too.
    ///
    /// @param headers in any case
    /// @param processor address of the party that the connection proves to be calling
    public static Aanroep of(Map<String, List<String>> headers, Optional<URI> processor) {
        Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        Context context = W3CTraceContextPropagator.getInstance().extract(Context.root(), anyCase, HEADERS);
        return new Aanroep(Span.fromContext(context).getSpanContext(), processor);
    }
}
