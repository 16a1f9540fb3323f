// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Settings;
import nl.ddas.basis.SettingsFault;
import nl.ddas.basis.TlsProfile;
import nl.ddas.levering.verkeer.Beschikbaarheid;
import nl.ddas.levering.verkeer.Versleutelafspraak;
import nl.ddas.levering.verkeer.Versleutelmodus;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BronConfigTest {

    @TempDir
    private Path map;

    @Test
    void readsItsOwnExample() throws IOException {
        BronConfig config = lees(BronConfig.voorbeeld());
        assertThat(config.naam()).isEqualTo("Gemeente Voorbeeldstad");
        assertThat(config.gegevens().bijVormfouten()).isEqualTo(BijVormfouten.WEIGEREN);
        assertThat(config.toegang().toegestaan()).isEqualTo(Map.of("00000099000000001000", "CBS"));
        assertThat(config.gegevens().verversing())
                .isEqualTo(new BronConfig.Verversing(LocalTime.of(3, 30), Duration.ofMinutes(15), Duration.ofDays(2)));
        assertThat(config.toegang().beschikbaarheid()).isEqualTo(Beschikbaarheid.ALTIJD);
    }

    @Test
    void readsTheWindowsThatTheExampleShows() throws IOException {
        String voorbeeld = BronConfig.voorbeeld();
        int begin = voorbeeld.indexOf("# beschikbaarheid:");
        BronConfig config = lees(voorbeeld.substring(0, begin)
                + voorbeeld.substring(begin).replaceAll("(?m)^# (beschikbaarheid|uitzonderingen|  )", "$1"));
        assertThat(config.toegang().beschikbaarheid().uitzonderingen())
                .containsEntry(LocalDate.parse("2026-12-25"), List.of());
        assertThat(config.toegang().beschikbaarheid().totOpen(Instant.parse("2026-12-31T10:59:59Z")))
                .contains(Duration.ZERO);
    }

    @Test
    void speaksTheTlsThatIsAskedFor() throws IOException {
        assertThat(lees(KLEIN).luisteren().tls()).isEqualTo(TlsProfile.DIGIKOPPELING);
        assertThat(lees(KLEIN + "\ntls-profiel: goed\n").luisteren().tls()).isEqualTo(TlsProfile.GOED);
        assertThatThrownBy(() -> lees(KLEIN + "\ntls-profiel: beste\n"))
                .isInstanceOfSatisfying(
                        SettingsFault.class,
                        fout -> assertThat(fout.fault()).asString().contains("tls-profiel", "digikoppeling of goed"));
    }

    @Test
    void standsInForWhatIsLeftOut() throws IOException {
        BronConfig config = lees(KLEIN);
        assertThat(config.toegang().beschikbaarheid()).isEqualTo(Beschikbaarheid.ALTIJD);
        assertThat(config.grenzen().paginaRuimte()).isEqualTo(2048L * 1024 * 1024);
        assertThat(config.grenzen().verzoekenPerMinuut()).isEqualTo(120);
        assertThat(config.opslag().verslagen())
                .isEqualTo(new BronConfig.Bewaring(1024L * 1024 * 1024, Duration.ofDays(400)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bij-vormfouten: soms                                                 | bij-vormfouten
            verversen-om: half vier                                              | verversen-om
            pagina-ruimte-mb: 0                                                  | pagina-ruimte-mb
            verslagen-ruimte-mb: 63                                              | verslagen-ruimte-mb
            verslagen-bewaren: 0d                                                | verslagen-bewaren
            poortje: 1                                                           | poortje
            versleuteling-bij-internet: soms                                     | versleuteling-bij-internet
            versleuteling-bij-internet: ja                                       | dpia-besluit
            grootste-versleutelde-pagina-mb: 0                                   | grootste-versleutelde-pagina-mb
            beschikbaarheid: [{dagen: ma-vr, van: "22:00", tot: "06:00"}]        | beschikbaarheid[0]
            beschikbaarheid: [{dagen: maandag, van: "07:00", tot: "08:00"}]      | beschikbaarheid[0]
            beschikbaarheid: [{dagen: vr-ma, van: "07:00", tot: "08:00"}]        | beschikbaarheid[0]
            uitzonderingen: [{datum: kerst}]                                     | uitzonderingen[0]
            """)
    void namesTheKeyThatIsWrong(String regel, String sleutel) {
        assertThatThrownBy(() -> lees(KLEIN + regel + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sleutel);
    }

    /// The DPIA's switch against network, mode and decision of a party.
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            nee | -                                          | -
            nee | netwerk: diginetwerk                       | -
            nee | versleuteling: uit                         | -
            nee | versleuteling: toegestaan, dpia-besluit: B | TOEGESTAAN
            nee | versleuteling: vereist, dpia-besluit: B    | VEREIST
            ja  | -                                          | VEREIST
            ja  | netwerk: internet                          | VEREIST
            ja  | netwerk: diginetwerk                       | -
            ja  | netwerk: diginetwerk, versleuteling: vereist | VEREIST
            ja  | versleuteling: vereist                     | VEREIST
            ja  | versleuteling: toegestaan, dpia-besluit: B | TOEGESTAAN
            ja  | versleuteling: uit, dpia-besluit: B        | -
            """)
    @Requirement({"S31", "S45"})
    void encryptionFollowsFromTheDpiaUnlessAPartyHasItsOwnDecision(String bijInternet, String regels, String modus)
            throws IOException {
        BronConfig config = lees(versleuteld(bijInternet, regels == null ? "" : ", " + regels, "sleutel.pem"));
        Optional<Versleutelmodus> gevonden = Optional.ofNullable(
                        config.toegang().versleuteling().afspraken().get("00000099000000001000"))
                .map(Versleutelafspraak::modus);
        assertThat(gevonden).isEqualTo(Optional.ofNullable(modus).map(Versleutelmodus::valueOf));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nee | versleuteling: misschien      | versleuteling
            nee | netwerk: koper                | netwerk
            nee | versleuteling: vereist        | dpia-besluit
            ja  | versleuteling: uit            | dpia-besluit
            ja  | versleuteling: toegestaan     | dpia-besluit
            """)
    void namesWhatIsMissingForEncryption(String bijInternet, String regels, String sleutel) {
        assertThatThrownBy(() -> lees(versleuteld(bijInternet, ", " + regels, "sleutel.pem")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + sleutel + "'");
        assertThatThrownBy(() -> lees(versleuteld("ja", "", "''"))).hasMessageContaining("versleutelcertificaat");
    }

    private static String versleuteld(String bijInternet, String regels, String certificaat) {
        return """
                naam: Gemeente Voorbeeldstad
                opslag-map: opslag
                sleutel-bestand: sleutel
                versleuteling-bij-internet: %s
                %s
                toegestaan: [{oin: "00000099000000001000", naam: CBS, versleutelcertificaat: %s%s}]
                """.formatted(bijInternet, bijInternet.equals("ja") ? "dpia-besluit: A" : "", certificaat, regels);
    }

    @Test
    void wantsToKnowWhoMayAsk() {
        assertThatThrownBy(() -> lees("naam: x\nopslag-map: a\nsleutel-bestand: b\n"))
                .hasMessageContaining("toegestaan");
    }

    private static final String KLEIN = """
            naam: Gemeente Voorbeeldstad
            opslag-map: opslag
            sleutel-bestand: sleutel
            toegestaan: [{oin: "00000099000000001000", naam: CBS}]
            """;

    private BronConfig lees(String tekst) throws IOException {
        Path bestand = Files.writeString(map.resolve("bron.yaml"), tekst);
        return BronConfig.read(Settings.read("bron", bestand, Map.of()));
    }
}
