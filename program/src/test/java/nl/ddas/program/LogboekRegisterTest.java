// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.Network;
import nl.ddas.logboek.register.Documentlezer;
import nl.ddas.testkit.Requirement;
import nl.ddas.trust.AuthorityFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `ddas logboek dienst` and the register that it goes by.
class LogboekRegisterTest {

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

    @Test
    @Requirement({"LDV-R6", "LDV-R7"})
    void theRegisterIsServedOnAndAnActivityThatItDoesNotKnowHoldsNothingUp() throws Exception {
        Path register = map.resolve("register.yaml");
        Files.writeString(
                register,
                Bundled.text(Documentlezer.class, "ddas-register.yaml")
                        .replaceFirst("detailLevel: 1", "confidential: true\n        detailLevel: 1"));
        try (Draaiend logboek = new Draaiend(instellingen("register-bestand: " + register), map)) {
            String zonder = LogboekDienstTest.SPAN
                    .formatted(1, "x")
                    .replace(",{\"key\":\"x\",\"value\":{\"stringValue\":\"noord\"}}", "");
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
        try (Draaiend logboek = new Draaiend(bestand, map)) {
            assertThat(logboek.beheer("/metrics")).contains("logbook_register_current 1.0");
        }
        Files.writeString(register, goed.replace("name: Inzage geven in verwerkingen", "name: Iets anders"));
        try (Draaiend logboek = new Draaiend(bestand, map)) {
            assertThat(logboek.beheer("/health/ready")).contains("Versie 1 van activiteit", "nieuwe versie");
            assertThat(logboek.beheer("/metrics")).contains("logbook_register_current 0.0");
            String hier = "http://" + logboek.adres(1) + "/register/v1";
            URI lijst = URI.create(hier + "/processing-activities");
            assertThat(logboek.vraag(new HttpClient.Call("GET", lijst, Headers.NONE, new byte[0])))
                    .contains("Inzage geven in verwerkingen")
                    .doesNotContain("Iets anders");
            // Another log would take it for the register of now.
            URI geheel = URI.create(hier + "/register");
            assertThat(logboek.vraag(new HttpClient.Call("GET", geheel, Headers.NONE, new byte[0])))
                    .contains("\"status\":503")
                    .doesNotContain("Inzage geven in verwerkingen");
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
        try (Draaiend register = new Draaiend(ander, map)) {
            String adres = "register-adres: https://" + register.adres(1) + "/register/v1";
            Loop vreemd = Loop.van(
                    Clock.systemUTC(),
                    map,
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
        try (Draaiend logboek = new Draaiend(wij, map);
                Network network = Network.open();
                HttpClient client =
                        Draaiend.client(network, Optional.of(Draaiend.tls(uitgever, "00000099000000005000")))) {
            assertThat(logboek.beheer("/metrics")).contains(meting);
            assertThat(Draaiend.status(
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
}
