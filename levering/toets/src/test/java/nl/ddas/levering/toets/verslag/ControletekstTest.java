// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets.verslag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nl.ddas.levering.model.Plaats;
import nl.ddas.levering.toets.Ernst;
import nl.ddas.levering.toets.Oordeel;
import nl.ddas.presentation.Terminal;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControletekstTest {

    @TempDir
    private Path map;

    private String tekst(String bestand) throws IOException {
        return tekst(Voorbeeldcontrole.controleer(map, bestand));
    }

    private static String tekst(Controleverslag verslag) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream uit = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            new Controletekst(uit, new Terminal(200, false, false)).print(verslag);
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
    void neverShowsControlCodesOfTheFile() throws IOException {
        String stuur = "\\u001b[2Jweg\\u0007\\n\\u202e";
        String tekst = tekst(Voorbeeldcontrole.GOED
                .replace("{\"startdatumLevering", "{\"" + stuur + "\": 1, \"startdatumLevering")
                .replace("\"aanmelding\": {", "\"aanmelding\": {\"" + stuur + "\": 1, "));

        assertThat(tekst)
                .contains("/·[2Jweg···: het veld \"·[2Jweg···\" bestaat niet in het uitwisselmodel.")
                .contains("Het veld \"·[2Jweg···\" hoort niet bij aanmelding")
                .contains("/leveringen/0/schuldhulptrajecten/0/aanmelding/·[2Jweg···")
                .doesNotContain("\u001b", "\u0007", "\u202e");
    }

    @Test
    @Requirement("S77")
    void tellsEveryReasonOfTheSameCode() throws IOException {
        String tekst = tekst("{}");

        assertThat(tekst)
                .contains(
                        "Het bericht: het verplichte veld \"startdatumLevering\" ontbreekt.",
                        "Het bericht: het verplichte veld \"einddatumLevering\" ontbreekt.",
                        "Het bericht: het verplichte veld \"aanleverdatumEnTijd\" ontbreekt.",
                        "Het bericht: het verplichte veld \"codeGegevensleverancier\" ontbreekt.",
                        "Het bericht: het verplichte veld \"leveringen\" ontbreekt.");
        assertThat(tekst.split("Verbeter het veld in uw systeem", -1)).hasSize(2);
    }

    @Test
    void countsPlacesThatAreTheSame() throws IOException {
        Plaats een = new Plaats(OptionalInt.empty(), "/leveringen/0", 3, 40);
        Plaats ander = new Plaats(OptionalInt.empty(), "/leveringen/1", 9, 400);
        Bevindinggroep groep = new Bevindinggroep(
                "L-09", Ernst.INFORMATIEF, 6, "melding", "advies", List.of(een, een, ander, een, ander));
        Oordeel oordeel = new Oordeel(Oordeel.Status.GOEDGEKEURD, Optional.empty(), 2, 0, 0, 0, Map.of("L-09", 6L));

        assertThat(tekst(new Controleverslag("x.json", oordeel, List.of(), List.of(groep)))
                        .lines())
                .containsSubsequence(
                        "      regel 3  /leveringen/0  (3 keer)",
                        "      regel 9  /leveringen/1  (2 keer)",
                        "      en nog 1");
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
        assertThat(tekst("{\"x\": \"" + "x".repeat(100_001) + "\"}"))
                .contains("Het bestand gaat over een grens van dit programma", "langer dan 100.000 tekens")
                .doesNotContain("geen geldige JSON");
    }

    @Test
    void saysNothingOfAWholeLeveringThatWasNotReadToItsEnd() throws IOException {
        String stuk = Voorbeeldcontrole.GOED.substring(0, Voorbeeldcontrole.GOED.indexOf("\"aanmelding\""));

        assertThat(tekst(stuk))
                .contains("A-02  blokkerend", "1 levering, 0 trajecten, 0 cliënten (gelezen tot aan de fout)")
                .doesNotContain("L-0");
    }

    @Test
    void showsACodeThatNoGemeenteHasAsItWasWritten() throws IOException {
        String tekst = tekst(Voorbeeldcontrole.MET_FOUTEN.replace("<b>9\\\"9", "GM001"));

        assertThat(tekst)
                .contains("Gemeentecode \"GM001\" bestaat niet", "GM001, GM0503. Maak", "  GM001  ")
                .doesNotContain("GM0001");
    }

    @ParameterizedTest
    @CsvSource({"0457", "GM0457"})
    void saysOfAGemeenteThatIsNoMoreThatItWas(String code) throws IOException {
        String tekst = tekst(Voorbeeldcontrole.MET_FOUTEN.replace("<b>9\\\"9", code));

        assertThat(tekst)
                .contains("Gemeentecode \"" + code + "\" is van een gemeente die niet meer bestaat.")
                .contains("opvolger is GM")
                .doesNotContain("bestaat niet (");
    }

    @Test
    void callsAnEmptyTrajectByItsPlaceInTheList() throws IOException {
        String tekst =
                tekst(Voorbeeldcontrole.GOED.replace("\"schuldhulptrajecten\": [", "\"schuldhulptrajecten\": [null,"));

        assertThat(tekst)
                .contains("Het traject op plaats 0 in de lijst (geteld vanaf 0) is leeg meegestuurd")
                .contains("/leveringen/0/schuldhulptrajecten/0: dit is null (leeg)");
    }
}
