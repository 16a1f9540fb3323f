// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.model.BerichtSchrijver;
import nl.ddas.levering.model.Bron;
import nl.ddas.levering.model.Kop;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Moment;
import nl.ddas.levering.model.Organisatie;
import nl.ddas.levering.toets.Bevinding;
import nl.ddas.levering.toets.Toetser;
import nl.ddas.testkit.ReferenceFiles;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Requirement({"S80", "S82"})
class CombineergangTest {
    private static final Instant NU = Instant.parse("2026-01-10T12:00:00Z");
    private static final BerichtLezer LEZER = BerichtLezer.metEigenSchemas();

    private final List<Bevinding> bevindingen = new ArrayList<>();
    private final List<GecombineerdTraject> trajecten = new ArrayList<>();

    /// One file for each organisation and moment; where each traject of the case went, by its name.
    static Map<String, String> schrijf(CombineerderTest.Geval geval, Map<String, byte[]> bestanden) throws IOException {
        Map<String, List<JsonNode>> perBron = new LinkedHashMap<>();
        for (JsonNode traject : geval.trajecten()) {
            String bron = traject.get("_org").asString() + "|"
                    + traject.get("_aangeleverd").asString();
            perBron.computeIfAbsent(bron, nieuw -> new ArrayList<>()).add(traject);
        }
        Map<String, String> waar = new LinkedHashMap<>();
        for (Map.Entry<String, List<JsonNode>> bron : perBron.entrySet()) {
            String[] delen = bron.getKey().split("\\|", -1);
            String naam = bron.getKey() + ".json";
            bestanden.put(naam, bestand(delen[0], delen[1], bron.getValue()));
            for (int i = 0; i < bron.getValue().size(); i++) {
                waar.put(
                        naam + "/leveringen/0/schuldhulptrajecten/" + i,
                        bron.getValue().get(i).get("_id").asString());
            }
        }
        return waar;
    }

    private static byte[] bestand(String organisatie, String dag, List<JsonNode> trajecten) throws IOException {
        ByteArrayOutputStream uit = new ByteArrayOutputStream();
        OffsetDateTime tijdstip = OffsetDateTime.parse(dag + "T12:00:00+01:00");
        Kop kop = new Kop(
                Optional.of(LocalDate.parse("2024-07-01")),
                Optional.of(LocalDate.parse("2024-12-31")),
                Optional.of(new Moment(tijdstip, Optional.of("+01:00"))),
                Optional.of("Voorbeeldsoft 4.2"));
        try (BerichtSchrijver schrijver = new BerichtSchrijver(uit, kop)) {
            schrijver.levering(new LeveringKop(
                    Optional.of(1L),
                    new Organisatie(
                            Optional.of(organisatie),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of())));
            for (JsonNode traject : trajecten) {
                schrijver.traject(Trajecten.van(traject));
            }
        }
        return uit.toByteArray();
    }

    private JsonNode combineer(Instellingen instellingen, Map<String, byte[]> bestanden, Selectie selectie)
            throws IOException {
        List<Combineergang.Bestand> namen = new ArrayList<>();
        bestanden.forEach(
                (naam, bytes) -> namen.add(new Combineergang.Bestand(naam, () -> new ByteArrayInputStream(bytes))));
        ByteArrayOutputStream uit = new ByteArrayOutputStream();
        Pseudoniem pseudoniem = new Pseudoniem(Bronrecords.GEHEIM);
        try (CombineerUitvoer json = new CombineerUitvoer(uit, pseudoniem)) {
            gang(instellingen).combineer(namen, NU, selectie, new CombineerOntvanger() {
                @Override
                public void bevinding(String bestand, Bevinding bevinding) {
                    bevindingen.add(bevinding);
                }

                @Override
                public void combinatie(Combinatie combinatie) {
                    json.combinatie(combinatie);
                }

                @Override
                public void traject(GecombineerdTraject traject, Indicatorscore score) {
                    trajecten.add(traject);
                    json.traject(traject, score);
                }
            });
            json.voltooi();
        }
        return new JsonMapper().readTree(uit.toByteArray());
    }

    static Combineergang gang(Instellingen instellingen) {
        return new Combineergang(
                LEZER,
                new Toetser(LEZER, new SecureRandom()),
                instellingen,
                new Pseudoniem(Bronrecords.GEHEIM),
                Gewichten.standaard());
    }

    static Stream<CombineerderTest.Geval> gevallen() throws Exception {
        return CombineerderTest.gevallen();
    }

    @ParameterizedTest
    @MethodSource("gevallen")
    void combinesFilesAsTheCasesSay(CombineerderTest.Geval geval) throws Exception {
        Map<String, byte[]> bestanden = new LinkedHashMap<>();
        Map<String, String> waar = schrijf(geval, bestanden);

        JsonNode uit = combineer(geval.instellingen(), bestanden, Selectie.ALLE_LEESBARE);

        List<List<String>> groepen = new ArrayList<>();
        for (JsonNode traject : uit.get("trajecten")) {
            groepen.add(namen(traject.get("bronnen"), waar));
            assertThat(traject.get("indicator").get("klasse").asString()).matches("[A-E]");
            assertThat(traject.has("eind")).isTrue();
        }
        List<List<String>> verwacht = new ArrayList<>();
        for (JsonNode groep : geval.json().get("verwacht").get("groepen")) {
            verwacht.add(
                    groep.values().stream().map(JsonNode::asString).sorted().toList());
        }
        assertThat(groepen).containsExactlyInAnyOrderElementsOf(verwacht);
        assertThat(namen(uit.get("vervangen"), waar)).isEqualTo(geval.verwacht("vervangen"));
        assertThat(uit.get("signalen").values().stream()
                        .map(signaal -> signaal.get("code").asString())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(geval.verwacht("signalen"));
        assertThat(uit.toString()).doesNotContain("100000691");
    }

    private static List<String> namen(JsonNode plaatsen, Map<String, String> waar) {
        return plaatsen.values().stream()
                .map(plaats -> Optional.ofNullable(
                                waar.get(plaats.get("bestand").asString()
                                        + plaats.get("plaats").asString()))
                        .orElseThrow())
                .sorted()
                .toList();
    }

    private static final String FOUT = """
            {"startdatumLevering": "2024-07-01", "einddatumLevering": "2024-12-31",
             "aanleverdatumEnTijd": "2025-01-10T10:00:00+01:00", "codeGegevensleverancier": "Voorbeeldsoft 4.2",
             "leveringen": [{"teller": 1, "aanleverende_organisatie": {"(Statutaire) Naam": "Voorbeeld"},
               "schuldhulptrajecten": [
                 {"gemeentecode": "0518", "startdatum": "2024-09-01", "einddatum": "2024-08-01",
                  "client": [{"Burgerservicenummer": "100000691"}]},
                 {"gemeentecode": "0518", "startdatum": "1 mei", "stabilisatie": {"startdatum": "2024-08-01"},
                  "client": [{"Burgerservicenummer": "100000708"}]},
                 {"startdatum": "2024-09-01"}
               ]}]}
            """;

    @Test
    void noReadableTrajectIsDroppedForAFinding() throws Exception {
        JsonNode uit = combineer(
                Instellingen.STANDAARD,
                Map.of("fout.json", FOUT.getBytes(StandardCharsets.UTF_8)),
                Selectie.ALLE_LEESBARE);

        assertThat(uit.get("trajecten")).hasSize(3);
        assertThat(uit.get("trajecten").get(2).get("gemeentecode").asString()).isEqualTo("Onbekend");
        assertThat(bevindingen).extracting(Bevinding::code).contains("A-03", "T-06", "T-01");
        assertThat(trajecten.getFirst().isGeweigerd()).isTrue();
    }

    @Test
    void figuresLeaveOutWhatIsRefused() throws Exception {
        JsonNode uit = combineer(
                Instellingen.STANDAARD,
                Map.of("fout.json", FOUT.getBytes(StandardCharsets.UTF_8)),
                Selectie.ALLEEN_GOEDGEKEURDE);

        assertThat(uit.get("trajecten")).isEmpty();
    }

    @Test
    void aFileThatBreaksOffGivesWhatCouldBeRead() throws Exception {
        String half = FOUT.substring(0, FOUT.lastIndexOf("{\"startdatum\""));

        JsonNode uit = combineer(
                Instellingen.STANDAARD,
                Map.of("half.json", half.getBytes(StandardCharsets.UTF_8)),
                Selectie.ALLE_LEESBARE);

        assertThat(uit.get("trajecten")).hasSize(2);
        assertThat(bevindingen).extracting(Bevinding::code).contains("A-02");
    }

    @Test
    void aFileThatChangesWhileItIsReadStopsTheRun() {
        AtomicInteger keer = new AtomicInteger();
        Bron wisselend = () ->
                new ByteArrayInputStream((keer.incrementAndGet() <= 1 ? FOUT : "{}").getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> gang(Instellingen.STANDAARD)
                        .combineer(
                                List.of(new Combineergang.Bestand("x.json", wisselend)),
                                NU,
                                Selectie.ALLE_LEESBARE,
                                new CombineerOntvanger() {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("changed while it was read");
    }

    @Test
    void theOfficialExampleOfSeveralTrajectenIsCombined() throws Exception {
        byte[] bytes = Files.readAllBytes(ReferenceFiles.find("reference/ddas-shv/v1.0/meervoudigVoorbeeld.json"));

        JsonNode uit = combineer(
                new Instellingen(Gemeenteregel.GELIJK, BsnModus.RUIM, 0),
                Map.of("meervoudigVoorbeeld.json", bytes),
                Selectie.ALLE_LEESBARE);

        int bronnen = 0;
        for (JsonNode traject : uit.get("trajecten")) {
            bronnen += traject.get("bronnen").size();
        }
        assertThat(bronnen + uit.get("vervangen").size()).isEqualTo(10);
    }

    @Test
    void explainsWhyATrajectIsHereWithoutAnyBsn() throws Exception {
        CombineerderTest.Geval k26 = gevallen()
                .filter(geval -> geval.toString().startsWith("K26"))
                .findFirst()
                .orElseThrow();
        Map<String, byte[]> bestanden = new LinkedHashMap<>();
        schrijf(k26, bestanden);
        combineer(k26.instellingen(), bestanden, Selectie.ALLE_LEESBARE);
        GecombineerdTraject samen = trajecten.stream()
                .filter(traject -> traject.bijdragen().size() == 3)
                .findFirst()
                .orElseThrow();

        List<String> uitleg = Trajectuitleg.regels(samen, new Indicator(Gewichten.standaard()).bereken(samen));

        assertThat(uitleg)
                .contains("Traject van 2023-12-01 tot heden (loopt nog), gemeente GM0503", "3 bronnen:")
                .contains("  einddatum = (leeg): leeg: een bron is nog open [C-04: bronnen verschillen]")
                .contains("    niet gekozen: 2024-01-15 uit O2|2025-01-15.json /leveringen/0/schuldhulptrajecten/0");
        assertThat(String.join("\n", uitleg)).doesNotContain("100000691");
        assertThat(samen.traject().begeleiding()).singleElement().satisfies(begeleiding -> assertThat(
                        begeleiding.periode().startdatum())
                .contains(LocalDate.parse("2023-12-01")));
    }
}
