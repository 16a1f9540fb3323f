// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.presentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SvgChartTest {

    @ParameterizedTest
    @EnumSource(Chart.Kind.class)
    void everyKindIsWellFormedAndBringsItsNumbersAsATable(Chart.Kind kind) throws Exception {
        Document figure = PageTest.parse(SvgChart.figure(chart(kind, 3, 1250)).toString());

        Element svg = (Element) figure.getElementsByTagName("svg")
                .item(figure.getElementsByTagName("svg").getLength() - 1);
        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(figure.getElementsByTagName("tr").getLength()).isEqualTo(4);
        assertThat(figure.getElementsByTagName("table").item(0).getTextContent())
                .contains("1.250");
    }

    @Property(tries = 200)
    void nothingIsDrawnOutsideTheFrame(
            @ForAll @IntRange(min = 1, max = 40) int names, @ForAll @DoubleRange(min = 0, max = 1e9) double highest)
            throws Exception {
        for (Chart.Kind kind : Chart.Kind.values()) {
            Document figure =
                    PageTest.parse(SvgChart.figure(chart(kind, names, highest)).toString());
            NodeList bars = figure.getElementsByTagName("rect");
            for (int i = 0; i < bars.getLength(); i++) {
                Element bar = (Element) bars.item(i);
                double right = number(bar, "x") + number(bar, "width");
                assertThat(right).isLessThanOrEqualTo(640.1);
                assertThat(number(bar, "y")).isGreaterThanOrEqualTo(0);
            }
        }
    }

    @Test
    void aSeriesOfTheWrongLengthIsRefused() {
        assertThatThrownBy(() -> new Chart(
                        Chart.Kind.LINES,
                        "c",
                        "t",
                        "d",
                        "u",
                        List.of("a"),
                        List.of(new Chart.Series("s", new double[2]))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 numbers");
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static Chart chart(Chart.Kind kind, int names, double highest) {
        List<String> labels =
                IntStream.range(0, names).mapToObj(i -> "naam " + i).toList();
        double[] values =
                IntStream.range(0, names).mapToDouble(i -> highest / (i + 1)).toArray();
        return new Chart(
                kind,
                "proef",
                "Proef",
                "Het daalt.",
                "trajecten",
                labels,
                List.of(new Chart.Series("aantal", values), new Chart.Series("ander", values)));
    }
}
