// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.util.List;
import java.util.Map;
import nl.ddas.basis.Headers;
import nl.ddas.logboek.client.Logboek;
import nl.ddas.logboek.client.Lopend;

/// The trace of lines in a log as it goes over HTTP (W3C Trace Context).
public final class Tracekoppen {

    private Tracekoppen() {}

    /// With the trace of the action in which this thread is, for a request to another party; unchanged outside one.
    public static Headers bij(Headers headers) {
        Headers met = headers;
        for (Map.Entry<String, String> regel :
                Logboek.huidige().map(Lopend::headers).orElse(Map.of()).entrySet()) {
            met = met.with(regel.getKey(), regel.getValue());
        }
        return met;
    }

    /// What a request says of its trace, as [nl.ddas.logboek.client.Aanroep#of] wants it.
    public static Map<String, List<String>> van(Headers headers) {
        return Map.of("traceparent", headers.all("traceparent"), "tracestate", headers.all("tracestate"));
    }
}
