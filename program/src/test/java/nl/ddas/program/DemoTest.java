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
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import nl.ddas.levering.verkeer.Beschikbaarheid;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole stelsel in one process, small: suppliers, certificates, collector, database, combining and report.
class DemoTest {

    @TempDir
    private static Path map;

    private static String tekst = "";
    private static JsonNode json = JsonMapper.shared().nullNode();

    @BeforeAll
    static void runTheDemo() throws IOException {
        Path eigen = Files.writeString(map.resolve("eigen.json"), Proefbestand.GOED);
        Path samenvatting = map.resolve("samenvatting.json");
        ByteArrayOutputStream gezegd = new ByteArrayOutputStream();
        PrintStream stroom = new PrintStream(gezegd, true, StandardCharsets.UTF_8);
        // Certificates are judged by the clock of the machine, so the parties go by it too.
        Omgeving omgeving = new Omgeving(stroom, stroom, Clock.systemUTC(), Map.of(), map);

        int uitgang = Main.run(
                omgeving,
                "demo",
                "--klaar",
                "--omvang",
                "2500",
                "--map",
                map.resolve("demo").toString(),
                "--met",
                eigen.toString(),
                "--json",
                samenvatting.toString());

        tekst = gezegd.toString(StandardCharsets.UTF_8);
        assertThat(uitgang).as(tekst).isZero();
        assertThat(tekst).doesNotContain("Exception");
        json = JsonMapper.shared().readTree(Files.readAllBytes(samenvatting));
    }

    private static long trajecten(String veld) {
        JsonNode getal = json.path("trajecten").path(veld);
        assertThat(getal.isIntegralNumber()).as(veld).isTrue();
        return getal.asLong();
    }

    @Test
    @Requirement({"S12", "S50"})
    void everySupplierIsCollectedFromItsOwnApi() {
        assertThat(json.propertyNames()).contains("leveranciers", "trajecten", "bevindingen", "seconden");
        assertThat(json.path("leveranciers").size()).isEqualTo(7);
        for (JsonNode leverancier : json.path("leveranciers")) {
            assertThat(leverancier.propertyNames()).containsOnly("naam", "paginas", "trajecten", "status");
            assertThat(leverancier.path("trajecten").asInt()).isPositive();
            assertThat(tekst).contains(leverancier.path("naam").asString() + " luistert op https://127.0.0.1:");
        }
    }

    @Test
    @Requirement("S79")
    void everyTrajectIsAccountedFor() {
        assertThat(trajecten("eigen")).isEqualTo(1);
        assertThat(trajecten("nietOpgehaald")).isNotNegative();
        assertThat(trajecten("nietIngelezen")).isZero();
        assertThat(trajecten("verzonnen") - trajecten("weggelaten") + trajecten("eigen") - trajecten("nietOpgehaald"))
                .isEqualTo(trajecten("ontvangen"));
        assertThat(trajecten("ontvangen")).isEqualTo(trajecten("afgekeurd") + trajecten("ingelezen"));
        assertThat(trajecten("ingelezen"))
                .isEqualTo(trajecten("anderePeriode")
                        + trajecten("vervangen")
                        + trajecten("samengevoegd")
                        + trajecten("gecombineerd"));
    }

    @Test
    void theScreenShowsTheSameSumsAndTheyAddUp() {
        long stand = 0;
        for (String regel : tekst.substring(
                        tekst.indexOf("Van bron tot cijfers"), tekst.indexOf("Combineren en betrouwbaarheid"))
                .lines()
                .skip(2)
                .filter(regel -> !regel.isBlank())
                .toList()) {
            String[] delen = regel.strip().split(" {2,}");
            long getal = Long.parseLong(delen[1].replace(".", ""));
            boolean tussenstand = !regel.startsWith("    ");
            assertThat(tussenstand && stand != 0 ? getal : stand).as(regel).isEqualTo(stand);
            stand = tussenstand ? getal : stand + getal;
        }
        assertThat(stand).isEqualTo(trajecten("gecombineerd"));
        // What is invented differs by half-year, so not every line is there in every year.
        assertThat(tekst.contains("met opzet niet geleverd")).isEqualTo(trajecten("weggelaten") > 0);
        assertThat(tekst.contains("afgekeurd met de hele levering")).isEqualTo(tekst.contains("kapotsoft: afgekeurd"));
    }

    @Test
    @Requirement("S78")
    void everySupplierGetsAVerwerkingsverslag() throws IOException {
        for (JsonNode leverancier : json.path("leveranciers")) {
            if (leverancier.path("status").asString().equals("ingelezen")) {
                Path verslagen = map.resolve("demo")
                        .resolve("verslagen")
                        .resolve(leverancier.path("naam").asString());
                try (Stream<Path> paginas = Files.list(verslagen)) {
                    assertThat(paginas.toList()).hasSize(1).allSatisfy(pagina -> assertThat(pagina)
                            .content()
                            .contains("Verwerkingsverslag", "wordt direct ingelezen"));
                }
            }
        }
    }

    @Test
    void aDeliveryIsFollowedThroughBothLogsAndNobodyChangedThem() {
        JsonNode verantwoording = json.path("verantwoording");

        assertThat(verantwoording.path("ongewijzigd").asBoolean()).isTrue();
        assertThat(verantwoording.path("logboeken").asInt()).isEqualTo(2);
        assertThat(verantwoording.path("regelsInTrace").asInt()).isGreaterThanOrEqualTo(7);
        assertThat(tekst)
                .contains(
                        "7 regels uit 2 logboeken",
                        "Levering ondertekenen en verstrekken",
                        "niemand heeft er iets aan gewijzigd",
                        "medeondertekend")
                .doesNotContain("er ontbreekt iets");
    }

    @Test
    @Requirement("S80")
    void combiningMakesOneTrajectOfWhatTwoOrganisationsReport() {
        assertThat(trajecten("samengevoegd")).isPositive();
        assertThat(trajecten("gecombineerd")).isPositive().isLessThan(trajecten("ingelezen"));
    }

    @Test
    @Requirement("S82")
    void theIndicatorTellsTrajectenApartAndSaysWhy() {
        String klassen = tekst.lines()
                .filter(regel -> regel.startsWith("  Klassen: "))
                .findFirst()
                .orElseThrow();

        assertThat(klassen).doesNotContain("A 0,", "B 0,");
        assertThat(tekst).contains("Dit kostte het vaakst punten:", "niet bevestigd door een tweede bron");
    }

    @Test
    @Requirement("S83")
    void aReportIsMadeWithItsTablesBesideIt() {
        Path rapport = map.resolve("demo").resolve("rapport");

        assertThat(rapport.resolve("rapport.html"))
                .content()
                .contains("Trajecten naar betrouwbaarheid", "Demonstratie");
        assertThat(rapport.resolve("tabellen").resolve("R31-klassen.csv")).exists();
        assertThat(tekst).contains("Het rapport:             " + rapport.resolve("rapport.html"));
    }

    @Test
    void oneSupplierIsLateOnceTheHalfYearIsLongEnoughOver() {
        LocalDate vandaag = LocalDate.now(Clock.system(Beschikbaarheid.ZONE));
        LocalDate eind = Halfjaar.laatste(Clock.systemUTC()).eind();
        boolean kan = vandaag.isAfter(eind.plusDays(75));

        assertThat(tekst.contains("samenwerking leverde pas 75 dagen na de periode"))
                .isEqualTo(kan);
        assertThat(tekst).doesNotContain("kredietbank leverde pas");
    }
}
