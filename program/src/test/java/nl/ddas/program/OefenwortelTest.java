// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.ddas.basis.Tls;
import nl.ddas.logboek.boom.NoteSigner;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything with a certificate on its connections refuses a root that is for practice, unless told that this is
/// a test. Bron and verzamelaar are in [EigenSleutelsTest], the parts of FSC in [FscSleutelsTest].
class OefenwortelTest {

    private static final Clock NU = Clock.systemUTC();
    private static final String BEZWAAR = "een van de wortelcertificaten is om te oefenen, en hoort niet in productie";

    @TempDir
    private static Path map;

    private static Path sleutel = Path.of("");
    private static Path anker = Path.of("");

    @BeforeAll
    static void maak() throws IOException {
        KeyMaker snel = new KeyMaker(KeyMaker.Kind.P256, 2048, new SecureRandom());
        AuthorityFolder oefen = AuthorityFolder.open(map.resolve("oefen"), Environment.TEST, snel, NU);
        AuthorityFolder _ = AuthorityFolder.open(map.resolve("demo"), Environment.DEMO, snel, NU);
        Tls _ = oefen.tls(new Holder("Wij", new Oin("00000099000000001000"), List.of("localhost")));
        sleutel = map.resolve("oefen/partijen/wij-00000099000000001000/tls.pem");
        anker = map.resolve("oefen/ca/ankers.pem");
    }

    private static Path bestand(String regels) throws IOException {
        return Files.writeString(
                map.resolve("instellingen.yaml"),
                regels.replace("SLEUTEL", sleutel.toString())
                        .replace("ANKER", anker.toString())
                        .replace("MAP", map.toString()));
    }

    private static void geweigerd(String... opdracht) {
        Loop loop = Loop.van(NU, map, opdracht);
        assertThat(loop.uitgang()).as(loop.alles()).isEqualTo(2);
        assertThat(loop.fout()).contains(BEZWAAR, "is dit een test");
        BadInputTest.assertCalm(loop);
    }

    private static Omgeving omgeving() {
        return new Omgeving(System.out, System.err, NU, Map.of(), map);
    }

    private static final String LOGBOEK = """
            poort: 0
            beheer-poort: 0
            database-map: MAP/database
            schrijvers: [{naam: Wij, oin: "00000099000000001000"}]
            tls-sleutel: SLEUTEL
            ankers: [ANKER]
            intrekkingen: geen
            """;

    @Test
    void theLogTakesNoneInProduction() throws IOException {
        geweigerd("logboek", "dienst", "--config", bestand(LOGBOEK).toString());
        geweigerd(
                "logboek",
                "bewaar",
                "--config",
                bestand(LOGBOEK + "certificaten-omgeving: productie\n").toString());

        Path test = bestand(LOGBOEK + "certificaten-omgeving: test\n");
        try (LogboekInstellingen gelezen = LogboekInstellingen.lees(test, omgeving())) {
            assertThat(gelezen.tls().orElseThrow().tls().get().anchors()).hasSize(1);
        }
    }

    @Test
    void whatIsSaidOfOwnCertificatesDoesNotGoWithThePracticeFolder() throws IOException {
        String oefenend = LOGBOEK.replaceFirst("(?s)tls-sleutel.*", "")
                + "vertrouwen-map: MAP/demo\npartij: Wij\noin: \"00000099000000001000\"\n";
        Path allebei = bestand(oefenend + "certificaten-omgeving: productie\n");
        assertThatThrownBy(() -> LogboekInstellingen.lees(allebei, omgeving()))
                .isInstanceOf(VerkeerdGebruik.class)
                .hasMessageContaining("vertrouwen-map (om te oefenen) en certificaten-omgeving")
                .hasMessageContaining("Kies er een");
        try (LogboekInstellingen gelezen = LogboekInstellingen.lees(bestand(oefenend), omgeving())) {
            assertThat(gelezen.tls()).isPresent();
        }
    }

    private static final String REGISTER = """
            adres: https://register.voorbeeld.nl/v1
            titel: Ons register
            database-map: MAP/register
            logboek: https://logboek.voorbeeld.nl/v1/traces
            logboek-database: geen
            tls-sleutel: SLEUTEL
            ankers: [ANKER]
            intrekkingen: geen
            """;

    @Test
    void theRegisterTakesNoneInProduction() throws IOException {
        geweigerd("logboek", "register", "toon", "--config", bestand(REGISTER).toString());

        Path test = bestand(REGISTER + "certificaten-omgeving: test\n");
        try (Registerinstelling gelezen = Registerinstelling.lees(test, omgeving())) {
            assertThat(gelezen.tls()).isPresent();
        }
        Path anders = bestand(REGISTER + "certificaten-omgeving: demo\n");
        assertThatThrownBy(() -> Registerinstelling.lees(anders, omgeving()))
                .hasMessageContaining("bij certificaten-omgeving hoort productie of test, en er staat 'demo'");
    }

    private static final String BEHEER = """
            manager: https://localhost:1
            bediener: Jan Jansen
            oin: "00000099000000001000"
            intern-sleutel: SLEUTEL
            intern-ankers: [ANKER]
            """;

    @Test
    void theCommandsForAManagerTakeNoneInProduction() throws IOException {
        geweigerd("fsc", "contract", "lijst", "--config", bestand(BEHEER).toString());

        Loop test = Loop.van(
                NU,
                map,
                "fsc",
                "contract",
                "lijst",
                "--config",
                bestand(BEHEER + "groep-omgeving: test\n").toString());
        assertThat(test.uitgang()).as(test.alles()).isEqualTo(3);
        assertThat(test.fout()).contains("de Manager op https://localhost:1 is niet te bereiken");
    }

    @Test
    void theCommandsThatAskALogTakeNoneInProduction() {
        String logsleutel = NoteSigner.draw("logboek.voorbeeld.nl/boom/1", new SecureRandom())
                .verifier()
                .toString();
        vraagtAlleenInEenTest(
                "logboek", "volg", "ef4e77b9-b03b-585f-b613-5fcf8d8555fb", "--begin", "https://localhost:1/lezen/v1");
        vraagtAlleenInEenTest("logboek", "controleer", "https://localhost:1/boom/1", "--sleutel", logsleutel);
    }

    private static void vraagtAlleenInEenTest(String... opdracht) {
        String[] gewoon = met(opdracht, "--certificaat", sleutel.toString(), "--anker", anker.toString());
        geweigerd(gewoon);
        geweigerd(met(gewoon, "--omgeving", "productie"));
        assertThat(Loop.van(NU, map, met(gewoon, "--omgeving", "demo")).fout())
                .contains("bij --omgeving hoort productie of test, en er staat 'demo'");

        // Believed, but nothing listens.
        Loop test = Loop.van(NU, map, met(gewoon, "--omgeving", "test"));
        assertThat(test.uitgang()).as(test.alles()).isEqualTo(3);
        assertThat(test.alles()).doesNotContain(BEZWAAR).containsPattern("niet te bereiken|geen verbinding");
    }

    private static String[] met(String[] woorden, String... meer) {
        return Stream.of(woorden, meer).flatMap(Stream::of).toArray(String[]::new);
    }
}
