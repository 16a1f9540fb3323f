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

/// `controleer --toon`: places from a Verwerkingsverslag and places in a file mean the same record.
class ToonTest {

    private static final String TRAJECT = "/leveringen/0/schuldhulptrajecten/0";

    @TempDir
    private Path map;

    private Path bestand(boolean antwoord) throws IOException {
        String inhoud = antwoord ? "{\"gegevens\": " + Proefbestand.GOED + "}" : Proefbestand.GOED;
        return Files.writeString(map.resolve("levering.json"), inhoud);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "false, '', ''",
                "false, /gegevens, is een los bestand; getoond is /leveringen/0/schuldhulptrajecten/0",
                "true, /gegevens, ''",
                "true, '', is een antwoord van de API; getoond is /gegevens/leveringen/0/schuldhulptrajecten/0"
            })
    void acceptsBothFormsOnBothKindsOfFile(boolean antwoord, String voorvoegsel, String melding) throws IOException {
        Loop loop = Loop.van(
                map,
                "controleer",
                "--toon",
                voorvoegsel + TRAJECT,
                bestand(antwoord).toString());

        assertThat(loop.uitgang()).isZero();
        assertThat(loop.uit()).startsWith("{\n").contains("\"gemeentecode\" : \"0503\"");
        assertThat(loop.fout().replace(", zonder /gegevens ervoor", "").replace(", met /gegevens ervoor", ""))
                .contains(melding);
        assertThat(loop.fout().isEmpty()).isEqualTo(melding.isEmpty());
    }

    @Test
    void theRecordIsTheSameInEitherForm() throws IOException {
        String zonder = Loop.van(
                        map, "controleer", "--toon", TRAJECT, bestand(false).toString())
                .uit();
        String met = Loop.van(
                        map,
                        "controleer",
                        "--toon",
                        "/gegevens" + TRAJECT,
                        bestand(true).toString())
                .uit();

        assertThat(met).isEqualTo(zonder);
    }

    @Test
    void aPlaceThatIsNotThereIsWrongUse() throws IOException {
        Loop loop = Loop.van(
                map,
                "controleer",
                "--toon",
                "/gegevens/leveringen/9",
                bestand(false).toString());

        assertThat(loop.uitgang()).isEqualTo(2);
        assertThat(loop.fout()).contains("Onder \"/leveringen\" staat geen \"9\" in dit bestand.");
    }
}
