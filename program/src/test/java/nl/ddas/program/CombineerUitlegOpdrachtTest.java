// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `combineer --uitleg` and `--plaats`: why trajecten were combined.
class CombineerUitlegOpdrachtTest {

    private static final String PLAATS = "/leveringen/0/schuldhulptrajecten/0";
    private static final String ANDER =
            Proefbestand.TRAJECT.replace("999990019", "999990032").replace("1982-05-23", "1971-03-02");

    @TempDir
    private Path map;

    private String gemeente = "";
    private String bank = "";

    @BeforeEach
    void write() throws IOException {
        gemeente = schrijf("gemeente.json", Proefbestand.GOED);
        bank = schrijf(
                "bank.json",
                Proefbestand.met(Proefbestand.TRAJECT.replace("2026-02-01", "2026-02-03") + "," + ANDER)
                        .replace("Gemeente Delft\",", "Kredietbank De Haven\", \"KvK-nummer\": \"98000010\",")
                        .replace("\"gemeentecode\": \"0503\", \"contact", "\"contact"));
    }

    private String schrijf(String naam, String inhoud) throws IOException {
        return Files.writeString(map.resolve(naam), inhoud).toString();
    }

    @Test
    @Requirement("S80")
    void saysOfEachCombinedTrajectWhyAndHowEachFieldWasChosen() {
        Loop loop = Loop.van(map, "combineer", "--uitleg", gemeente, bank);

        assertThat(loop.uitgang()).as(loop.fout()).isLessThan(2);
        assertThat(loop.uit())
                .contains("2 bronnen:", "  " + gemeente + " " + PLAATS, "  " + bank + " " + PLAATS)
                .contains("Samengevoegd omdat", "startdatum = 2026-02-01", "niet gekozen: 2026-02-03")
                .contains("1 traject komt uit meer dan één bron en staat hierboven; 1 uit één bron.")
                .doesNotContain("999990019");
    }

    @Test
    void explainsOneTrajectByItsPlace() {
        Loop loop =
                Loop.van(map, "combineer", "--plaats", bank + "#/leveringen/0/schuldhulptrajecten/1", gemeente, bank);

        assertThat(loop.uit()).contains("Eén bron:").doesNotContain("2 bronnen");
    }

    @Test
    void saysWhatAPlaceIsAndWhenNothingIsThere() {
        Loop geenPlaats = Loop.van(map, "combineer", "--plaats", "derde", gemeente);
        Loop leeg = Loop.van(map, "combineer", "--plaats", "/leveringen/7/schuldhulptrajecten/0", gemeente);
        Loop metJson = Loop.van(map, "combineer", "--json", "--uitleg", gemeente);

        assertThat(geenPlaats.uitgang()).isEqualTo(2);
        assertThat(geenPlaats.fout()).contains("--plaats is de plaats van een traject", "'derde'");
        assertThat(leeg.uitgang()).isEqualTo(2);
        assertThat(leeg.fout()).contains("staat in deze bestanden geen leesbaar traject");
        assertThat(metJson.uitgang()).isEqualTo(2);
    }
}
