// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Map;
import java.util.TreeMap;

/// An action as W3C Trace Context writes it.
final class Traceheaders {

    static final String TRACESTATE = "tracestate";

    private static final TextMapSetter<Map<String, String>> IN_MAP = (headers, name, value) -> {
        if (headers != null) {
            headers.put(name, value);
        }
    };

    private Traceheaders() {}

    /// `traceparent`, and `tracestate` when there is one.
    static Map<String, String> of(Span span) {
        Map<String, String> headers = new TreeMap<>();
        W3CTraceContextPropagator.getInstance().inject(Context.root().with(span), headers, IN_MAP);
        return headers;
    }
}
