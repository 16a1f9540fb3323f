// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OefenplekTest {

    @TempDir
    private Path map;

    @ParameterizedTest
    @CsvSource(textBlock = """
            vertrouwen --help,            true
            vertrouwen partij --help,     true
            vertrouwen inspecteer --help, true
            vertrouwen onderteken --help, false
            vertrouwen aanvraag --help,   false
            vertrouwen ca --help,         false
            vertrouwen ca crl --help,     false
            """)
    void onlyWhatUsesThePracticeAuthorityShowsWhereItIs(String opdracht, boolean toont) {
        Loop loop = Loop.van(map, opdracht.split(" "));

        assertThat(loop.uitgang()).isZero();
        assertThat(loop.uit().contains("--map")).isEqualTo(toont);
    }

    @Test
    void thePlaceMayStandBeforeTheCommandOrBehindIt() {
        String plek = map.resolve("elders").toString();
        Loop maak = Loop.van(map, "vertrouwen", "partij", "Wij", "00000099000000001000", "--map", plek);
        assertThat(maak.uitgang()).as(maak.alles()).isZero();
        Loop opnieuw = Loop.van(map, "vertrouwen", "--map", plek, "partij", "Wij", "00000099000000001000");

        assertThat(opnieuw.uit()).as("the same certificates").isEqualTo(maak.uit());
        assertThat(Loop.van(map, "vertrouwen", "--map", plek).uit()).startsWith("De oefenautoriteit staat in " + plek);
    }
}
