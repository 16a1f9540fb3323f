// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.logboek.extensie.Definitielezer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `ddas ldv extensie`: as a maker of an extension uses it.
class ExtensieOpdrachtTest {

    @TempDir
    private Path map;

    private Path ddas = Path.of("");

    @BeforeEach
    void aSoundDefinition() throws IOException {
        ddas = map.resolve("ddas.ldv-ext.yaml");
        Files.write(ddas, Bundled.bytes(Definitielezer.class, "ddas.ldv-ext.yaml"));
    }

    private Loop extensie(String... woorden) {
        return Loop.van(
                map,
                Stream.concat(Stream.of("ldv", "extensie"), Stream.of(woorden)).toArray(String[]::new));
    }

    private Path bedorven(String wat, String erVoor) throws IOException {
        Path bestand = map.resolve("fout.ldv-ext.yaml");
        return Files.writeString(bestand, Files.readString(ddas).replace(wat, erVoor));
    }

    private static JsonObject json(Loop loop) {
        return JsonReading.of(loop.uit().getBytes(UTF_8)) instanceof JsonReading.Read(JsonObject document)
                ? document
                : JsonObject.EMPTY;
    }

    @Test
    void ourOwnExtensionIsGood() {
        Loop loop = extensie("controleer", ddas.toString());

        assertThat(loop.uitgang()).isZero();
        assertThat(loop.uit()).contains("Deze definitie houdt zich aan de richtlijn.", "guideline-1.0.0");
        assertThat(loop.fout()).isEmpty();
    }

    @Test
    void aFileThatIsNamedTwiceDoesNotClashWithItself() {
        Loop loop = extensie(
                "controleer",
                ddas.toString(),
                ddas.resolveSibling("./" + ddas.getFileName()).toString());

        assertThat(loop.uitgang()).isZero();
        assertThat(loop.uit()).contains("Deze definitie houdt zich aan de richtlijn.");
    }

    @Test
    void whatIsWrongIsToldWithItsPlaceAndStatusOne() throws IOException {
        Loop loop = extensie(
                "controleer",
                bedorven("key: dpl.ddas.pagina", "key: dpl.pagina.ddas").toString());

        assertThat(loop.uitgang()).isEqualTo(1);
        assertThat(loop.uit().replaceAll("\\s+", " "))
                .contains("EXT-16 fout", "Bedoelde u dpl.ddas.pagina?", "/attributes/8/key", "regel ");
        BadInputTest.assertCalm(loop);
    }

    @Test
    void theJsonIsForOtherPrograms() throws IOException {
        Path fout = bedorven("status: concept", "status: klaar");
        Loop loop = extensie("controleer", "--json", ddas.toString(), fout.toString());
        List<JsonObject> bestanden = json(loop).array("bestanden").orElseThrow().stream()
                .map(JsonObject.class::cast)
                .toList();

        assertThat(loop.uitgang()).isEqualTo(1);
        assertThat(bestanden)
                .extracting(b -> b.text("bestand").orElse(""))
                .containsExactly(ddas.toString(), fout.toString());
        assertThat(bestanden).extracting(b -> b.text("status").orElse("")).containsExactly("FOUT", "FOUT");
        assertThat(loop.uit()).contains("\"EXT-33\"", "\"EXT-9\"", "\"EXT-10\"");
    }

    @Test
    void aFileThatIsNoYamlIsAFindingAndNoCrash() throws IOException {
        Path kapot = Files.writeString(map.resolve("kapot.yaml"), "a: [\n");
        Loop loop = extensie("controleer", "--json", kapot.toString());

        assertThat(loop.uitgang()).isEqualTo(1);
        assertThat(loop.uit()).contains("\"FOUT\"", "\"DEF-1\"", "\"extensie\": \"\"");
        BadInputTest.assertCalm(loop);
    }

    @Test
    void theSarifIsForEditors() {
        JsonObject document = json(extensie("controleer", "--sarif", ddas.toString()));

        assertThat(document.text("version")).contains("2.1.0");
        assertThat(document.array("runs").orElseThrow()).hasSize(1);
    }

    @Test
    void theProfileCanBeChosen() throws IOException {
        Path fout = bedorven("dpl.ddas.algoritme_ids", "dpl.ddas.algoritmeregister_ids");

        assertThat(extensie("controleer", "--richtlijn", "guideline-seed", fout.toString())
                        .uitgang())
                .isZero();
        assertThat(extensie("controleer", "--richtlijn", "1.0.0", fout.toString())
                        .uit())
                .contains("EXT-18");
    }

    @Test
    void allRulesCanBeListed() {
        assertThat(extensie("controleer", "--regels", ddas.toString()).uit())
                .contains("EXT-1 ", "EXT-40 ", "geslaagd", "niet van toepassing");
    }

    @Test
    void anOwnListOfKnownExtensionsCounts() throws IOException {
        Path lijst = Files.writeString(
                map.resolve("bekend.yaml"),
                "extensies: [{ naam: anders, naamruimte: ddas, sleutels: [dpl.ddas.pagina] }]");
        Loop loop = extensie("controleer", "--bekend", lijst.toString(), ddas.toString());

        assertThat(loop.uitgang()).isEqualTo(1);
        assertThat(loop.uit()).contains("EXT-9", "EXT-10", "anders");
    }

    @Test
    void aBrokenListIsWrongUse() throws IOException {
        Path lijst = Files.writeString(map.resolve("bekend.yaml"), "extensie: []\n");
        Loop loop = extensie("controleer", "--bekend", lijst.toString(), ddas.toString());

        assertThat(loop.uitgang()).isEqualTo(2);
        assertThat(loop.fout()).contains("is niet te gebruiken (regel 1, teken 1)", "Bedoelde u 'extensies'?");
    }

    @Test
    void theDocumentGoesToTheScreenOrToAFile() throws IOException {
        assertThat(extensie("document", ddas.toString()).uit()).startsWith("# Gegevens over schuldhulp uitwisselen\n");

        Path naar = map.resolve("ddas.html");
        Loop loop = extensie("document", "--html", "--naar", naar.toString(), ddas.toString());
        assertThat(loop.uitgang()).isZero();
        assertThat(loop.uit()).isEmpty();
        assertThat(Files.readString(naar)).startsWith("<!DOCTYPE html>").contains("loadRespecWithConfiguration");
    }

    @Test
    void theSchemaIsJson() {
        JsonObject schema = json(extensie("schema", ddas.toString()));

        assertThat(schema.object("properties").orElseThrow().members()).containsKey("dpl.ddas.levering_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"document", "schema"})
    void nothingIsMadeOfABrokenDefinition(String opdracht) throws IOException {
        Loop loop = extensie(opdracht, bedorven("language: nl", "taal: nl").toString());

        assertThat(loop.uitgang()).isEqualTo(1);
        assertThat(loop.uit()).isEmpty();
        assertThat(loop.fout()).contains("is geen goede definitie (regel", "'taal' hoort hier niet", "controleer");
        BadInputTest.assertCalm(loop);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "controleer                                  | er ontbreekt iets: DEFINITIE",
                "controleer weg.yaml                         | het bestand weg.yaml is er niet",
                "controleer --richtlijn 2.0 x.yaml           | guideline-seed of guideline-1.0.0, en geen '2.0'",
                "controleer --json --sarif x.yaml            | gaan niet samen",
                "controleer --bekend weg.yaml x.yaml         | het bestand weg.yaml is er niet",
                "document                                    | er ontbreekt iets: DEFINITIE",
                "document --naar /weg/weg/x.md x.yaml        | is er niet; maak die eerst",
                "schema weg.yaml                             | het bestand weg.yaml is er niet"
            })
    void wrongUseIsToldInDutch(String opdracht, String melding) {
        Loop loop = extensie(opdracht.split(" "));

        assertThat(loop.uitgang()).isEqualTo(2);
        assertThat(loop.fout()).startsWith("ddas: ").contains(melding);
        assertThat(loop.uit()).isEmpty();
        BadInputTest.assertCalm(loop);
    }

    @Test
    void theHelpNamesTheParts() {
        assertThat(Loop.van(map, "ldv").uit()).contains("Gebruik: ddas ldv", "extensie");
        assertThat(extensie().uit()).contains("controleer", "document", "schema");
        assertThat(extensie("controleer", "--help").uit()).contains("--richtlijn", "--bekend", "--sarif", "--json");
    }
}
