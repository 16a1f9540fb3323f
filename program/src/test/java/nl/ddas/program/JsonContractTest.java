// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON that others build on is as docs/nl/json.md says.
class JsonContractTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String[] STELSEL = {
        "eigen-gemeente", "voorbeeldsoft", "kredietbank", "samenwerking", "slordigsoft", "kapotsoft"
    };

    @TempDir
    private static Path map;

    @BeforeAll
    static void generate() {
        Loop loop = Loop.van(
                map, "genereer", "--stelsel", "--aantal", "1200", "--periode", "2026H1", "--map", map.toString());
        assertThat(loop.uitgang()).as(loop.fout()).isZero();
    }

    private static String bestand(String leverancier) {
        return map.resolve(leverancier)
                .resolve("SHV_2026H1_" + leverancier + ".json")
                .toString();
    }

    private static JsonNode json(Loop loop) {
        return JSON.readTree(loop.uit().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @Requirement({"S76", "S77"})
    void checkingGivesOneEntryAFileWithAllFindings() throws IOException {
        Loop loop = Loop.van(map, "controleer", "--json", bestand("eigen-gemeente"), bestand("slordigsoft"));
        JsonNode bestanden = json(loop).path("bestanden");

        assertThat(loop.uitgang()).isEqualTo(1);
        assertThat(bestanden.values())
                .extracting(een -> een.path("bestand").asString())
                .containsExactly(bestand("eigen-gemeente"), bestand("slordigsoft"));
        for (JsonNode een : bestanden) {
            JsonNode levering =
                    JSON.readTree(Files.readAllBytes(Path.of(een.path("bestand").asString())));
            assertThat(een.path("versie").asString()).isEqualTo("v1.0");
            assertThat(een.path("status").asString()).isEqualTo("GOEDGEKEURD");
            assertThat(een.path("aantallen").path("leveringen").asInt())
                    .isEqualTo(levering.path("leveringen").size());
            assertThat(een.path("aantallen").path("trajecten").asInt()).isEqualTo(tel(levering, "gemeentecode"));
            assertThat(een.path("aantallen").path("clienten").asInt()).isEqualTo(clienten(levering));
            for (JsonNode bevinding : een.path("bevindingen")) {
                assertThat(bevinding.propertyNames())
                        .containsOnly("code", "ernst", "plaats", "regel", "positie", "melding");
                assertThat(bevinding.path("code").asString()).matches("[A-Z]-\\d\\d");
                assertThat(bevinding.path("ernst").asString()).isIn("blokkerend", "waarschuwing", "informatief");
                assertThat(bevinding.path("melding").asString()).isNotBlank();
                assertThat(bevinding.path("regel").asLong()).isPositive();
                assertThat(bevinding.path("positie").asLong()).isNotNegative();
                assertThat(plek(levering, bevinding.path("plaats").asString()).isMissingNode())
                        .as(bevinding.path("plaats").asString())
                        .isFalse();
            }
        }
    }

    @Test
    void aRefusedFileSaysSo() {
        JsonNode een = json(Loop.van(map, "controleer", "--json", bestand("kapotsoft")))
                .path("bestanden")
                .get(0);

        assertThat(een.path("status").asString()).isEqualTo("AFGEKEURD");
        assertThat(een.path("bevindingen").values())
                .extracting(bevinding -> bevinding.path("code").asString())
                .contains("A-03");
    }

    @Test
    @Requirement({"S80", "S82"})
    void combiningPutsEveryReadableTrajectInExactlyOnePlace() throws IOException {
        Loop loop = Loop.van(
                map,
                "combineer",
                "--json",
                bestand("eigen-gemeente"),
                bestand("voorbeeldsoft"),
                bestand("kredietbank"));
        JsonNode uit = json(loop);

        assertThat(loop.uitgang()).isZero();
        assertThat(uit.propertyNames()).contains("trajecten", "vervangen", "signalen");
        Map<String, Long> plaatsen = Stream.concat(
                        uit.path("trajecten").values().stream().flatMap(t -> t.path("bronnen").values().stream()),
                        uit.path("vervangen").values().stream())
                .collect(Collectors.groupingBy(JsonContractTest::plaats, Collectors.counting()));
        long geleverd = 0;
        for (String leverancier : List.of("eigen-gemeente", "voorbeeldsoft", "kredietbank")) {
            geleverd += tel(JSON.readTree(Files.readAllBytes(Path.of(bestand(leverancier)))), "gemeentecode");
        }
        assertThat(plaatsen).hasSize((int) geleverd).allSatisfy((plaats, keer) -> assertThat(keer)
                .isEqualTo(1));
        assertThat(uit.path("trajecten").size()).isLessThan((int) geleverd);
        for (JsonNode traject : uit.path("trajecten")) {
            assertThat(traject.propertyNames()).contains("start", "eind", "gemeentecode", "bronnen", "indicator");
            assertThat(traject.path("gemeentecode").asString()).matches("GM\\d{4}|Onbekend");
            LocalDate.parse(traject.path("start").asString());
            assertThat(traject.path("eind").isNull() || traject.path("eind").isString())
                    .isTrue();
            assertThat(traject.path("indicator").path("score").asInt()).isBetween(0, 100);
            assertThat(traject.path("indicator").path("klasse").asString()).matches("[A-E]");
        }
        for (JsonNode signaal : uit.path("signalen")) {
            assertThat(signaal.path("code").asString()).matches("C-0\\d");
            assertThat(signaal.path("plaatsen").values()).isNotEmpty();
        }
    }

    @Test
    void combiningWholeStelselKeepsResultsApartFromMessages() {
        String[] args = new String[STELSEL.length + 2];
        args[0] = "combineer";
        args[1] = "--json";
        for (int i = 0; i < STELSEL.length; i++) {
            args[i + 2] = bestand(STELSEL[i]);
        }
        Loop loop = Loop.van(map, args);

        assertThat(loop.uitgang()).isEqualTo(1);
        assertThat(json(loop).path("trajecten").size()).isGreaterThan(1000);
        assertThat(loop.fout()).contains(bestand("slordigsoft") + ": ", bestand("kapotsoft") + ": A-03 (blokkerend");
    }

    private static String plaats(JsonNode bron) {
        return bron.path("bestand").asString() + " " + bron.path("plaats").asString();
    }

    /// A finding may point at a field that should have been there: then the place that should hold it is.
    private static JsonNode plek(JsonNode levering, String plaats) {
        JsonNode zelf = levering.at(plaats);
        return zelf.isMissingNode() ? levering.at(plaats.substring(0, plaats.lastIndexOf('/'))) : zelf;
    }

    private static int tel(JsonNode levering, String veld) {
        return (int) levering.path("leveringen").values().stream()
                .flatMap(een -> een.path("schuldhulptrajecten").values().stream())
                .filter(traject -> traject.has(veld))
                .count();
    }

    private static int clienten(JsonNode levering) {
        return levering.path("leveringen").values().stream()
                .flatMap(een -> een.path("schuldhulptrajecten").values().stream())
                .mapToInt(traject -> traject.path("client").size())
                .sum();
    }
}
