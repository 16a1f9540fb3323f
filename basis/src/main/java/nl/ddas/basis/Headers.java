// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/// Header lines of a message, in order, names compared without case. Immutable.
///
/// @param lines one entry a line
public record Headers(List<Line> lines) {

    /// About one connection, never about the message; HTTP/2 does not know them.
    static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "keep-alive",
            "te",
            "transfer-encoding",
            "upgrade",
            "expect");

    public static final Headers NONE = new Headers(List.of());

    /// One header line as sent.
    public record Line(String name, String value) {}

    public Headers {
        lines = List.copyOf(lines);
    }

    /// Headers from name, value, name, value.
    public static Headers of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "Headers: expected name and value in turn, got " + namesAndValues.length + " texts");
        }
        List<Line> lines = new ArrayList<>(namesAndValues.length / 2);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            lines.add(new Line(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new Headers(lines);
    }

    /// The value of the first line with this name.
    public Optional<String> first(String name) {
        return lines.stream()
                .filter(line -> line.name().equalsIgnoreCase(name))
                .map(Line::value)
                .findFirst();
    }

    /// The values of all lines with this name, in order.
    public List<String> all(String name) {
        return lines.stream()
                .filter(line -> line.name().equalsIgnoreCase(name))
                .map(Line::value)
                .toList();
    }

    /// The lines that a proxy passes on: without those that are about one connection (RFC 9110, 7.6.1), those that
    /// `Connection` names, the coding of the body, and `Expect`, which each server answers itself. The order stays.
    public Headers endToEnd() {
        Set<String> dropped = new HashSet<>(HOP_BY_HOP);
        all("Connection").forEach(value -> Stream.of(value.split(","))
                .forEach(name -> dropped.add(name.strip().toLowerCase(Locale.ROOT))));
        return without(dropped);
    }

    /// These headers without some.
    ///
    /// @param names in small letters
    public Headers without(Set<String> names) {
        return new Headers(lines.stream()
                .filter(line -> !names.contains(line.name().toLowerCase(Locale.ROOT)))
                .toList());
    }

    /// What a `Content-Length` says; empty when there is none, or when it is not one number.
    public OptionalLong contentLength() {
        List<String> values = all("Content-Length");
        return values.size() == 1 && values.getFirst().matches("\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(values.getFirst()))
                : OptionalLong.empty();
    }

    /// These headers and one line more.
    public Headers with(String name, String value) {
        List<Line> more = new ArrayList<>(lines);
        more.add(new Line(name, value));
        return new Headers(more);
    }
}
