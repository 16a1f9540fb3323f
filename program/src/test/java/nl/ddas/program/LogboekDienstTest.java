// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;
import nl.ddas.logboek.extensie.Definitielezer;
import nl.ddas.logboek.register.Documentlezer;
import nl.ddas.testkit.Requirement;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Oin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `ddas logboek dienst` and what is done with lines that it could not take.
class LogboekDienstTest {

    private static final String SPAN = "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":"
            + "\"00112233445566778899aabbccddee%02x\",\"spanId\":\"0102030405060708\",\"name\":\"Inzien\","
            + "\"startTimeUnixNano\":\"1764068470669000000\",\"endTimeUnixNano\":\"1764068470771000000\","
            + "\"attributes\":[{\"key\":\"dpl.core.processing_activity_id\",\"value\":{\"stringValue\":"
            + "\"https://a.nl/7\"}},{\"key\":\"%s\",\"value\":{\"stringValue\":\"noord\"}}]}]}]}]}";

    private static final Headers JSON = Headers.of("Content-Type", "application/json");

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

    /// A log that runs until it is closed.
    private final class Draaiend implements AutoCloseable {

        private static final Pattern ADRES =
                Pattern.compile("luistert op (127\\.0\\.0\\.1:\\d+).*(http://127\\S+?)/health");

        private final ByteArrayOutputStream fout = new ByteArrayOutputStream();
        private final CountDownLatch begonnen = new CountDownLatch(1);
        private final CompletableFuture<Integer> klaar = new CompletableFuture<>();
        private final Thread thread;
        private final Network network = Network.open();
        private final HttpClient client = client(network, Optional.empty());

        private Draaiend(Path instellingen) throws InterruptedException {
            PrintStream stroom = new PrintStream(fout, true, UTF_8) {
                @Override
                public void println(String tekst) {
                    super.println(tekst);
                    begonnen.countDown();
                }
            };
            Omgeving omgeving = new Omgeving(System.out, stroom, Clock.systemUTC(), Map.of(), map);
            thread = Thread.ofPlatform().start(() -> {
                int uitgang = Main.run(omgeving, "logboek", "dienst", "--config", instellingen.toString());
                klaar.complete(uitgang);
                begonnen.countDown();
            });
            assertThat(begonnen.await(120, TimeUnit.SECONDS)).isTrue();
        }

        private String adres(int groep) {
            Matcher matcher = ADRES.matcher(fout.toString(UTF_8));
            assertThat(matcher.find()).as(fout.toString(UTF_8)).isTrue();
            return matcher.group(groep);
        }

        private String stuur(String body) throws IOException {
            return vraag(new HttpClient.Call(
                    "POST", URI.create("http://" + adres(1) + "/v1/traces"), JSON, body.getBytes(UTF_8)));
        }

        private String beheer(String pad) throws IOException {
            return vraag(new HttpClient.Call("GET", URI.create(adres(2) + pad), Headers.NONE, new byte[0]));
        }

        private String vraag(HttpClient.Call vraag) throws IOException {
            try (HttpClient.Answer antwoord = client.send(vraag)) {
                return new String(antwoord.body().readAllBytes(), UTF_8);
            }
        }

        @Override
        public void close() {
            client.close();
            network.close();
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    @Requirement({"OTLP-4", "LDV-L9"})
    void linesThatWereRefusedAreTakenUpWhenTheCauseIsGone() throws Exception {
        String goed = SPAN.formatted(1, "dpl.core.data_subject_id")
                .replace(",{\"key\":\"dpl.core.data_subject_id\",\"value\":{\"stringValue\":\"noord\"}}", "");
        try (Draaiend logboek = new Draaiend(instellingen())) {
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
    @Requirement({"LDV-R6", "LDV-R7"})
    void theRegisterIsServedOnAndAnActivityThatItDoesNotKnowHoldsNothingUp() throws Exception {
        Path register = map.resolve("register.yaml");
        Files.writeString(
                register,
                Bundled.text(Documentlezer.class, "ddas-register.yaml")
                        .replaceFirst("detailLevel: 1", "confidential: true\n        detailLevel: 1"));
        try (Draaiend logboek = new Draaiend(instellingen("register-bestand: " + register))) {
            String zonder =
                    SPAN.formatted(1, "x").replace(",{\"key\":\"x\",\"value\":{\"stringValue\":\"noord\"}}", "");
            assertThat(logboek.stuur(zonder)).isEqualTo("{}");

            URI lijst = URI.create("http://" + logboek.adres(1) + "/register/v1/processing-activities?name=VERZAMELEN");
            assertThat(logboek.vraag(new HttpClient.Call("GET", lijst, Headers.NONE, new byte[0])))
                    .contains("Statistiek schuldhulp: gegevens verzamelen")
                    .doesNotContain("Inzage geven");
            URI geheel = URI.create("http://" + logboek.adres(1) + "/register/v1/register");
            assertThat(logboek.vraag(new HttpClient.Call("GET", geheel, Headers.NONE, new byte[0])))
                    .contains("Inzage geven")
                    .doesNotContain("confidential");
        }
    }

    /// The log keeps running, by what it knew, and says so.
    @Test
    @Requirement({"LDV-R3", "LDV-R7"})
    void aRegisterThatChangedItsPastIsNotTakenOverAfterARestart() throws Exception {
        Path register = map.resolve("register.yaml");
        String goed = Bundled.text(Documentlezer.class, "ddas-register.yaml");
        Files.writeString(register, goed);
        Path bestand = instellingen("register-bestand: " + register);
        try (Draaiend logboek = new Draaiend(bestand)) {
            assertThat(logboek.beheer("/metrics")).contains("logbook_register_current 1.0");
        }
        Files.writeString(register, goed.replace("name: Inzage geven in verwerkingen", "name: Iets anders"));
        try (Draaiend logboek = new Draaiend(bestand)) {
            assertThat(logboek.beheer("/health/ready")).contains("Versie 1 van activiteit", "nieuwe versie");
            assertThat(logboek.beheer("/metrics")).contains("logbook_register_current 0.0");
            URI geheel = URI.create("http://" + logboek.adres(1) + "/register/v1/register");
            assertThat(logboek.vraag(new HttpClient.Call("GET", geheel, Headers.NONE, new byte[0])))
                    .contains("Inzage geven in verwerkingen")
                    .doesNotContain("Iets anders");
        }
    }

    /// Another log has the register; ours knows it after a restart too, when the other is away.
    @Test
    @Requirement({"LDV-R6", "LDV-R7"})
    void theRegisterOfAnotherPartyIsAskedWithOurCertificate() throws Exception {
        AuthorityFolder uitgever =
                AuthorityFolder.open(map.resolve("vertrouwen"), Clock.systemUTC(), new SecureRandom());
        Files.write(map.resolve("register.yaml"), Bundled.bytes(Documentlezer.class, "ddas-register.yaml"));
        Path ander = bestand(
                "ander",
                "00000099000000009000",
                "register-bestand: " + map + "/register.yaml\n"
                        + "register-lezers: [{code: \"00000099000000001000\", rechten: [ldv.read.confidential]}]");
        Path wij;
        try (Draaiend register = new Draaiend(ander)) {
            String adres = "register-adres: https://" + register.adres(1) + "/register/v1";
            Loop vreemd = loop(
                    "logboek",
                    "dienst",
                    "--config",
                    bestand("x", "00000099000000003000", adres).toString());
            assertThat(vreemd.uitgang()).isEqualTo(2);
            assertThat(vreemd.fout()).contains("het register op https://127.0.0.1", "kan niet worden gebruikt");

            wij = bestand("wij", "00000099000000001000", adres);
            assertServes(uitgever, wij, "logbook_register_current 1.0");
        }
        assertServes(uitgever, wij, "logbook_register_current 0.0");
    }

    private void assertServes(AuthorityFolder uitgever, Path wij, String meting) throws Exception {
        try (Draaiend logboek = new Draaiend(wij);
                Network network = Network.open();
                HttpClient client = client(network, Optional.of(tls(uitgever, "00000099000000005000")))) {
            assertThat(logboek.beheer("/metrics")).contains(meting);
            assertThat(status(
                            client,
                            "GET",
                            "https://" + logboek.adres(1)
                                    + "/register/v1/processing-activities/f8e0172b-4ed1-5883-9f94-e9f7dbf28948",
                            new byte[0]))
                    .isEqualTo(200);
        }
    }

    private Path bestand(String naam, String oin, String meer) throws IOException {
        return Files.writeString(map.resolve(naam + ".yaml"), """
                poort: 0
                beheer-poort: 0
                database-map: %1$s/%2$s
                vertrouwen-map: %1$s/vertrouwen
                partij: Partij %3$s
                oin: "%3$s"
                schrijvers: [{naam: Wij, oin: "00000099000000001000"}]
                %4$s
                """.formatted(map, naam, oin, meer));
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
        try (Draaiend logboek = new Draaiend(bestand);
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
        try (HttpClient client = client(network, Optional.of(tls(uitgever, oin)))) {
            return status(client, "POST", "https://" + logboek.adres(1) + "/v1/traces", regel);
        }
    }

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType")
    private static HttpClient client(Network network, Optional<Tls> tls) {
        return HttpClient.open(network, new HttpClient.Config(tls, Duration.ofSeconds(60), Duration.ofSeconds(60)));
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
        try (Draaiend logboek = new Draaiend(bestand);
                Network network = Network.open();
                HttpClient lezer = client(network, Optional.of(tls(uitgever, "00000099000000001000")));
                HttpClient ander = client(network, Optional.of(tls(uitgever, "00000099000000003000")))) {
            String hier = "https://" + logboek.adres(1);
            assertThat(status(lezer, "GET", hier + "/register/v1/openapi.json", new byte[0]))
                    .isEqualTo(200);
            assertThat(status(lezer, "POST", hier + "/lezen/v1/processing-activities", vraag))
                    .isEqualTo(200);
            assertThat(status(ander, "POST", hier + "/lezen/v1/processing-activities", vraag))
                    .isIn(401, 403);
            assertThat(status(lezer, "GET", hier + "/elders", new byte[0])).isEqualTo(404);
        }
    }

    private static int status(HttpClient client, String methode, String adres, byte[] body) throws IOException {
        try (HttpClient.Answer antwoord = client.send(new HttpClient.Call(methode, URI.create(adres), JSON, body))) {
            return antwoord.status();
        }
    }

    private static Tls tls(AuthorityFolder uitgever, String oin) throws IOException {
        return uitgever.tls(uitgever.party("Partij " + oin, new Oin(oin), List.of("127.0.0.1")));
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
