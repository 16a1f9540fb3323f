// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Place in a distributed trace (W3C Trace Context, header `traceparent`).
///
/// @param traceId 32 lower-case hexadecimal digits, not all zero
/// @param spanId 16 of them, not all zero
public record TraceParent(String traceId, String spanId) {

    /// Header of the request.
    public static final String HEADER = "traceparent";

    private static final Pattern TRACE = Pattern.compile("(?!0{32})[0-9a-f]{32}");
    private static final Pattern SPAN = Pattern.compile("(?!0{16})[0-9a-f]{16}");

    /// Version 00 has exactly four parts; later ones may have more.
    private static final Pattern FORM = Pattern.compile("(?:00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}"
            + "|(?!00|ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(?:-.*)?)");

    /// @throws IllegalArgumentException when one of them has another form
    public TraceParent {
        if (!TRACE.matcher(traceId).matches() || !SPAN.matcher(spanId).matches()) {
            throw new IllegalArgumentException("TraceParent: expected 32 and 16 lower-case hexadecimal digits");
        }
    }

    /// Reads the header; one that is wrong counts as absent, as the standard wants.
    public static Optional<TraceParent> read(String header) {
        Matcher form = FORM.matcher(header);
        if (header.length() > 512 || !form.matches()) {
            return Optional.empty();
        }
        boolean first = form.group(1) != null;
        return of(form.group(first ? 1 : 3), form.group(first ? 2 : 4));
    }

    /// Both ids; nothing when one has another form.
    static Optional<TraceParent> of(String traceId, String spanId) {
        return TRACE.matcher(traceId).matches() && SPAN.matcher(spanId).matches()
                ? Optional.of(new TraceParent(traceId, spanId))
                : Optional.empty();
    }
}
