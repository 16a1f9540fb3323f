// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.ddas.basis.DatabaseChoice;
import nl.ddas.basis.Settings;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Goedkeuring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerzamelaarConfigTest {

    @TempDir
    Path map;

    private VerzamelaarConfig lees(String yaml) throws IOException {
        Path bestand = Files.writeString(map.resolve("verzamelaar.yaml"), yaml);
        return VerzamelaarConfig.read(Settings.read("verzamel", bestand, Map.of()));
    }

    @Test
    void theExampleCanBeUsedAsItIs() throws IOException {
        VerzamelaarConfig config = lees(VerzamelaarConfig.voorbeeld());
        assertThat(config.opslag().database()).isInstanceOf(DatabaseChoice.Embedded.class);
        assertThat(config.opslag().wacht()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.goedkeuring()).isEqualTo(new Goedkeuring.Handmatig());
        assertThat(config.kalender().dagenNaAfloop()).containsExactly(45, 75);
        assertThat(config.ophalen().langsteWacht()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.luisteren().beheerPoort()).isEmpty();
        assertThat(config.luisteren().verzoekenPerMinuut()).isEqualTo(120);
        assertThat(config.ophalen().tempo()).isEqualTo(VerzamelaarConfig.Tempo.STANDAARD);
    }

    @Test
    void theExampleOfSuppliersCanBeUsedAsItIs() throws IOException {
        Path bestand = Files.writeString(map.resolve("l.yaml"), metVensters(VerzamelaarConfig.voorbeeldLeveranciers()));
        List<Leverancier> lijst = Leveranciers.uitBestand(bestand, Map.of()).lijst();
        assertThat(lijst).hasSize(1);
        Leverancier een = lijst.getFirst();
        assertThat(een.adres("gegevens")).hasToString("https://voorbeeldstad.example:8443/v1/gegevens");
        assertThat(een.vensters().vensters().getFirst().dagen()).hasSize(5).doesNotContain(DayOfWeek.SUNDAY);
    }

    @Test
    void aSupplierCanBeEncryptedAndWantATokenByItsSettings() throws IOException {
        Leverancier een =
                leverancier("versleuteling: vereist", "dpia-besluit: B", "versleutelcertificaat: a.pem", "token: ja");
        assertThat(een.profiel()).isEqualTo(Leverancier.Profiel.SEED);
        assertThat(een.token()).contains(Leverancier.Token.MET_CERTIFICAAT);
        assertThat(een.tokenpubliek()).isEqualTo("https://een.example/oauth/token");
        assertThat(een.tokenadres()).hasToString("https://een.example/oauth/token");
        Leverancier vrij = leverancier("versleuteling: toegestaan", "dpia-besluit: B", "versleutelcertificaat: a.pem");
        assertThat(vrij.profiel()).isEqualTo(Leverancier.Profiel.V1_0);
        assertThat(vrij.token()).isEmpty();
    }

    @Test
    void aSupplierMayWantASignedProofForItsTokens() throws IOException {
        Leverancier een = leverancier(
                "token: ja", "token-bewijs: private_key_jwt", "token-uitgever: https://zo-heet-het.example/api");
        assertThat(een.token().orElseThrow().bewijs()).isEqualTo(Leverancier.Tokenbewijs.PRIVATE_KEY_JWT);
        assertThat(een.tokenadres()).hasToString("https://een.example/oauth/token");
        assertThat(een.tokenpubliek()).isEqualTo("https://zo-heet-het.example/api/oauth/token");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            profiel: seed-2024-07                                                                      | versleuteling
            profiel: v2                                                                                | profiel
            profiel: v1.0-2026-06; versleuteling: vereist; dpia-besluit: B; versleutelcertificaat: a   | profiel
            versleuteling: vereist; versleutelcertificaat: a                                           | dpia-besluit
            versleuteling: vereist; dpia-besluit: B                                                    | versleutelcertificaat
            token: misschien                                                                           | token
            token-bewijs: certificaat                                                                  | token-bewijs
            token: nee; token-uitgever: https://een.example                                            | token-uitgever
            token: ja; token-bewijs: wachtwoord                                                        | token-bewijs
            token: ja; token-uitgever: https://een.example/                                            | token-uitgever
            token: ja; token-uitgever: een                                                             | token-uitgever
            """)
    void settingsOfASupplierMustGoTogether(String regels, String genoemd) {
        assertThatThrownBy(() -> leverancier(regels.split("; ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + genoemd + "'");
    }

    private Leverancier leverancier(String... regels) throws IOException {
        String begin =
                "leveranciers:\n  - naam: Een\n    url: https://een.example\n    oin: '00000099000000002000'\n    ";
        Path bestand = Files.writeString(map.resolve("een.yaml"), begin + String.join("\n    ", regels) + "\n");
        return Leveranciers.uitBestand(bestand, Map.of()).lijst().getFirst();
    }

    /// The example with its windows no longer commented out.
    private static String metVensters(String voorbeeld) {
        int begin = voorbeeld.indexOf("    # vensters:");
        return voorbeeld.substring(0, begin)
                + voorbeeld.substring(begin).replaceAll("(?m)^    # (vensters|uitzonderingen|  )", "    $1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "goedkeuring: vanzelf | goedkeuring",
                "tegelijk: 0 | tegelijk",
                "langste-pagina: 0s | langste-pagina",
                "minste-kb-per-seconde: -1 | minste-kb-per-seconde",
                "bsnmodus: los | bsnmodus",
                "database-wacht: 0s | database-wacht",
                "database-url: jdbc:x | database-url",
                "goedkeurin: direct | goedkeuring",
            })
    void aWrongKeyOrValueStopsTheStartAndIsNamed(String regel, String genoemd) {
        String yaml = "oin: '00000099000000001000'\ndatabase-map: d\nbewijs-map: b\nsleutel-bestand: s\n" + regel;
        assertThatThrownBy(() -> lees(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(genoemd);
    }

    @Test
    void healthAndMetricsHaveAPortWhenTheSettingsAskForIt() throws IOException {
        assertThat(lees(VerzamelaarConfig.voorbeeld() + "\nbeheer-poort: 9444\n")
                        .luisteren()
                        .beheerPoort())
                .hasValue(9444);
    }
}
