// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.presentation;

import java.util.List;

/// A chart with its data: drawn by [SvgChart], with the numbers as a table beside it.
///
/// @param id unique within the page, lower case and hyphens
/// @param title what it shows
/// @param description the outcome in one sentence, for who does not see it
/// @param unit what the numbers count, such as `trajecten`
/// @param labels names along the axis
/// @param series one or more rows of numbers, each as long as `labels`; at most four
public record Chart(
        Kind kind, String id, String title, String description, String unit, List<String> labels, List<Series> series) {

    /// How it is drawn.
    public enum Kind {
        STACKED,
        GROUPED,
        LINES,
        /// Horizontal bars, one series, in the order given.
        RANKED
    }

    /// One row of numbers.
    public record Series(String name, double[] values) {}

    public Chart {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
        int length = labels.size();
        if (series.isEmpty() || series.size() > 4 || series.stream().anyMatch(s -> s.values().length != length)) {
            throw new IllegalArgumentException("Chart " + id + ": expected 1 to 4 series of " + length + " numbers");
        }
    }
}
