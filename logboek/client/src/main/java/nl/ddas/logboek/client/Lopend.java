// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.net.http.HttpRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An action that is going on. Safe for several threads.
public final class Lopend {

    private static final int SERVERFOUT = 500;

    private final Span span;
    private final Melder melder;
    private final Set<Betrokkene> betrokkenen = new LinkedHashSet<>();
    private final Map<String, Object> kenmerken = new TreeMap<>();
    private StatusCode status = StatusCode.UNSET;
    private boolean isAfgebroken;
    private boolean isGeschreven;

    Lopend(Span span, Melder melder) {
        this.span = span;
        this.melder = melder;
    }

    /// Becomes known only now, such as from the answer of another party.
    public synchronized void over(@Nullable Betrokkene... anderen) {
        notTooLate();
        for (Betrokkene one : anderen) {
            if (one != null) {
                betrokkenen.add(one);
            }
        }
    }

    /// An attribute of an extension. Without key or value nothing happens: logging breaks no work (LDV 3.3.2.1).
    public synchronized void met(@Nullable String sleutel, @Nullable String waarde) {
        notTooLate();
        if (sleutel != null && waarde != null) {
            kenmerken.put(sleutel, waarde);
        }
    }

    /// An attribute of an extension that is a list of texts.
    public synchronized void metLijst(@Nullable String sleutel, @Nullable List<String> waarden) {
        notTooLate();
        if (sleutel != null && waarden != null) {
            kenmerken.put(sleutel, waarden.stream().filter(Objects::nonNull).toList());
        }
    }

    /// Marks the action as successful, on purpose: `Ok`.
    public synchronized void geslaagd() {
        notTooLate();
        status = StatusCode.OK;
    }

    /// The user stopped on purpose. That is no fault: `Ok`, and a line of its own.
    public synchronized void afgebroken() {
        notTooLate();
        status = StatusCode.OK;
        isAfgebroken = true;
    }

    /// An internal fault that the work handled itself.
    public synchronized void mislukt() {
        notTooLate();
        status = StatusCode.ERROR;
    }

    /// The status of an HTTP answer of ours: only 500 and above is a fault of ours, wrong input is not.
    public synchronized void httpStatus(int code) {
        notTooLate();
        status = code >= SERVERFOUT ? StatusCode.ERROR : status;
    }

    /// Headers for a request to another application: `traceparent`, and `tracestate` when there is one.
    public Map<String, String> headers() {
        return Traceheaders.of(span);
    }

    /// The same, put on a request of the JDK's client.
    public HttpRequest.Builder headers(HttpRequest.Builder request) {
        headers().forEach(request::setHeader);
        return request;
    }

    /// To keep, and to go on with later by [Aanroep#eigen]; empty when there is no line.
    public String traceparent() {
        return headers().getOrDefault("traceparent", "");
    }

    /// 32 hexadecimal digits: to name in an own log or a reply.
    public String traceId() {
        return span.getSpanContext().getTraceId();
    }

    Span span() {
        return span;
    }

    /// What is said after the line was written is not on it; somebody should know.
    private void notTooLate() {
        if (isGeschreven) {
            melder.report(0, "something was said about an action after its line was written");
        }
    }

    /// What was known; the last moment for it.
    synchronized Slot slot() {
        isGeschreven = true;
        return new Slot(List.copyOf(betrokkenen), Map.copyOf(kenmerken), status, isAfgebroken);
    }

    /// What was known at the end.
    record Slot(List<Betrokkene> betrokkenen, Map<String, Object> kenmerken, StatusCode status, boolean isAfgebroken) {

        Slot failed() {
            return new Slot(betrokkenen, kenmerken, StatusCode.ERROR, isAfgebroken);
        }

        /// The one that the line itself is about; with more, each has a line of its own.
        Optional<Betrokkene> enige() {
            return betrokkenen.size() == 1 ? Optional.of(betrokkenen.get(0)) : Optional.empty();
        }
    }
}
