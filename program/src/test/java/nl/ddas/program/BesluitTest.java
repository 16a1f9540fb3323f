// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Network;
import nl.ddas.basis.Problem;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Environment;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `ddas bron goedkeuren` says when the collector does not take the decision, or somebody says so who is
/// not the collector.
class BesluitTest {

    private static final Clock KLOK = Clock.systemUTC();

    @TempDir
    private static Path map;

    private static AuthorityFolder vertrouwen;
    private static Party cbs;

    /// Once, with short keys: making keys takes most of the time.
    @BeforeAll
    static void maakPartijen() throws IOException {
        vertrouwen = AuthorityFolder.open(
                map.resolve("vertrouwen"), Environment.DEMO, new KeyMaker(2048, new SecureRandom()), KLOK);
        List<String> hosts = List.of("localhost", "127.0.0.1");
        cbs = vertrouwen.party("CBS", new Oin("00000099000000001000"), hosts);
        vertrouwen.party("Gemeente Voorbeeldstad", new Oin("00000099000000002000"), hosts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            409 | 2 | het CBS neemt dit niet aan (409): Zo is het.
            503 | 3 | het CBS kan dit nu niet aannemen (503). Er is niets veranderd; probeer het later opnieuw. Zo is het.
            200 | 3 | of het CBS dit heeft aangenomen, is niet zeker. Verwacht werd een antwoord dat is ondertekend \
            door een organisatie onder toegestaan, en het antwoord werd geweigerd: handtekening-ontbreekt. \
            Kijk of verzamelaar het goede adres is, en geef de opdracht opnieuw.
            """)
    void aRefusalIsWrongUseAndWhatIsNotCertainMayBeTriedAgain(int status, int uitgang, String melding)
            throws IOException {
        HttpServer.Config luisteren =
                new HttpServer.Config("127.0.0.1", 0, Optional.of(vertrouwen.tls(cbs)), 10_000, Duration.ofSeconds(30));
        try (Network network = Network.open();
                HttpServer verzamelaar = HttpServer.start(network, luisteren, verzoek -> new Problem(
                                "urn:x", "Titel", status, "Zo is het.", "urn:y", List.of())
                        .toResponse())) {
            ByteArrayOutputStream fout = new ByteArrayOutputStream();
            PrintStream stroom = new PrintStream(fout, true, StandardCharsets.UTF_8);
            Path config = instellingen(verzamelaar.port());
            int gekregen = Main.run(
                    new Omgeving(stroom, stroom, KLOK, Map.of(), map),
                    "bron",
                    "goedkeuren",
                    "--config",
                    config.toString(),
                    "a1");
            assertThat(fout.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("ddas: " + melding);
            assertThat(gekregen).isEqualTo(uitgang);
        }
    }

    private Path instellingen(int poort) throws IOException {
        return Files.writeString(map.resolve("bron.yaml"), """
                naam: Gemeente Voorbeeldstad
                oin: "00000099000000002000"
                partij: Gemeente Voorbeeldstad
                vertrouwen-map: %1$s/vertrouwen
                opslag-map: %1$s/opslag
                sleutel-bestand: %1$s/sleutel
                bestanden-map: %1$s
                verzamelaar: https://127.0.0.1:%2$d/v1
                toegestaan: [{oin: "00000099000000001000", naam: CBS}]
                """.formatted(map, poort));
    }
}
