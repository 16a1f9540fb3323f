// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.ddas.testkit.Requirement;
import nl.ddas.trust.Party;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The client of `docs/voorbeelden/python`, on a library that is not ours, in a process of its own: it signs
/// what our supplier accepts, and accepts what our supplier signs.
class PythonClientTest {

    private static final String PYTHON = "/usr/bin/python3";
    private static final Path FOLDER = Checkout.ROOT.resolve("docs/voorbeelden/python");
    private static final Path CLIENT = FOLDER.resolve("ddas_client.py");

    @TempDir
    private static Path map;

    private static Proefopstelling opstelling;

    @BeforeAll
    static void open() throws Exception {
        boolean there = Files.isExecutable(Path.of(PYTHON))
                && Launched.run(List.of(PYTHON, "-c", "import authlib, cryptography"))
                                .status()
                        == 0;
        if (!there) {
            Launched.missing("a Python with Authlib (Debian: apt-get install python3-authlib)");
        }
        Proefopstelling.bron(map, 7, 40);
        Files.writeString(map.resolve("vraag.json"), "{\"pageSize\": 25, \"page\": 1}");
        opstelling = new Proefopstelling(map);
        opstelling.bron.ververs();
    }

    @AfterAll
    static void close() {
        if (opstelling != null) {
            opstelling.close();
        }
    }

    @Test
    @Requirement("S14")
    void bothSidesAcceptWhatTheOtherSigns() throws Exception {
        Launched done = client();

        assertThat(done.said()).startsWith("200 geldig, ondertekend door " + opstelling.leverancier.oin() + ", ");
        assertThat(done.status()).isZero();
    }

    /// So that the test above can fail: the client really looks at who signed.
    @Test
    void theClientRefusesAnAnswerOfSomebodyElse() throws Exception {
        Launched done = client("--leverancier", opstelling.cbs.oin().value());

        assertThat(done.said()).isEqualTo("antwoord geweigerd: identiteit-afwijking\n");
        assertThat(done.status()).isEqualTo(1);
    }

    /// Whoever takes this client over takes over what it lets through.
    @Test
    void theClientRefusesEachBadAnswerWithAReason() throws Exception {
        Launched done = Launched.run(List.of(
                PYTHON,
                "-B",
                Checkout.ROOT
                        .resolve("systemtest/src/test/resources/nl/ddas/systemtest/slechte_antwoorden.py")
                        .toString(),
                FOLDER.toString()));

        assertThat(done.said()).isEqualTo("""
                geen header: handtekening-formaat
                twee headers: handtekening-formaat
                te lang: handtekening-formaat
                geen base64: handtekening-formaat
                geen JSON: handtekening-formaat
                geen object: handtekening-formaat
                diep: handtekening-formaat
                iat een tekst: handtekening-formaat
                iat waar: handtekening-formaat
                zonder x5c: certificaat-formaat
                x5c geen tekst: certificaat-formaat
                x5c geen certificaat: certificaat-formaat
                zeven certificaten: certificaat-formaat
                certificaat voor TLS: certificaat-gebruik
                andere handtekening: handtekening-ongeldig
                certificaat van de verbinding: certificaat-functiescheiding
                van een proxy: zonder code: dit antwoord is niet van de leverancier zelf
                van de leverancier: geen-gegevens
                """);
    }

    @Test
    void theMistakeOfThePublicTestScriptIsRefusedAndTheInspectorNamesIt() throws Exception {
        Path sent = map.resolve("verstuurd");

        Launched done = client("--fout", "canoniek", "--bewaar", sent.toString());

        assertThat(done.said()).isEqualTo("400 handtekening-ongeldig\n");
        assertThat(done.status()).isEqualTo(1);
        assertThat(sent.resolve("bericht.json")).hasContent("{\"pageSize\": 25, \"page\": 1}");
        Launched inspected = inspect(sent);
        assertThat(inspected.said())
                .contains("\"geldig\":false", "\"handtekening-ongeldig\"", "\"pastBij\":\"json-gesorteerd-compact\"")
                .doesNotContain("\"certificaat-");
        assertThat(inspected.status()).isEqualTo(1);
    }

    @Test
    void theInspectorFindsNothingWrongWithWhatTheClientSendsRightly() throws Exception {
        Path sent = map.resolve("goed");

        assertThat(client("--bewaar", sent.toString()).status()).isZero();
        Launched inspected = inspect(sent);

        assertThat(inspected.said()).contains("\"geldig\":true", "\"pastBij\":null");
        assertThat(inspected.status()).isZero();
    }

    private static Launched inspect(Path sent) throws IOException, InterruptedException {
        return Launched.ddas(
                "vertrouwen",
                "inspecteer",
                "--kop",
                sent.resolve("kop.txt").toString(),
                "--bericht",
                sent.resolve("bericht.json").toString(),
                "--anker",
                ca("ankers.pem"),
                "--crl",
                ca("intrekking.pem"),
                "--json");
    }

    /// A later option counts in place of an earlier one.
    private static Launched client(String... more) throws IOException, InterruptedException {
        Path own = folderOf(opstelling.cbs);
        List<String> command = new ArrayList<>(List.of(
                PYTHON,
                CLIENT.toString(),
                "--adres",
                "https://127.0.0.1:" + opstelling.bron.poort() + "/v1/gegevens",
                "--tls",
                own.resolve("tls.pem").toString(),
                "--ondertekening",
                own.resolve("ondertekening.pem").toString(),
                "--anker",
                ca("ankers.pem"),
                "--crl",
                ca("intrekking.pem"),
                "--vraag",
                map.resolve("vraag.json").toString(),
                "--leverancier",
                opstelling.leverancier.oin().value()));
        command.addAll(List.of(more));
        return Launched.run(command);
    }

    private static String ca(String file) {
        return map.resolve("ca/ca").resolve(file).toString();
    }

    private static Path folderOf(Party party) throws IOException {
        try (Stream<Path> folders = Files.list(map.resolve("ca/partijen"))) {
            return folders.filter(
                            folder -> folder.toString().endsWith(party.oin().value()))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
