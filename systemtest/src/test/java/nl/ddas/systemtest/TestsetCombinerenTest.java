// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.ddas.levering.generator.DemoStelsel;
import nl.ddas.levering.generator.Foutkeuze;
import nl.ddas.levering.generator.Genereer;
import nl.ddas.levering.generator.GenereerConfig;
import nl.ddas.levering.generator.Meelezer;
import nl.ddas.levering.generator.Stelsel;
import nl.ddas.levering.generator.Testset;
import nl.ddas.levering.generator.Tijdvak;
import nl.ddas.levering.statistiek.BsnModus;
import nl.ddas.levering.statistiek.Combinatie;
import nl.ddas.levering.statistiek.Gemeenteregel;
import nl.ddas.levering.statistiek.Instellingen;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the test set and the generator say belongs together, combining puts together; and nothing else.
@Requirement("S80")
class TestsetCombinerenTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    private static Path map;

    static Stream<Named<Testset.Geval>> gevallen() throws IOException {
        return Testset.schrijf(map).stream()
                .filter(geval -> geval.soort().equals("combineren"))
                .map(geval -> Named.of(geval.map() + " " + geval.titel(), geval));
    }

    @ParameterizedTest
    @MethodSource("gevallen")
    @Requirement("S103")
    void combinesAsTheCaseSays(Testset.Geval geval) throws IOException {
        Path hier = map.resolve(geval.map());
        JsonNode verwacht = JSON.readTree(Files.readAllBytes(hier.resolve("verwacht.json")));

        Combineerproef proef = Combineerproef.van(hier, geval.bestanden(), instellingen(verwacht.path("instellingen")));

        assertThat(proef.groepen())
                .containsExactlyInAnyOrderElementsOf(verwacht.path("groepen").values().stream()
                        .map(TestsetCombinerenTest::plaatsen)
                        .toList());
        assertThat(proef.vervangen()).isEqualTo(plaatsen(verwacht.path("vervangen")));
        assertThat(proef.signalen())
                .containsExactlyInAnyOrderElementsOf(verwacht.path("signalen").values().stream()
                        .map(JsonNode::asString)
                        .toList());
        assertThat(proef.scores()).hasSameSizeAs(proef.groepen());
    }

    @Test
    void theOrderOfTheFilesDoesNotMatter() throws IOException {
        for (Testset.Geval geval : Testset.schrijf(map).stream()
                .filter(g -> g.soort().equals("combineren"))
                .toList()) {
            Path hier = map.resolve(geval.map());
            Combineerproef heen = Combineerproef.van(hier, geval.bestanden(), Instellingen.STANDAARD);
            Combineerproef terug = Combineerproef.van(hier, geval.bestanden().reversed(), Instellingen.STANDAARD);

            assertThat(terug.groepen()).isEqualTo(heen.groepen());
            assertThat(terug.vervangen()).isEqualTo(heen.vervangen());
            assertThat(terug.signalen()).isEqualTo(heen.signalen());
        }
    }

    @Test
    void twoReportsOfTheWrongGemeenteAreSignalled() throws IOException {
        Testset.Geval geval = Testset.schrijf(map).stream()
                .filter(g -> g.map().startsWith("fouten/17-"))
                .findFirst()
                .orElseThrow();

        Combineerproef proef = Combineerproef.van(map.resolve(geval.map()), geval.bestanden(), Instellingen.STANDAARD);

        assertThat(geval.bevindingen()).isNotEmpty().allSatisfy(verwacht -> assertThat(proef.plaatsen(verwacht.code()))
                .anySatisfy(plaatsen -> assertThat(plaatsen)
                        .anyMatch(plaats -> (verwacht.bestand() + " " + verwacht.plaats()).startsWith(plaats))));
    }

    @Test
    void findsWhoTheGeneratorSharedBetweenSuppliers(@TempDir Path hier) throws IOException {
        Stelsel stelsel = DemoStelsel.van(7, 3_000);
        Stelsel gaaf = new Stelsel(
                stelsel.zaad(),
                stelsel.leveranciers().stream()
                        .filter(plan -> plan.fouten().equals(Foutkeuze.GEEN))
                        .toList());
        Genereer.Resultaat gemaakt =
                Genereer.naarMap(new GenereerConfig(gaaf, Tijdvak.halfjaar(2026, 1), 0, hier), Meelezer.NIEMAND);
        JsonNode waarheid = JSON.readTree(Files.readAllBytes(hier.resolve("personen.json")));
        List<List<String>> samen = groepen(waarheid, "UITBESTEED");
        List<List<String>> twee = groepen(waarheid, "TWEE_GEMEENTEN");

        Combineerproef proef = Combineerproef.van(hier, gemaakt.bestanden(), Instellingen.STANDAARD);

        assertThat(samen).hasSizeGreaterThan(50);
        assertThat(twee).isNotEmpty();
        assertThat(proef.groepen().stream().filter(groep -> groep.size() > 1))
                .containsExactlyInAnyOrderElementsOf(samen);
        assertThat(proef.plaatsen("C-06")).containsAll(twee);
        assertThat(proef.combinatie().telling())
                .isEqualTo(new Combinatie.Telling(
                        gemaakt.trajecten(), 0, gemaakt.trajecten() - samen.size(), samen.size()));
    }

    private static List<List<String>> groepen(JsonNode waarheid, String soort) {
        return waarheid.path("groepen").values().stream()
                .filter(groep -> groep.path("soort").asString().equals(soort))
                .map(groep -> plaatsen(groep.path("plaatsen")))
                .toList();
    }

    private static List<String> plaatsen(JsonNode lijst) {
        return lijst.values().stream()
                .map(plek -> plek.path("bestand").asString() + " "
                        + plek.path("plaats").asString())
                .sorted()
                .toList();
    }

    private static Instellingen instellingen(JsonNode opties) {
        return new Instellingen(
                Gemeenteregel.valueOf(opties.path("gemeenteregel").asString("GELIJK")),
                BsnModus.valueOf(opties.path("bsnmodus").asString("STRIKT")),
                Integer.parseInt(opties.path("maxgat").asString("0")));
    }
}
