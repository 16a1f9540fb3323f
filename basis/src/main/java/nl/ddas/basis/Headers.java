// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Header lines of a message, in order, names compared without case. Immutable.
///
/// @param lines one entry a line
public record Headers(List<Line> lines) {

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

    /// These headers and one line more.
    public Headers with(String name, String value) {
        List<Line> more = new ArrayList<>(lines);
        more.add(new Line(name, value));
        return new Headers(more);
    }
}
