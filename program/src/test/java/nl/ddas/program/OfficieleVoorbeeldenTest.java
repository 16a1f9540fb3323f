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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.testkit.ReferenceFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The examples that come with the standard (DDAS v1.0), delivered as anybody would deliver a file of their own. What
/// is found in them stands explained in `docs/nl/officiele-voorbeelden.md`.
class OfficieleVoorbeeldenTest {

    private static final Pattern CODE = Pattern.compile("\\b[ALOTKFC]-\\d\\d\\b");

    private static final Map<String, Long> ENKELVOUDIG = Map.ofEntries(
            Map.entry("A-10", 1L),
            Map.entry("A-11", 1L),
            Map.entry("K-04", 1L),
            Map.entry("O-02", 1L),
            Map.entry("O-03", 1L),
            Map.entry("O-05", 1L),
            Map.entry("T-02", 1L),
            Map.entry("T-11", 1L),
            Map.entry("T-13", 1L),
            Map.entry("T-15", 1L),
            Map.entry("T-20", 1L));

    private static final Map<String, Long> MEERVOUDIG = Map.ofEntries(
            Map.entry("A-10", 1L),
            Map.entry("A-11", 1L),
            Map.entry("K-04", 10L),
            Map.entry("L-03", 1L),
            Map.entry("O-02", 1L),
            Map.entry("O-03", 1L),
            Map.entry("O-05", 1L),
            Map.entry("T-02", 10L),
            Map.entry("T-04", 2L),
            Map.entry("T-11", 10L),
            Map.entry("T-14", 10L),
            Map.entry("T-15", 10L),
            Map.entry("T-20", 10L),
            Map.entry("T-22", 10L));

    @TempDir
    private static Path map;

    private static List<Path> voorbeelden = List.of();
    private static String tekst = "";
    private static JsonNode json = JsonMapper.shared().nullNode();

    /// Both in one run.
    @BeforeAll
    static void lever() throws IOException {
        voorbeelden = Stream.of("enkelvoudigVoorbeeld.json", "meervoudigVoorbeeld.json")
                .map(naam -> ReferenceFiles.find("reference/ddas-shv/v1.0/" + naam))
                .toList();
        Path samenvatting = map.resolve("samenvatting.json");
        ByteArrayOutputStream gezegd = new ByteArrayOutputStream();
        PrintStream stroom = new PrintStream(gezegd, true, StandardCharsets.UTF_8);
        Omgeving omgeving = new Omgeving(stroom, stroom, Clock.systemUTC(), Map.of(), map);

        int uitgang = Main.run(
                omgeving,
                "demo",
                "--klaar",
                "--omvang",
                "100",
                "--map",
                map.resolve("demo").toString(),
                "--met",
                voorbeelden.get(0).toString(),
                "--met",
                voorbeelden.get(1).toString(),
                "--json",
                samenvatting.toString());

        tekst = gezegd.toString(StandardCharsets.UTF_8);
        assertThat(uitgang).as(tekst).isZero();
        json = JsonMapper.shared().readTree(Files.readAllBytes(samenvatting));
    }

    @Test
    void bothAreReadInWithAllTheirTrajecten() {
        Map<String, String> eigen = new TreeMap<>();
        for (JsonNode leverancier : json.path("leveranciers")) {
            if (leverancier.path("naam").asString().startsWith(EigenLevering.VOORVOEGSEL)) {
                eigen.put(
                        leverancier.path("naam").asString(),
                        leverancier.path("trajecten").asInt() + " "
                                + leverancier.path("status").asString());
            }
        }
        assertThat(eigen)
                .containsExactly(
                        Map.entry("eigen-levering-1-enkelvoudigVoorbeeld-json", "1 ingelezen"),
                        Map.entry("eigen-levering-2-meervoudigVoorbeeld-json", "10 ingelezen"));
        assertThat(json.path("trajecten").path("anderePeriode").asInt()).isEqualTo(11);
    }

    @Test
    void whatTheCheckFindsInThemIsKnown() throws IOException {
        assertThat(controleer(voorbeelden.get(0))).isEqualTo(ENKELVOUDIG);
        assertThat(controleer(voorbeelden.get(1))).isEqualTo(MEERVOUDIG);
    }

    /// The supplier's API writes the moment of delivery itself, in Dutch time.
    @Test
    void theVerwerkingsverslagNamesTheSameButTheTimeZone() throws IOException {
        assertThat(verslag("eigen-levering-1-enkelvoudigVoorbeeld-json")).isEqualTo(zonderTijdzone(ENKELVOUDIG));
        assertThat(verslag("eigen-levering-2-meervoudigVoorbeeld-json")).isEqualTo(zonderTijdzone(MEERVOUDIG));
    }

    private static Set<String> zonderTijdzone(Map<String, Long> bevindingen) {
        Set<String> codes = new TreeSet<>(bevindingen.keySet());
        codes.remove("A-10");
        return codes;
    }

    @Test
    void everyOneOfThemIsToldOnTheScreenAndExplainedInTheGuide() throws IOException {
        String gids = Files.readString(Path.of("..", "docs", "nl", "officiele-voorbeelden.md"));
        Set<String> codes = new TreeSet<>(ENKELVOUDIG.keySet());
        codes.addAll(MEERVOUDIG.keySet());
        for (String code : codes) {
            assertThat(tekst).contains(code);
            assertThat(gids)
                    .containsPattern("\\| " + code + " \\| \\w+ \\| " + aantal(ENKELVOUDIG, code) + " \\| "
                            + aantal(MEERVOUDIG, code) + " \\|");
        }
    }

    private static String aantal(Map<String, Long> bevindingen, String code) {
        return bevindingen.containsKey(code) ? bevindingen.get(code).toString() : "-";
    }

    private static Map<String, Long> controleer(Path bestand) throws IOException {
        Loop loop = Loop.van(map, "controleer", "--json", bestand.toString());
        JsonNode uitkomst =
                JsonMapper.shared().readTree(loop.uit()).path("bestanden").path(0);
        assertThat(uitkomst.path("status").asString()).isEqualTo("GOEDGEKEURD");
        return uitkomst.path("bevindingen")
                .valueStream()
                .collect(Collectors.groupingBy(
                        bevinding -> bevinding.path("code").asString(), TreeMap::new, Collectors.counting()));
    }

    private static Set<String> verslag(String leverancier) throws IOException {
        Path verslagen = map.resolve("demo").resolve("verslagen").resolve(leverancier);
        try (Stream<Path> paginas = Files.list(verslagen)) {
            String pagina = Files.readString(paginas.findFirst().orElseThrow());
            return CODE.matcher(pagina)
                    .results()
                    .map(vondst -> vondst.group())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
