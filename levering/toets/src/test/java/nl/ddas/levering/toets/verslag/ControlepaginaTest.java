// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets.verslag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nl.ddas.levering.model.Plaats;
import nl.ddas.levering.toets.Ernst;
import nl.ddas.levering.toets.Oordeel;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlepaginaTest {

    private static final ZonedDateTime GEMAAKT = Voorbeeldcontrole.NU.atZone(ZoneId.of("Europe/Amsterdam"));

    @TempDir
    private Path map;

    private String pagina(String bestand) throws IOException {
        return Controlepagina.render(Voorbeeldcontrole.controleer(map, bestand), GEMAAKT);
    }

    @Test
    @Requirement("S77")
    void showsTheFindingsAndWhatIsInTheFile() throws IOException {
        String pagina = pagina(Voorbeeldcontrole.MET_FOUTEN);

        assertThat(pagina)
                .contains("Het CBS zou deze levering weigeren.")
                .contains("De einddatum (2026-01-01) ligt vóór de startdatum (2026-02-01).")
                .contains("Verbeter de startdatum of de einddatum van het traject.")
                .contains("GM0503", "Cliënten in de levering")
                .contains("Versie van het uitwisselmodel: v1.0.")
                .doesNotContain("999990019");
        assertThat(pagina.replace("<wbr/>", "")).contains("/leveringen/0/schuldhulptrajecten/1/einddatum");
    }

    @Test
    void showsWhatWasDeliveredAsTextAndNeverAsMarkup() throws IOException {
        String pagina = pagina(Voorbeeldcontrole.MET_FOUTEN);

        assertThat(pagina)
                .contains("levering &amp; &lt;1&gt;.json", "Gemeente &lt;Delft&gt; &amp; co", "&lt;b&gt;9")
                .doesNotContain("<Delft>", "<b>9", "<1>");
    }

    @Test
    void givesTheByteWhenAllStandsOnOneLine() throws IOException {
        assertThat(pagina(Voorbeeldcontrole.MET_FOUTEN))
                .contains("regel 8")
                .doesNotContain("Alles staat op een regel.");
        assertThat(pagina(Voorbeeldcontrole.MET_FOUTEN.replace("\n", " ")))
                .contains("Alles staat op een regel.", "<li>byte ")
                .doesNotContain("<li>regel ");
    }

    @Test
    void tellsThatNoTrajectOfARefusedFileCounts() throws IOException {
        String pagina = pagina(Voorbeeldcontrole.GOED.replace("\"teller\": 1", "\"teller\": \"een\""));

        assertThat(pagina).contains("Het CBS zou deze levering weigeren.", "1 traject telt niet mee");
    }

    @Test
    void tellsEveryReasonOfTheSameCodeWithoutControlCodes() throws IOException {
        assertThat(pagina("{\"\\u001b[2J\": 1}"))
                .contains("startdatumLevering", "einddatumLevering", "codeGegevensleverancier", "·[2J")
                .doesNotContain("\u001b");
    }

    @Test
    void countsPlacesThatAreTheSame() {
        Plaats plaats = new Plaats(OptionalInt.empty(), "/leveringen/0", 3, 40);
        Bevindinggroep groep =
                new Bevindinggroep("L-09", Ernst.INFORMATIEF, 2, "melding", "advies", List.of(plaats, plaats));
        Oordeel oordeel = new Oordeel(Oordeel.Status.GOEDGEKEURD, Optional.empty(), 1, 0, 0, 0, Map.of("L-09", 2L));

        assertThat(Controlepagina.render(new Controleverslag("x.json", oordeel, List.of(), List.of(groep)), GEMAAKT))
                .containsOnlyOnce("regel 3")
                .contains("(2 keer)");
    }

    @Test
    void saysSoWhenNothingWasFound() throws IOException {
        assertThat(pagina(Voorbeeldcontrole.GOED)).contains("Er is niets gevonden.");
    }
}
