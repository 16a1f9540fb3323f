// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Database;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.Network;
import nl.ddas.basis.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Faults of the ground reach users in Dutch, with place and way out.
class GrondmeldingTest {

    @TempDir
    private Path map;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "partij: x              | 'vertrouwen-map' ontbreekt. Zet het in het bestand, of zet DDAS_BRON_VERTROUWEN_MAP",
                "vertrouwen-map: x; partij: [1, 2] | bij 'partij' is één waarde verwacht, en er staat iets anders",
                "just text              | verwacht is YAML met regels als 'naam: waarde'; het loopt vast bij regel 1. Kijk daar",
                "a: 'b                 | het loopt vast bij regel 1. Kijk daar naar inspringing",
            })
    void aFaultInTheSettings(String inhoud, String melding) throws IOException {
        Path instellingen = Files.writeString(map.resolve("bron.yaml"), inhoud.replace("; ", "\n"));
        Loop loop = Loop.van(map, "bron", "--config", instellingen.toString());
        assertThat(loop.uitgang()).isEqualTo(2);
        assertThat(loop.fout()).contains("in de instellingen (" + instellingen + ")", melding);
    }

    @Test
    void aValueThatMeansNothingSaysWhatBelongsThere() {
        Settings instellingen = Settings.none("fsc-manager", Map.of("FSC_MANAGER_ROL", "baas"));
        assertThat(Grondmelding.van(instellingen.unfit("rol", "read of write")))
                .hasValueSatisfying(
                        tekst -> assertThat(tekst).contains("bij 'rol' hoort read of write, en er staat 'baas'"));
    }

    @Test
    void aRefusedConnectionNamesHostPortAndWhatToDo() {
        try (Network network = Network.open();
                HttpClient client = HttpClient.open(
                        network,
                        new HttpClient.Config(Optional.empty(), Duration.ofSeconds(5), Duration.ofSeconds(5)))) {
            URI uri = URI.create("http://127.0.0.1:1/x");
            var fout = catchThrowable(() -> client.send(new HttpClient.Call("GET", uri, Headers.NONE, new byte[0])));
            assertThat(Grondmelding.van(new IllegalStateException(fout))).hasValueSatisfying(tekst -> assertThat(tekst)
                    .startsWith("er is geen verbinding met 127.0.0.1:1: daar luistert niets. Kijk"));
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsNamedWithoutItsPassword() {
        var fout = catchThrowable(
                () -> Database.connect("jdbc:postgresql://127.0.0.1:1/x?connectTimeout=1&password=geheim", "u", "p"));
        assertThat(Grondmelding.van(fout)).hasValueSatisfying(tekst -> assertThat(tekst)
                .contains("jdbc:postgresql://127.0.0.1:1/x. Kijk of die draait")
                .doesNotContain("geheim"));
    }
}
