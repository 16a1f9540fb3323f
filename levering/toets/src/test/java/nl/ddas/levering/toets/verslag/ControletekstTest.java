// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets.verslag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import nl.ddas.presentation.Terminal;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControletekstTest {

    @TempDir
    private Path map;

    private String tekst(String bestand) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream uit = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            new Controletekst(uit, new Terminal(200, false, false)).print(Voorbeeldcontrole.controleer(map, bestand));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    @Requirement("S77")
    void tellsWhatIsWrongWhereAndWhatToDo() throws IOException {
        String tekst = tekst(Voorbeeldcontrole.MET_FOUTEN);

        assertThat(tekst.lines().limit(7))
                .containsSubsequence(
                        "levering & <1>.json",
                        "Het CBS zou deze levering weigeren. Herstel eerst wat blokkerend is.",
                        "  Versie van het uitwisselmodel: v1.0",
                        "  1 levering, 2 trajecten, 4 cliënten");
        assertThat(tekst.lines())
                .containsSubsequence(
                        "  T-06  blokkerend, 1 keer",
                        "    De einddatum (2026-01-01) ligt vóór de startdatum (2026-02-01).",
                        "    Wat te doen: Verbeter de startdatum of de einddatum van het traject.",
                        "      regel 8  /leveringen/0/schuldhulptrajecten/1/einddatum");
        assertThat(tekst.indexOf("blokkerend, 1 keer")).isLessThan(tekst.indexOf("waarschuwing, "));
        assertThat(tekst).doesNotContain("999990019", "\u001b");
    }

    @Test
    void givesTheByteWhenAllStandsOnOneLine() throws IOException {
        String eenRegel = Voorbeeldcontrole.MET_FOUTEN.replace("\n", " ");
        String tekst = tekst(eenRegel);

        assertThat(tekst)
                .contains("Alles staat op een regel.")
                .contains("      byte " + eenRegel.indexOf("\"2026-01-01\", ", 400)
                        + "  /leveringen/0/schuldhulptrajecten/1/einddatum");
        assertThat(tekst).doesNotContain("regel 1");
    }

    @Test
    void givesNoLineForTheWholeFile() throws IOException {
        assertThat(tekst("\ufeff" + Voorbeeldcontrole.GOED).lines())
                .contains("      (hele bestand)")
                .doesNotContain("      regel 1  /");
    }

    @Test
    void saysSoWhenAllIsWell() throws IOException {
        assertThat(tekst(Voorbeeldcontrole.GOED))
                .contains("Het CBS kan dit bestand gebruiken. Er is niets gevonden dat hersteld moet worden.")
                .contains("1 levering, 1 traject, 1 cliënt")
                .doesNotContain("Bevindingen");
    }

    @Test
    void saysSoWhenItCannotBeRead() throws IOException {
        assertThat(tekst("{\"leveringen\": [")).contains("Dit bestand kan niet gelezen worden", "A-02  blokkerend");
    }
}
