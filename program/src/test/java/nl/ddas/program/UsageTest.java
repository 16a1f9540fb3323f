// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a user types wrong is answered in Dutch, with what was expected.
class UsageTest {

    @TempDir
    private Path map;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "controler | onbekende optie of opdracht: controler. Bedoelde u controleer? | ddas --help",
                "fsc manger              | Bedoelde u manager?                                | ddas fsc --help",
                "--versie                | onbekende optie of opdracht: --versie              | --help",
                "controleer --jsn x.json | --jsn                                              | ddas controleer --help",
                "controleer              | er ontbreekt iets: BESTAND                         | ddas controleer --help",
                "controleer --html       | ontbreekt                                          | PAD",
                "combineer               | er ontbreekt iets: BESTAND                         | ddas combineer --help",
                "combineer --maxgat veel x.json       | die waarde past niet bij --maxgat: 'veel'. Geef een geheel getal | --help",
                "rapport --config a --config b        | de optie --config staat er twee keer      | ddas rapport --help",
                "vertrouwen onderteken x.json         | er ontbreekt iets: PEM (--sleutel)        | onderteken --help",
                "rapport --config                     | er ontbreekt iets: BESTAND (--config)     | ddas rapport --help",
                "combineer --maxgat 1.5 x.json       | bij --maxgat: '1.5'. Geef een geheel getal | ddas combineer --help",
                "logboek exporteer x --van gisteren  | bij --van: 'gisteren'                    | een dag als 2026-01-31",
                "combineer --gemeenteregel SOMS x.json | --gemeenteregel: 'SOMS'                 | ddas combineer --help",
                "combineer --bsnmodus 1 x.json        | --bsnmodus: '1'                          | ddas combineer --help",
                "genereer --aantal 0     | --aantal is een getal vanaf 1, en geen 0           | 0",
                "genereer --aantal -5    | --aantal is een getal vanaf 1, en geen -5          | -5",
                "genereer --periode 2026 | een halfjaar schrijft u als 2026H1                 | '2026'",
                "genereer --fouten veel  | --fouten is regels of vorm, en geen 'veel'         | veel",
                "genereer --soort IETS   | --soort: 'IETS'. Kies uit: GEMEENTE,               | ddas genereer --help",
                "bron --config geen.yaml | er is geen bestand geen.yaml met instellingen      | ddas bron config > geen.yaml",
                "fsc manager --config geen.yaml | er is geen bestand geen.yaml met instellingen | ddas fsc manager config > geen.yaml"
            })
    void saysWhatWasTypedAndWhatIsExpected(String opdracht, String melding, String ook) {
        Loop loop = Loop.van(map, opdracht.strip().split(" +"));

        assertThat(loop.uitgang()).isEqualTo(2);
        assertThat(loop.fout()).startsWith("ddas: ").contains(melding, ook);
        assertThat(loop.uit()).isEmpty();
        BadInputTest.assertCalm(loop);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bron", "verzamel", "rapport", "fsc manager", "fsc inway", "logboek dienst"})
    void aFolderIsNoFileWithSettings(String opdracht) {
        Loop loop = Loop.van(map, (opdracht + " --config " + map).split(" "));

        assertThat(loop.uitgang()).isEqualTo(2);
        assertThat(loop.fout()).startsWith("ddas: " + map + " is een map; geef een bestand");
        BadInputTest.assertCalm(loop);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--help", "controleer --help", "combineer --help", "genereer --help", "bron --help"})
    void helpIsDutchAndGood(String opdracht) {
        Loop loop = opdracht.isEmpty() ? Loop.van(map) : Loop.van(map, opdracht.split(" "));

        assertThat(loop.uitgang()).isZero();
        assertThat(loop.uit()).contains("Gebruik: ddas", "Toon deze hulp.").doesNotContain("Usage", "Commands:");
        assertThat(loop.fout()).isEmpty();
    }

    @Test
    void everyCommandHasHelp() {
        String hulp = Loop.van(map, "--help").uit();

        assertThat(hulp)
                .contains("controleer", "genereer", "combineer", "bron", "vertrouwen")
                .doesNotContain("oefen ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "genereer --map +bestand                     | --map is een map, en",
                "controleer --html +nope/x.html +bestand     | is er niet; maak die eerst, of noem een andere plek",
                "controleer --html + +bestand                | is een map; noem een bestand"
            })
    void looksBeforeTheWorkWhetherTheOutcomeHasAPlace(String opdracht, String melding) throws IOException {
        Files.writeString(map.resolve("bestand"), "{}");
        Loop loop = Loop.van(map, opdracht.replace("+", map + "/").split(" +"));

        assertThat(loop.uitgang()).isEqualTo(2);
        assertThat(loop.fout()).contains(melding);
        assertThat(loop.uit()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "verzamel --help", "bron --help", "fsc dienst --help"})
    void tellsOfEveryCommandInAWholeSentence(String opdracht) {
        String hulp = Loop.van(map, opdracht.split(" ")).uit().replaceAll("\\R {4,}(?=\\S)", " ");

        assertThat(hulp.lines())
                .filteredOn(regel -> regel.matches("  [a-z]+ {2,}\\S.*"))
                .isNotEmpty()
                .allMatch(regel -> regel.endsWith("."));
    }
}
