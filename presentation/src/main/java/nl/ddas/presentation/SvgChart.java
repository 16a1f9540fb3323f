// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.presentation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Draws a [Chart] as inline SVG without style attributes: colours come from the stylesheet, so that print, high
/// contrast and a strict content policy all work. Text stays text.
public final class SvgChart {

    private static final double WIDTH = 640;
    private static final double HEIGHT = 300;
    private static final double TOP = 14;
    private static final double BOTTOM = 34;
    private static final double LEFT = 64;
    private static final double RIGHT = 16;
    private static final double CHARACTER = 6.6;

    private final Chart chart;
    private final List<Html> marks = new ArrayList<>();

    private SvgChart(Chart chart) {
        this.chart = chart;
    }

    /// The chart as a figure, with legend and its numbers as a table to open.
    public static Html figure(Chart chart) {
        Html svg =
                switch (chart.kind()) {
                    case STACKED, GROUPED -> new SvgChart(chart).bars();
                    case LINES -> new SvgChart(chart).lines();
                    case RANKED -> new SvgChart(chart).ranked();
                };
        return Html.tag("figure", "class", "dd-chart")
                .of(Html.tag("figcaption").of(Html.text(chart.title())), legend(chart), svg, table(chart));
    }

    private static Html legend(Chart chart) {
        if (chart.series().size() == 1) {
            return Html.NONE;
        }
        boolean lines = chart.kind() == Chart.Kind.LINES;
        return Html.tag("ul", "class", "dd-legend")
                .of(Html.join(IntStream.range(0, chart.series().size()).mapToObj(i -> Html.tag("li")
                        .of(key(i + 1, lines), Html.text(chart.series().get(i).name())))));
    }

    private static Html key(int series, boolean line) {
        Html mark = line
                ? Html.tag("path", "class", "dd-l" + series, "d", "M0 7H14").of()
                : Html.tag("rect", "class", "dd-s" + series, "x", "1", "y", "1", "width", "12", "height", "12")
                        .of();
        return Html.tag("svg", "viewBox", "0 0 14 14", "aria-hidden", "true").of(mark);
    }

    private static Html table(Chart chart) {
        List<Column> columns = new ArrayList<>(List.of(Column.text(chart.unit())));
        chart.series().forEach(series -> columns.add(Column.number(series.name())));
        HtmlTable table = new HtmlTable(chart.title(), columns);
        for (int i = 0; i < chart.labels().size(); i++) {
            int at = i;
            List<String> cells = new ArrayList<>(List.of(chart.labels().get(i)));
            chart.series().forEach(series -> cells.add(number(series.values()[at])));
            table.row(cells.toArray(String[]::new));
        }
        return Html.details("Toon als tabel", table.html());
    }

    private Html bars() {
        boolean stacked = chart.kind() == Chart.Kind.STACKED;
        Scale scale = Scale.upTo(stacked ? highestStack() : highest());
        grid(scale);
        double slot = (WIDTH - LEFT - RIGHT) / chart.labels().size();
        for (int i = 0; i < chart.labels().size(); i++) {
            double x = LEFT + slot * i;
            double stackedSoFar = 0;
            for (int s = 0; s < chart.series().size(); s++) {
                double value = chart.series().get(s).values()[i];
                double width =
                        stacked ? slot * 0.68 : slot * 0.76 / chart.series().size();
                double left = stacked ? x + slot * 0.16 : x + slot * 0.12 + width * s;
                bar(
                        s,
                        i,
                        left,
                        y(scale, stackedSoFar + value),
                        width,
                        y(scale, stackedSoFar) - y(scale, stackedSoFar + value));
                stackedSoFar += stacked ? value : 0;
            }
        }
        labelsBelow(slot);
        return svg(HEIGHT);
    }

    private Html lines() {
        Scale scale = Scale.upTo(highest());
        grid(scale);
        int points = chart.labels().size();
        double step = (WIDTH - LEFT - RIGHT) / Math.max(1, points - 1);
        for (int s = 0; s < chart.series().size(); s++) {
            StringBuilder path = new StringBuilder();
            for (int i = 0; i < points; i++) {
                path.append(i == 0 ? "M" : "L")
                        .append(n(LEFT + step * i))
                        .append(' ')
                        .append(n(y(scale, chart.series().get(s).values()[i])));
            }
            marks.add(Html.tag("path", "class", "dd-l" + (s + 1), "d", path.toString())
                    .of());
        }
        labelsBelow((WIDTH - LEFT - RIGHT) / points);
        return svg(HEIGHT);
    }

    private Html ranked() {
        double widest = chart.labels().stream().mapToInt(String::length).max().orElse(0) * CHARACTER;
        double left = Math.min(WIDTH * 0.45, widest + 16);
        double row = 24;
        double max = Math.max(highest(), 1e-9);
        for (int i = 0; i < chart.labels().size(); i++) {
            double value = chart.series().getFirst().values()[i];
            double width = (WIDTH - left - 80) * value / max;
            double y = TOP + row * i;
            text(left - 8, y + 15, "end", chart.labels().get(i), "");
            bar(0, i, left, y + 2, width, row - 7);
            text(left + width + 6, y + 15, "start", number(value), "dd-strong");
        }
        return svg(TOP * 2 + row * chart.labels().size());
    }

    private void grid(Scale scale) {
        for (double value = 0; value <= scale.top() + scale.step() / 2; value += scale.step()) {
            String kind = value == 0 ? "dd-axis" : "dd-grid";
            String y = n(y(scale, value));
            marks.add(Html.tag("line", "class", kind, "x1", n(LEFT), "x2", n(WIDTH - RIGHT), "y1", y, "y2", y)
                    .of());
            text(LEFT - 8, y(scale, value) + 4, "end", number(value), "");
        }
    }

    /// Names below the axis; when they would touch, only every second, third, ... one.
    private void labelsBelow(double slot) {
        int longest = chart.labels().stream().mapToInt(String::length).max().orElse(1);
        int every = Math.max(1, (int) Math.ceil((longest * CHARACTER + 8) / slot));
        boolean line = chart.kind() == Chart.Kind.LINES;
        double step = line ? (WIDTH - LEFT - RIGHT) / Math.max(1, chart.labels().size() - 1) : slot;
        for (int i = 0; i < chart.labels().size(); i += every) {
            text(
                    LEFT + step * i + (line ? 0 : slot / 2),
                    HEIGHT - 12,
                    "middle",
                    chart.labels().get(i),
                    "");
        }
    }

    private void bar(int series, int index, double x, double y, double width, double height) {
        Chart.Series shown = chart.series().get(series);
        String tip = chart.labels().get(index) + (chart.series().size() > 1 ? ", " + shown.name() : "") + ": "
                + number(shown.values()[index]);
        marks.add(Html.tag(
                        "rect",
                        "class",
                        "dd-s" + (series + 1),
                        "x",
                        n(x),
                        "y",
                        n(y),
                        "width",
                        n(Math.max(0, width)),
                        "height",
                        n(Math.max(0, height)))
                .of(Html.tag("title").of(Html.text(tip))));
    }

    private void text(double x, double y, String anchor, String text, String css) {
        marks.add(Html.tag("text", "x", n(x), "y", n(y), "text-anchor", anchor, "class", css)
                .of(Html.text(text)));
    }

    private Html svg(double height) {
        String title = chart.id() + "-t";
        String description = chart.id() + "-d";
        Html head = Html.join(
                Html.tag("title", "id", title).of(Html.text(chart.title())),
                Html.tag("desc", "id", description).of(Html.text(chart.description())));
        return Html.tag(
                        "svg",
                        "viewBox",
                        "0 0 " + n(WIDTH) + " " + n(height),
                        "role",
                        "img",
                        "aria-labelledby",
                        title + " " + description)
                .of(head, Html.join(marks));
    }

    private double highest() {
        return chart.series().stream()
                .flatMapToDouble(s -> Arrays.stream(s.values()))
                .max()
                .orElse(0);
    }

    private double highestStack() {
        return IntStream.range(0, chart.labels().size())
                .mapToDouble(i ->
                        chart.series().stream().mapToDouble(s -> s.values()[i]).sum())
                .max()
                .orElse(0);
    }

    private static double y(Scale scale, double value) {
        return TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / scale.top());
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Formats.number((long) value) : Formats.decimal(BigDecimal.valueOf(value), 1);
    }

    private static String n(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replace(".0", "");
    }

    /// An axis from 0 to a round number, in round steps.
    record Scale(double step, double top) {

        static Scale upTo(double highest) {
            double step = round(Math.max(highest, 1) / 4);
            return new Scale(step, Math.ceil(Math.max(highest, 1) / step) * step);
        }

        private static double round(double step) {
            double power = Math.pow(10, Math.floor(Math.log10(step)));
            for (double factor : new double[] {1, 2, 5, 10}) {
                if (factor * power >= step) {
                    return factor * power;
                }
            }
            return step;
        }
    }
}
