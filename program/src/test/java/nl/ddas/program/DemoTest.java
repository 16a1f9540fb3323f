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
import java.util.Map;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole stelsel in one process, small: suppliers, certificates, collector, database, combining and report.
class DemoTest {

    @TempDir
    private Path map;

    @Test
    @Requirement({"S12", "S14", "S32", "S37", "S50", "S53", "S58", "S75", "S78", "S79", "S80", "S82", "S83"})
    void aDeliveryGoesAllTheWayFromSuppliersToReport() throws IOException {
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
                "400",
                "--map",
                map.resolve("demo").toString(),
                "--met",
                eigen.toString(),
                "--json",
                samenvatting.toString());

        String tekst = gezegd.toString(StandardCharsets.UTF_8);
        assertThat(uitgang).as(tekst).isZero();
        JsonNode json = JsonMapper.shared().readTree(Files.readAllBytes(samenvatting));
        assertThat(json.propertyNames()).contains("leveranciers", "trajecten", "bevindingen", "seconden");
        assertThat(json.path("leveranciers").size()).isGreaterThanOrEqualTo(6);
        for (JsonNode leverancier : json.path("leveranciers")) {
            assertThat(leverancier.propertyNames()).containsOnly("naam", "paginas", "trajecten", "status");
            assertThat(leverancier.path("trajecten").asInt()).isPositive();
        }
        JsonNode trajecten = json.path("trajecten");
        assertThat(trajecten.path("ontvangen").asInt())
                .isEqualTo(trajecten.path("afgekeurd").asInt()
                        + trajecten.path("ingelezen").asInt());
        assertThat(trajecten.path("gecombineerd").asInt())
                .isPositive()
                .isLessThan(trajecten.path("ingelezen").asInt());
        assertThat(tekst).doesNotContain("Exception");
    }
}
