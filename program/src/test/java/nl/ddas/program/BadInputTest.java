// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever file a user gives: an exit status, a sentence that says what and where, never a stack trace.
class BadInputTest {

    @TempDir
    private Path map;

    /// One bad file.
    ///
    /// @param code of the finding
    /// @param melding part of what is said
    /// @param waar what points at the place in the text for people
    record Slecht(String naam, byte[] bytes, String status, String code, String melding, String waar) {

        static Slecht van(String naam, String tekst, String code, String melding, String waar) {
            return new Slecht(naam, tekst.getBytes(UTF_8), "ONLEESBAAR", code, melding, waar);
        }

        Slecht afgekeurd() {
            return new Slecht(naam, bytes, "AFGEKEURD", code, melding, waar);
        }

        @Override
        public String toString() {
            return naam;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[]|onbekend", "42|onbekend", "{}|onbekend", "{\"a\": 1}|onbekend", "{\"leveringen\": []}|v0.9"})
    void aFileThatSaysNothingOfTheModelHasNoVersion(String inhoud, String versie) throws IOException {
        Path bestand = Files.writeString(map.resolve("vreemd.json"), inhoud);

        assertThat(Loop.van(map, "controleer", "--json", bestand.toString()).uit())
                .contains("\"versie\":\"" + versie + "\"");
        assertThat(Loop.van(map, "controleer", bestand.toString()).uit())
                .contains("Versie van het uitwisselmodel: " + versie);
    }

    static Stream<Slecht> slechteBestanden() {
        String diep = "{\"omschrijving\": " + "[".repeat(50_000) + "]".repeat(50_000) + ", ";
        return Stream.of(
                Slecht.van("empty", "", "A-02", "het bestand is leeg", "regel 1"),
                Slecht.van("blanks", "  \n \n", "A-02", "leeg", "regel"),
                Slecht.van("noJson", "hallo", "A-02", "geen JSON", "kolom 1"),
                Slecht.van("html", "<html></html>", "A-02", "geen JSON", "kolom 1"),
                Slecht.van("truncated", Proefbestand.GOED.substring(0, 400), "A-02", "houdt te vroeg op", "regel"),
                Slecht.van("trailing", Proefbestand.GOED + "{}", "A-02", "na het einde", "regel 10"),
                Slecht.van(
                        "duplicateKey",
                        Proefbestand.zonder(
                                "\"startdatum\": \"2026-02", "\"gemeentecode\": \"0363\", \"startdatum\": \"2026-02"),
                        "A-02",
                        "twee keer",
                        "/leveringen/0/schuldhulptrajecten/0/gemeentecode"),
                Slecht.van(
                        "hugeNumber",
                        Proefbestand.zonder("\"teller\": 1", "\"teller\": 1e999999"),
                        "A-02",
                        "exponent boven 999",
                        "/leveringen/0/teller"),
                Slecht.van(
                        "deepNesting",
                        Proefbestand.met(diep + Proefbestand.TRAJECT.substring(1)),
                        "A-02",
                        "meer dan 64 objecten en lijsten",
                        "kolom"),
                Slecht.van(
                        "hugeText",
                        Proefbestand.zonder("1982-05-23", "x".repeat(5_000_000)),
                        "A-02",
                        "langer dan 100.000 tekens",
                        "/leveringen/0/schuldhulptrajecten/0/client/0/Geboortedatum"),
                Slecht.van("notClosed", Proefbestand.zonder("\n]}]}", "\n]}"), "A-02", "houdt te vroeg op", "regel"),
                Slecht.van(
                        "singleQuotes", Proefbestand.GOED.replace('"', '\''), "A-02", "geen geldige JSON", "kolom 2"),
                new Slecht(
                        "latin1",
                        Proefbestand.zonder("Voorbeeldsoft", "Vóórbeeldsoft").getBytes(ISO_8859_1),
                        "ONLEESBAAR",
                        "A-01",
                        "geen geldige UTF-8",
                        "byte"),
                new Slecht("utf16", Proefbestand.GOED.getBytes(UTF_16), "ONLEESBAAR", "A-01", "UTF-8", "byte 0"),
                Slecht.van("list", "[]", "A-03", "verwacht een object { ... }, gevonden een lijst", "(hele bestand)")
                        .afgekeurd(),
                Slecht.van(
                                "emptyObject",
                                "{}",
                                "A-03",
                                "het verplichte veld \"leveringen\" ontbreekt",
                                "(hele bestand)")
                        .afgekeurd(),
                Slecht.van(
                                "textForList",
                                Proefbestand.zonder(
                                        "[{\"Burgerservicenummer\": \"999990019\", \"Geboortedatum\": \"1982-05-23\"}]",
                                        "\"nee\""),
                                "A-03",
                                "verwacht een lijst",
                                "/leveringen/0/schuldhulptrajecten/0/client")
                        .afgekeurd());
    }

    @ParameterizedTest
    @MethodSource("slechteBestanden")
    @Requirement("S76")
    void checkingSaysWhatIsWrongAndWhere(Slecht slecht) throws IOException {
        Path bestand = schrijf(slecht);

        Loop tekst = Loop.van(map, "controleer", bestand.toString());
        Loop json = Loop.van(map, "controleer", "--json", bestand.toString());

        assertThat(tekst.uitgang()).isEqualTo(1);
        assertThat(zonderAfbreking(tekst.uit()))
                .contains(slecht.code(), slecht.melding(), slecht.waar(), "Wat te doen:");
        assertThat(json.uitgang()).isEqualTo(1);
        assertThat(json.uit()).contains("\"status\":\"" + slecht.status() + "\"", "\"code\":\"" + slecht.code() + "\"");
        assertCalm(tekst);
        assertCalm(json);
    }

    @ParameterizedTest
    @MethodSource("slechteBestanden")
    void combiningSaysWhatIsWrongAndGoesOn(Slecht slecht) throws IOException {
        Path bestand = schrijf(slecht);
        Path goed = Files.writeString(map.resolve("goed.json"), Proefbestand.GOED);

        Loop samen = Loop.van(map, "combineer", "--json", bestand.toString(), goed.toString());

        assertThat(samen.uitgang()).isEqualTo(1);
        assertThat(samen.fout()).contains(bestand + ": " + slecht.code(), slecht.melding());
        assertThat(samen.uit()).contains(goed.toString());
        assertCalm(samen);
    }

    @ParameterizedTest
    @CsvSource({"controleer", "combineer"})
    void aSoundFileIsFine(String opdracht) throws IOException {
        Path bestand = Files.writeString(map.resolve("goed.json"), Proefbestand.GOED);

        assertThat(Loop.van(map, opdracht, bestand.toString()).uitgang()).isZero();
        assertThat(Loop.van(map, opdracht, "--json", bestand.toString()))
                .extracting(Loop::uitgang, Loop::fout)
                .containsExactly(0, "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "controleer nee.json                 | het bestand {map}/nee.json is er niet",
                "controleer .                        | is een map; geef een bestand",
                "combineer nee.json                  | het bestand {map}/nee.json is er niet",
                "combineer .                         | is een map; geef een bestand",
                "combineer goed.json nee.json        | het bestand {map}/nee.json is er niet",
                "controleer goed.json goed.json --html v.html | --html gaat over een bestand",
                "controleer goed.json --toon /leveringen/9     | staat geen"
            })
    void aFileThatIsNotThereIsWrongUse(String opdracht, String melding) throws IOException {
        Files.writeString(map.resolve("goed.json"), Proefbestand.GOED);
        String[] args = Stream.of(opdracht.strip().split(" +"))
                .map(deel ->
                        deel.endsWith(".json") || deel.equals(".") || deel.endsWith(".html") ? map + "/" + deel : deel)
                .toArray(String[]::new);

        Loop loop = Loop.van(map, args);

        assertThat(loop.uitgang()).isEqualTo(2);
        assertThat(loop.fout()).startsWith("ddas: ").contains(melding.replace("{map}", map.toString()));
        assertThat(loop.uit()).isEmpty();
        assertCalm(loop);
        assertThat(map.resolve("v.html")).doesNotExist();
    }

    @Test
    void aMissingFileLeavesNoHalfAnswer() {
        Loop loop =
                Loop.van(map, "controleer", "--json", map.resolve("nee.json").toString());

        assertThat(loop.uit()).isEmpty();
    }

    private Path schrijf(Slecht slecht) throws IOException {
        return Files.write(map.resolve(slecht.naam() + ".json"), slecht.bytes());
    }

    private static String zonderAfbreking(String tekst) {
        return tekst.replaceAll("\\s+", " ");
    }

    static void assertCalm(Loop loop) {
        assertThat(loop.alles())
                .doesNotContain("Exception", "\tat ", "java.", "nl.ddas.", "null pointer")
                .doesNotContain("er ging iets kapot");
    }
}
