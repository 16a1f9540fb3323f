// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Requirement("S103")
class TestsetTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    private static Path map;

    private static List<Testset.Geval> gevallen = List.of();

    @BeforeAll
    static void write() throws IOException {
        gevallen = Testset.schrijf(map);
    }

    @Test
    void hasGoodDeliveriesEveryErrorAndTheCombiningCases() {
        assertThat(gevallen).filteredOn(g -> g.soort().equals("goed")).hasSize(7);
        assertThat(gevallen)
                .filteredOn(g -> g.soort().equals("fout"))
                .hasSize(50)
                .allMatch(g -> !g.bevindingen().isEmpty());
        assertThat(gevallen).filteredOn(g -> g.soort().equals("combineren")).hasSize(20);
        assertThat(gevallen).extracting(Testset.Geval::map).doesNotHaveDuplicates();
    }

    @Test
    void everyCaseHasItsFilesAndItsExpectation() throws IOException {
        for (Testset.Geval geval : gevallen) {
            Path waar = map.resolve(geval.map());
            assertThat(waar.resolve("verwacht.json")).exists();
            for (String bestand : geval.bestanden()) {
                assertThat(waar.resolve(bestand)).isNotEmptyFile();
                assertThat(Files.size(waar.resolve(bestand))).isLessThan(4L << 20);
            }
            for (Testset.Verwacht verwacht : geval.bevindingen()) {
                if (geval.soort().equals("fout") && !verwacht.code().equals("A-01")) {
                    JsonNode bestand = JSON.readTree(Files.readAllBytes(waar.resolve(verwacht.bestand())));
                    assertThat(bestand.at(verwacht.plaats()).isMissingNode())
                            .as(geval.map() + verwacht.plaats())
                            .isFalse();
                }
            }
        }
        assertThat(map.resolve("LEESMIJ.md")).content().contains("versie " + Testset.VERSIE, "fouten/01-");
        JsonNode index = JSON.readTree(Files.readAllBytes(map.resolve("index.json")));
        assertThat(index.path("gevallen").size()).isEqualTo(gevallen.size());
    }

    @Test
    void isTheSameEverywhere(@TempDir Path ander) throws IOException {
        Testset.schrijf(ander);
        try (Stream<Path> paden = Files.walk(map)) {
            for (Path pad : paden.filter(Files::isRegularFile).toList()) {
                byte[] daar = Files.readAllBytes(ander.resolve(map.relativize(pad)));
                assertThat(HexFormat.of().formatHex(daar).equals(HexFormat.of().formatHex(Files.readAllBytes(pad))))
                        .as(pad.toString())
                        .isTrue();
            }
        }
    }
}
