// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final Terminal plain = new Terminal(40, false, false);

    @Test
    void columnsStandBelowEachOtherAndNumbersToTheRight() {
        new TerminalTable(Column.text("naam"), Column.number("aantal"))
                .row("Delft", "1.284")
                .row("Borne", "7")
                .print(out, "  ");

        assertThat(text()).isEqualTo("  naam   aantal\n  Delft   1.284\n  Borne       7\n");
    }

    /// What stands in a table was often written by others.
    @Test
    void nothingInACellSteersTheTerminal() {
        new TerminalTable(Column.text("naam"), Column.number("aantal"))
                .row("Bor\u001b[2Kne\u202e", "7")
                .print(out, "");

        assertThat(text()).isEqualTo("naam        aantal\nBor [2Kne        7\n");
    }

    @Test
    void textBreaksAtTheWidth() {
        plain.wrap(out, "  ", "een zin die langer is dan veertig tekens breed");

        assertThat(text().lines()).allMatch(line -> line.length() <= 40).hasSize(2);
    }

    @Test
    void withoutATerminalProgressIsOneLineATenth() {
        try (Progress progress = new Progress(out, plain, "trajecten", 1000)) {
            for (int i = 0; i < 1000; i++) {
                progress.add(1);
            }
        }

        assertThat(text().lines()).hasSize(10).last().asString().endsWith("1.000 van 1.000 (100%)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PT0.412S | 0,4 s
            PT12S    | 12 s
            PT200S   | 3 min 20 s
            """)
    void durationsReadAsADutchReaderWritesThem(Duration duration, String expected) {
        assertThat(Formats.duration(duration)).isEqualTo(expected);
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
