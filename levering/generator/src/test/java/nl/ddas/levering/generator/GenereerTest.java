// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GenereerTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Tijdvak TIJDVAK = Tijdvak.halfjaar(2026, 1);

    @TempDir
    private Path map;

    @Test
    void writesTheSameBytesForTheSameSeed() throws IOException {
        Genereer.naarMap(new GenereerConfig(DemoStelsel.van(5, 600), TIJDVAK, 0, map.resolve("a")), Meelezer.NIEMAND);
        Genereer.naarMap(new GenereerConfig(DemoStelsel.van(5, 600), TIJDVAK, 0, map.resolve("b")), Meelezer.NIEMAND);
        Genereer.naarMap(new GenereerConfig(DemoStelsel.van(6, 600), TIJDVAK, 0, map.resolve("c")), Meelezer.NIEMAND);
        assertThat(inhoud(map.resolve("a"))).isEqualTo(inhoud(map.resolve("b"))).isNotEqualTo(inhoud(map.resolve("c")));
    }

    private static Map<String, String> inhoud(Path map) throws IOException {
        Map<String, String> inhoud = new HashMap<>();
        try (Stream<Path> paden = Files.walk(map)) {
            for (Path pad : paden.filter(Files::isRegularFile).toList()) {
                inhoud.put(map.relativize(pad).toString(), Files.readString(pad, StandardCharsets.ISO_8859_1));
            }
        }
        return inhoud;
    }

    @Test
    @Requirement("S103")
    void twoSuppliersShareThePersonsThatTheTruthSays() throws IOException {
        Genereer.Resultaat resultaat =
                Genereer.naarMap(new GenereerConfig(DemoStelsel.van(5, 6_000), TIJDVAK, 0, map), Meelezer.NIEMAND);
        Map<String, JsonNode> bestanden = new HashMap<>();
        for (String naam : resultaat.bestanden()) {
            bestanden.put(naam, JSON.readTree(Files.readAllBytes(map.resolve(naam))));
        }
        Set<String> waarheid = new HashSet<>();
        int uitbesteed = 0;
        for (JsonNode groep :
                JSON.readTree(Files.readAllBytes(map.resolve("personen.json"))).path("groepen")) {
            Set<String> personen = new HashSet<>();
            for (JsonNode plek : groep.path("plaatsen")) {
                JsonNode bestand = bestanden.getOrDefault(plek.path("bestand").asString(), JSON.nullNode());
                personen.add(bsns(bestand.at(plek.path("plaats").asString())));
            }
            assertThat(personen.size()).as("persons of a group").isEqualTo(1);
            waarheid.addAll(personen);
            uitbesteed += groep.path("soort").asString().equals("UITBESTEED") ? 1 : 0;
        }
        assertThat(uitbesteed / (6_000 * 0.52)).isCloseTo(0.06, within(0.015));
        assertThat(dubbel(bestanden.values(), List.of())).isEqualTo(waarheid);
    }

    /// Persons that stand in more than one traject of the suppliers without errors.
    private static Set<String> dubbel(Iterable<JsonNode> bestanden, List<String> niet) {
        Set<String> gezien = new HashSet<>(niet);
        Set<String> dubbel = new HashSet<>();
        for (JsonNode bestand : bestanden) {
            if (bestand.path("codeGegevensleverancier").asString().matches("(Slordig|Kapot).*")) {
                continue;
            }
            for (JsonNode levering : bestand.path("leveringen")) {
                for (JsonNode traject : levering.path("schuldhulptrajecten")) {
                    if (!gezien.add(bsns(traject))) {
                        dubbel.add(bsns(traject));
                    }
                }
            }
        }
        return dubbel;
    }

    private static String bsns(JsonNode traject) {
        StringBuilder nummers = new StringBuilder();
        traject.path("client")
                .forEach(c ->
                        nummers.append(c.path("Burgerservicenummer").asString()).append(' '));
        return nummers.toString();
    }

    @Test
    void everyInjectionPointsAtSomethingThatIsThere() throws IOException {
        Stelsel stelsel = Plannen.enkel(2, Leverancierssoort.SOFTWARE, 3_000, Foutkeuze.regels(0.1));
        Genereer.Resultaat resultaat = Genereer.naarMap(new GenereerConfig(stelsel, TIJDVAK, 0, map), Meelezer.NIEMAND);
        JsonNode bestand = JSON.readTree(
                Files.readAllBytes(map.resolve(resultaat.bestanden().getFirst())));
        JsonNode injecties =
                JSON.readTree(Files.readAllBytes(map.resolve("injecties.json"))).path("injecties");
        assertThat(injecties.size()).isEqualTo((int) resultaat.injecties()).isGreaterThan(200);
        for (JsonNode injectie : injecties) {
            assertThat(bestand.at(injectie.path("plaats").asString()).isMissingNode())
                    .as(injectie.path("plaats").asString())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "250", "5000", "25000"})
    void writesAsManyTrajectenAsAsked(int aantal) throws IOException {
        Stelsel stelsel = Plannen.enkel(1, Leverancierssoort.SOFTWARE, aantal, Foutkeuze.GEEN);
        assertThat(new Schrijver(1, Meelezer.NIEMAND)
                        .schrijf(stelsel.leveranciers().getFirst(), TIJDVAK, "", OutputStream.nullOutputStream()))
                .isEqualTo(aantal);
    }

    @Test
    void pagesRepeatTheLeveringAndAddUp() throws IOException {
        Stelsel stelsel = Plannen.enkel(1, Leverancierssoort.SOFTWARE, 700, Foutkeuze.GEEN);
        Genereer.Resultaat resultaat =
                Genereer.naarMap(new GenereerConfig(stelsel, TIJDVAK, 250, map), Meelezer.NIEMAND);
        assertThat(resultaat.bestanden()).hasSize(3);
        long tellers = 0;
        for (String naam : resultaat.bestanden()) {
            JsonNode pagina = JSON.readTree(Files.readAllBytes(map.resolve(naam)));
            assertThat(pagina.at("/paginering/totalRecords").asLong()).isEqualTo(700);
            assertThat(pagina.at("/paginering/totalPages").asLong()).isEqualTo(3);
            for (JsonNode levering : pagina.at("/gegevens/leveringen")) {
                tellers += levering.path("schuldhulptrajecten").size();
            }
        }
        assertThat(tellers).isEqualTo(700);
    }

    @Test
    void everyFileSaysThatItIsInvented() {
        assertThat(DemoStelsel.van(1, 1_000).leveranciers())
                .hasSizeGreaterThanOrEqualTo(5)
                .allMatch(p -> Merk.staatIn(p.codeGegevensleverancier()));
        assertThat(Merk.staatIn("Echtsoft 1.0")).isFalse();
    }

    @Test
    void refusesMoreTrajectenThanThereAreNumbers() {
        assertThatThrownBy(() -> Plannen.enkel(1, Leverancierssoort.LAND, 2_000_000, Foutkeuze.GEEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("burgerservicenummers");
    }

    /// The test JVM has more heap; the figure for 512 MB is measured by hand (`docs/measurements.md`).
    @Test
    @Tag("zwaar")
    void writesAMillionTrajectenInLittleMemory() throws IOException {
        Stelsel stelsel = Plannen.enkel(1, Leverancierssoort.LAND, 1_000_000, Foutkeuze.regels(0.02));
        long[] hoogst = {0};
        Meelezer meter = new Meelezer() {
            @Override
            public void voortgang(String leverancier, long trajecten) {
                if (trajecten % 100_000 == 0) {
                    System.gc();
                    Runtime jvm = Runtime.getRuntime();
                    hoogst[0] = Math.max(hoogst[0], jvm.totalMemory() - jvm.freeMemory());
                }
            }
        };
        long geschreven = new Schrijver(1, meter)
                .schrijf(stelsel.leveranciers().getFirst(), TIJDVAK, "", OutputStream.nullOutputStream());
        assertThat(geschreven).isGreaterThan(1_000_000);
        assertThat(hoogst[0]).isLessThan(200L << 20);
    }
}
