// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.logboek.extensie.Proefdefinitie.Sleutel;
import nl.ddas.presentation.Terminal;
import org.junit.jupiter.api.Test;

class VerslagTest {

    private static final Proefdefinitie GOED = Proefdefinitie.of("proef", "iets");
    private static final Proefdefinitie FOUT = GOED.keys(Sleutel.of("dpl.userid.proef"));

    private static Verslag check(Proefdefinitie... samen) {
        return Proefdefinitie.check(Profiel.VERSIE_1_0_0, samen);
    }

    private static List<JsonObject> objects(JsonObject van, String naam) {
        return van.array(naam).orElseThrow().stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    @Test
    void theJsonHasExactlyThePromisedNames() {
        JsonObject document = VerslagJson.of(check(FOUT));

        assertThat(document.members()).containsOnlyKeys("bestanden");
        JsonObject bestand = objects(document, "bestanden").getFirst();
        assertThat(bestand.members()).containsOnlyKeys("bestand", "extensie", "status", "bevindingen");
        assertThat(bestand.text("bestand")).contains("proef.ldv-ext.yaml");
        assertThat(bestand.text("extensie")).contains("proef");
        assertThat(bestand.text("status")).contains("FOUT");
        JsonObject bevinding = objects(bestand, "bevindingen").getFirst();
        assertThat(bevinding.members()).containsOnlyKeys("regel", "niveau", "plaats", "melding");
        assertThat(bevinding.members().values()).allMatch(JsonValue.JsonText.class::isInstance);
        assertThat(bevinding.text("regel")).contains("EXT-16");
        assertThat(bevinding.text("niveau")).contains("fout");
        assertThat(bevinding.text("plaats")).contains("/attributes/0/key");
        assertThat(bevinding.text("melding").orElseThrow()).contains("'dpl.userid.proef'", "(regel ");
    }

    @Test
    void whatIsGoodSaysSo() {
        Verslag verslag = check(GOED);

        assertThat(verslag.vraagtAandacht()).isFalse();
        assertThat(objects(VerslagJson.of(verslag), "bestanden").getFirst().text("status"))
                .contains("GOED");
    }

    @Test
    void anUnreadableFileHasNoExtensionAndIsBad() {
        Verslag verslag =
                Proefdefinitie.check(Profiel.VERSIE_1_0_0, List.of(Proefdefinitie.read("kapot.yaml", "a: [")));
        JsonObject bestand = objects(VerslagJson.of(verslag), "bestanden").getFirst();

        assertThat(bestand.text("extensie")).contains("");
        assertThat(bestand.text("status")).contains("FOUT");
        assertThat(objects(bestand, "bevindingen").getFirst().text("regel")).contains("DEF-1");
    }

    @Test
    void sarifTellsOfEveryRule() {
        JsonObject document = VerslagSarif.of(check(FOUT));
        JsonObject run = objects(document, "runs").getFirst();
        JsonObject driver = run.object("tool").orElseThrow().object("driver").orElseThrow();
        List<JsonObject> results = objects(run, "results");

        assertThat(document.text("version")).contains("2.1.0");
        assertThat(objects(driver, "rules")).hasSameSizeAs(Regels.ALLE);
        assertThat(results).anySatisfy(result -> {
            assertThat(result.text("ruleId")).contains("EXT-16");
            assertThat(result.text("level")).contains("error");
            JsonObject plaats = objects(result, "locations")
                    .getFirst()
                    .object("physicalLocation")
                    .orElseThrow();
            assertThat(plaats.object("artifactLocation").orElseThrow().text("uri"))
                    .contains("proef.ldv-ext.yaml");
            assertThat(plaats.object("region").orElseThrow().whole("startLine").orElseThrow())
                    .isGreaterThan(10);
        });
        List<String> ids = Regels.ALLE.stream()
                .filter(regel -> regel.niveau(Profiel.VERSIE_1_0_0).isPresent())
                .map(Regel::id)
                .toList();
        assertThat(results.stream().flatMap(result -> result.text("ruleId").stream()))
                .containsAll(ids);
        assertThat(results)
                .extracting(result -> result.text("kind").orElse(""))
                .contains("pass", "fail", "notApplicable");
    }

    @Test
    void theTextSaysWhatAndWhere() {
        String tekst = text(check(GOED, FOUT.with("name", "anders")), false, 100);

        assertThat(tekst)
                .contains("Deze definitie houdt zich niet aan de richtlijn.", "EXT-16  fout", "/attributes/0/key")
                .contains("getoetst aan guideline-1.0.0", "Samen", "de langste heeft");
    }

    @Test
    void theTextCanListAllRules() {
        String tekst = text(check(GOED), true, 100);

        assertThat(tekst).contains("Deze definitie houdt zich aan de richtlijn.");
        Regels.ALLE.stream()
                .filter(regel -> regel.niveau(Profiel.VERSIE_1_0_0).isPresent())
                .forEach(regel -> assertThat(tekst).contains(regel.id() + " ", regel.eis()));
    }

    private static String text(Verslag verslag, boolean regels, int breedte) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Verslagtekst(new PrintStream(bytes, true, UTF_8), new Terminal(breedte, false, false))
                .print(verslag, regels);
        return bytes.toString(UTF_8);
    }

    @Test
    void theSameInputGivesTheSameReport() {
        byte[] eerst = VerslagSarif.of(check(FOUT, GOED)).toBytes();

        assertThat(VerslagSarif.of(check(FOUT, GOED)).toBytes()).isEqualTo(eerst);
    }

    @Test
    void findingsComeInTheOrderOfTheFile() {
        List<Bevinding> bevindingen = check(FOUT.without("version").without("status"))
                .bestanden()
                .getFirst()
                .bevindingen();

        assertThat(bevindingen)
                .isSortedAccordingTo(
                        (a, b) -> Integer.compare(a.plek().regel(), b.plek().regel()));
    }

    @Test
    void noFindingRepeatsAValueOfAnExampleLine() {
        String geheim = "GEHEIM-999990019";
        Proefdefinitie definitie = GOED.with(
                        "doc",
                        GOED.part("doc")
                                .replace("status: Ok", "status: " + geheim)
                                .replace("span_id: 00f067aa0ba902b7", "span_id: " + geheim)
                                .replace(
                                        "urn:uuid:6b1f5c1e-6f3a-4f0e-9a55-0d1a2b3c4d5e",
                                        geheim + "\n            dpl.proef.iets: " + geheim))
                .keys(Sleutel.of("dpl.proef.iets").with("enum", "[a]").with("examples", "[" + geheim + "]"));
        Verslag verslag = check(definitie);

        assertThat(verslag.bestanden().getFirst().bevindingen()).hasSizeGreaterThan(3);
        assertThat(new String(VerslagSarif.of(verslag).toBytes(), UTF_8)).doesNotContain("GEHEIM", "999990019");
        assertThat(new String(VerslagJson.of(verslag).toBytes(), UTF_8)).doesNotContain("GEHEIM", "999990019");
    }

    @Test
    void everyRuleHasAnIdASourceAndADemand() {
        assertThat(Regels.ALLE).extracting(Regel::id).doesNotHaveDuplicates().hasSize(43);
        for (int i = 1; i <= 40; i++) {
            assertThat(Regels.ALLE).extracting(Regel::id).contains("EXT-" + i);
        }
        assertThat(Regels.ALLE).allSatisfy(regel -> {
            assertThat(regel.bron()).isNotBlank();
            assertThat(regel.eis()).endsWith(".");
            assertThat(regel.seed().or(regel::vast)).isPresent();
        });
    }
}
