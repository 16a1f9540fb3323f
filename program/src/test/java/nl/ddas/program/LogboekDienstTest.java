// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.Network;
import nl.ddas.logboek.extensie.Definitielezer;
import nl.ddas.logboek.register.Documentlezer;
import nl.ddas.testkit.Requirement;
import nl.ddas.trust.AuthorityFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `ddas logboek dienst` and what is done with lines that it could not take.
class LogboekDienstTest {

    /// A line of an activity that no register knows.
    static final String SPAN = "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":"
            + "\"00112233445566778899aabbccddee%02x\",\"spanId\":\"0102030405060708\",\"name\":\"Inzien\","
            + "\"startTimeUnixNano\":\"1764068470669000000\",\"endTimeUnixNano\":\"1764068470771000000\","
            + "\"attributes\":[{\"key\":\"dpl.core.processing_activity_id\",\"value\":{\"stringValue\":"
            + "\"https://a.nl/7\"}},{\"key\":\"%s\",\"value\":{\"stringValue\":\"noord\"}}]}]}]}]}";

    @TempDir
    private Path map;

    private Path instellingen(String... regels) throws IOException {
        Path bestand = map.resolve("logboek.yaml");
        Files.writeString(
                bestand,
                "tls: uit\nhouder-zonder-tls: \"00000099000000001000\"\npoort: 0\nbeheer-poort: 0\ndatabase-map: "
                        + map.resolve("database") + "\n" + String.join("\n", regels) + "\n");
        return bestand;
    }

    private Loop loop(String... opdracht) {
        return Loop.van(Clock.systemUTC(), map, opdracht);
    }

    @Test
    void theExampleOfTheSettingsIsGood() throws IOException {
        Path bestand = map.resolve("logboek.yaml");
        String voorbeeld = loop("logboek", "dienst", "config").uit();
        Files.writeString(
                bestand, voorbeeld.replace("./var/vertrouwen", map.resolve("v").toString()));

        Omgeving omgeving = new Omgeving(System.out, System.err, Clock.systemUTC(), Map.of(), map);
        LogboekInstellingen gelezen = LogboekInstellingen.lees(bestand, omgeving);

        assertThat(gelezen.config().luisteren().poort()).isEqualTo(4318);
        assertThat(gelezen.config().schrijvers()).containsOnlyKeys("00000099000000001000");
        assertThat(gelezen.tls()).isPresent();
        assertThat(voorbeeld.lines()).allMatch(regel -> regel.length() <= 140);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            adres: 0.0.0.0                        | zonder TLS luistert het logboek alleen op 127.0.0.1
            grpc-poort: veel                      | grpc-poort
            wachtende-regels: 0                   | een getal van 1 of hoger
            wachtende-mb: 2048                    | een getal van 1 tot en met 1024
            quarantaine-bewaartermijn: 1h         | een duur van 1d of langer
            onbekende-naamruimte: misschien       | weigeren, quarantaine of waarschuwen
            invoer: slordig                       | strikt of soepel
            database-url: jdbc:postgresql://h/x   | een van beide: database-url of database-map
            schrijver: x                          | schrijvers
            extensies: [./nergens.yaml]           | nergens.yaml
            register-bestand: ./nergens.yaml      | nergens.yaml
            """)
    void badSettingsAreToldInDutch(String regel, String melding) throws IOException {
        Loop loop = loop("logboek", "dienst", "--config", instellingen(regel).toString());

        assertThat(loop.uitgang()).isEqualTo(2);
        assertThat(loop.fout()).startsWith("ddas: ").contains(melding);
        BadInputTest.assertCalm(loop);
    }

    @Test
    @Requirement("LDV-L2")
    void tlsIsOnUnlessItIsTurnedOff() throws IOException {
        Path bestand = map.resolve("logboek.yaml");
        Files.writeString(
                bestand,
                "database-map: " + map.resolve("database")
                        + "\nschrijvers: [{naam: Wij, oin: \"00000099000000001000\"}]\n");
        Loop loop = loop("logboek", "dienst", "--config", bestand.toString());

        assertThat(loop.uitgang()).isEqualTo(2);
        assertThat(loop.fout()).contains("tls-sleutel", "uw certificaat, of vertrouwen-map om te oefenen");
    }

    @Test
    @Requirement({"OTLP-4", "LDV-L9"})
    void linesThatWereRefusedAreTakenUpWhenTheCauseIsGone() throws Exception {
        String goed = SPAN.formatted(1, "dpl.core.data_subject_id")
                .replace(",{\"key\":\"dpl.core.data_subject_id\",\"value\":{\"stringValue\":\"noord\"}}", "");
        try (Draaiend logboek = new Draaiend(instellingen(), map)) {
            assertThat(logboek.stuur(goed)).isEqualTo("{}");
            assertThat(logboek.stuur(SPAN.formatted(2, "dpl.proef.afdeling"))).contains("NAMESPACE_UNKNOWN");
            assertThat(logboek.beheer("/health/ready")).contains("\"ready\"");
            assertThat(logboek.beheer("/metrics"))
                    .contains("logbook_lines_total{outcome=\"stored\"} 1.0", "logbook_quarantine_lines 1.0")
                    .doesNotContain("noord");
        }

        showsCodesAndTakesUp(instellingen().toString());
    }

    private void showsCodesAndTakesUp(String gewoon) throws IOException {
        Loop lijst = loop("logboek", "quarantaine", "toon", "--config", gewoon);
        assertThat(lijst.uitgang()).as(lijst.fout()).isEqualTo(1);
        assertThat(lijst.uit())
                .contains("NAMESPACE_UNKNOWN", "Er wacht 1 regel.")
                .doesNotContain("noord");

        Path uit = map.resolve("regel.json");
        Loop inhoud =
                loop("logboek", "quarantaine", "toon", "--nummer", "1", "--inhoud", uit.toString(), "--config", gewoon);
        assertThat(inhoud.uitgang()).as(inhoud.fout()).isZero();
        assertThat(Files.readString(uit)).contains("noord");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(uit)))
                .isEqualTo("rw-------");

        assertThat(loop("logboek", "quarantaine", "opnieuw", "--config", gewoon).uit())
                .contains("1 regel: nog niet goed");
        Path anders = instellingen("onbekende-naamruimte: waarschuwen");
        assertThat(loop("logboek", "quarantaine", "opnieuw", "--config", anders.toString())
                        .uit())
                .contains("1 regel: nu in het logboek");
        Loop leeg = loop("logboek", "quarantaine", "opnieuw", "--config", anders.toString());
        assertThat(leeg.uitgang()).isZero();
        assertThat(leeg.uit()).contains("Er wachten geen regels.");
        assertThat(loop("logboek", "quarantaine", "toon", "--alles", "--config", gewoon)
                        .uit())
                .contains("opgenomen", "Er wachten geen regels.");
    }

    @Test
    @Requirement("LDV-L19")
    void theOinInTheCertificateSaysWhoseLinesTheyAre() throws Exception {
        AuthorityFolder uitgever =
                AuthorityFolder.open(map.resolve("vertrouwen"), Clock.systemUTC(), new SecureRandom());
        Path bestand = map.resolve("logboek.yaml");
        Files.writeString(bestand, """
                poort: 0
                beheer-poort: 0
                database-map: %s
                vertrouwen-map: %s
                partij: Het logboek
                oin: "00000099000000009000"
                schrijvers:
                  - naam: Leverancier
                    oin: "00000099000000002000"
                    houder: "00000099000000001000"
                """.formatted(map.resolve("database"), map.resolve("vertrouwen")));
        try (Draaiend logboek = new Draaiend(bestand, map);
                Network network = Network.open()) {
            assertThat(stuur(network, uitgever, "00000099000000003000", logboek))
                    .isEqualTo(403);
            assertThat(stuur(network, uitgever, "00000099000000002000", logboek))
                    .isEqualTo(200);
        }
        assertThat(loop("logboek", "quarantaine", "toon", "--config", bestand.toString())
                        .uit())
                .contains("00000099000000001000", "NAMESPACE_UNKNOWN")
                .doesNotContain("00000099000000002000");
    }

    /// A line that is refused, so that it can be seen whose it is.
    private static int stuur(Network network, AuthorityFolder uitgever, String oin, Draaiend logboek)
            throws IOException {
        byte[] regel = SPAN.formatted(2, "dpl.proef.afdeling").getBytes(UTF_8);
        try (HttpClient client = Draaiend.client(network, Optional.of(Draaiend.tls(uitgever, oin)))) {
            return Draaiend.status(client, "POST", "https://" + logboek.adres(1) + "/v1/traces", regel);
        }
    }

    @Test
    void registerAndReadingAreServedOnTheSamePort() throws Exception {
        AuthorityFolder uitgever =
                AuthorityFolder.open(map.resolve("vertrouwen"), Clock.systemUTC(), new SecureRandom());
        Files.write(map.resolve("register.yaml"), Bundled.bytes(Documentlezer.class, "ddas-register.yaml"));
        Files.write(map.resolve("inzage.sleutel"), new byte[32]);
        Path bestand = map.resolve("logboek.yaml");
        Files.writeString(bestand, """
                poort: 0
                beheer-poort: 0
                database-map: %1$s/database
                vertrouwen-map: %1$s/vertrouwen
                partij: Het logboek
                oin: "00000099000000009000"
                schrijvers: [{naam: Wij, oin: "00000099000000001000"}]
                register-bestand: %1$s/register.yaml
                verantwoordelijke: "00000099000000001000"
                inzage-sleutel-bestand: %1$s/inzage.sleutel
                lezers: [{code: "00000099000000001000", rol: eigen, rechten: [ldv.read.trace]}]
                """.formatted(map));
        byte[] vraag = "{\"traceId\":\"00112233445566778899aabbccddeeff\"}".getBytes(UTF_8);
        try (Draaiend logboek = new Draaiend(bestand, map);
                Network network = Network.open();
                HttpClient lezer =
                        Draaiend.client(network, Optional.of(Draaiend.tls(uitgever, "00000099000000001000")));
                HttpClient ander =
                        Draaiend.client(network, Optional.of(Draaiend.tls(uitgever, "00000099000000003000")))) {
            String hier = "https://" + logboek.adres(1);
            assertThat(Draaiend.status(lezer, "GET", hier + "/register/v1/openapi.json", new byte[0]))
                    .isEqualTo(200);
            assertThat(Draaiend.status(lezer, "POST", hier + "/lezen/v1/processing-activities", vraag))
                    .isEqualTo(200);
            assertThat(Draaiend.status(ander, "POST", hier + "/lezen/v1/processing-activities", vraag))
                    .isIn(401, 403);
            assertThat(Draaiend.status(lezer, "GET", hier + "/elders", new byte[0]))
                    .isEqualTo(404);
        }
    }

    @Test
    @Requirement("LDV-L9")
    void anExtensionThatIsNotEstablishedIsUsedOnlyWhenThatIsSaid() throws Exception {
        Path definitie = map.resolve("ddas.ldv-ext.yaml");
        Files.write(definitie, Bundled.bytes(Definitielezer.class, "ddas.ldv-ext.yaml"));
        Loop loop = loop(
                "logboek",
                "dienst",
                "--config",
                instellingen("extensies: [" + definitie + "]").toString());

        assertThat(loop.uitgang()).isEqualTo(2);
        assertThat(loop.fout()).contains("is nog niet vastgesteld", "concept-extensies: true");

        Path anders = instellingen("extensies: [" + definitie + "]", "concept-extensies: true");
        Omgeving omgeving = new Omgeving(System.out, System.err, Clock.systemUTC(), Map.of(), map);
        LogboekInstellingen gelezen = LogboekInstellingen.lees(anders, omgeving);
        assertThat(gelezen.naamruimten(gelezen.definities(omgeving)).find("dpl.ddas.bericht_soort"))
                .isPresent();
    }

    @Test
    void contentOfALineIsAskedForByNumberAndIntoAFile() throws IOException {
        Loop loop = loop(
                "logboek",
                "quarantaine",
                "toon",
                "--nummer",
                "1",
                "--config",
                instellingen().toString());

        assertThat(loop.uitgang()).isEqualTo(2);
        assertThat(loop.fout()).contains("--nummer en --inhoud horen bij elkaar");
    }
}
