// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.ddas.basis.Problem.Fault;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerzoekLezerTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", " {\n} "})
    @Requirement("S57")
    void everyParameterMayBeLeftOut(String inhoud) {
        assertThat(lees(inhoud)).isEqualTo(new VerzoekLezer.Uitkomst.Gelezen(Gegevensverzoek.LEEG));
    }

    @Test
    @Requirement({"S54", "S55", "S56"})
    void readsAllParameters() {
        String inhoud = """
                {"aanleverperiodeStartdatum": "2026-01-01", "aanleverperiodeEinddatum": "2026-06-30",
                 "aanleverende_organisatie": " GM0518 ", "page": 2, "pageSize": 25000}""";
        assertThat(lees(inhoud))
                .isEqualTo(new VerzoekLezer.Uitkomst.Gelezen(new Gegevensverzoek(
                        Optional.of(LocalDate.parse("2026-01-01")),
                        Optional.of(LocalDate.parse("2026-06-30")),
                        Optional.of("GM0518"),
                        OptionalInt.of(2),
                        OptionalInt.of(25_000))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"page": 0}                                        | /page
            {"page": -1}                                       | /page
            {"page": 1.5}                                      | /page
            {"page": "1"}                                      | /page
            {"page": null}                                     | /page
            {"page": 1e999999}                                 | /page
            {"pageSize": 25001}                                | /pageSize
            {"pageSize": [1]}                                  | /pageSize
            {"aanleverperiodeStartdatum": "2026-02-30"}        | /aanleverperiodeStartdatum
            {"aanleverperiodeStartdatum": "2026-2-3"}          | /aanleverperiodeStartdatum
            {"aanleverperiodeStartdatum": "+12026-02-03"}      | /aanleverperiodeStartdatum
            {"aanleverperiodeEinddatum": 20260203}             | /aanleverperiodeEinddatum
            {"aanleverperiodeEinddatum": "2026-02-03T00:00:00"}| /aanleverperiodeEinddatum
            {"aanleverende_organisatie": 518}                  | /aanleverende_organisatie
            {"aanleverende_organisatie": {"a": [1, 2]}}        | /aanleverende_organisatie
            {"startdatum": "2026-01-01"}                       | /startdatum
            {"pageSize": 99999999999999999999}                 | /pageSize
            {"a/b~c": 1}                                       | /a~1b~0c
            []                                                 | ''
            1                                                  | ''
            {} {}                                              | ''
            {"page": 1, "page": 1}                             | ''
            {"page": 1                                         | ''
            {'page': 1}                                        | ''
            """)
    @Requirement("S57")
    void refusesWhatIsNotInTheOpenapi(String inhoud, String pointer) {
        assertThat(fouten(inhoud)).extracting(Fault::pointer).containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"page": 2.0}                 | 2
            {"page": 2e0}                 | 2
            {"page": 99999999999999999999}| 2147483647
            """)
    void aNumberIsWholeWhateverItsSpelling(String inhoud, int page) {
        assertThat(lees(inhoud))
                .isEqualTo(new VerzoekLezer.Uitkomst.Gelezen(new Gegevensverzoek(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.of(page),
                        OptionalInt.empty())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"page": 1, "page": 1}              | Een naam komt twee keer voor in hetzelfde object (regel 1, teken 13).
            {"page": 1                          | Dit is geen geldige JSON (regel 1, teken
            {} 1                                | Na het einde van de JSON staat nog iets (regel 1, teken 4).
            {"aanleverende_organisatie":"\\ud800"}| Dit is geen geldige JSON (regel 1, teken
            """)
    void saysWhatIsWrongWithTheJsonAndWhere(String inhoud, String melding) {
        assertThat(fouten(inhoud)).singleElement().satisfies(fout -> {
            assertThat(fout.pointer()).isEmpty();
            assertThat(fout.detail()).startsWith(melding);
        });
    }

    @Test
    void namesTheParametersAsTheProfileHasThem() {
        byte[] inhoud = "{\"gemeentecode\": 1}".getBytes(StandardCharsets.UTF_8);

        assertThat(fouten(VerzoekLezer.voorV1().lees(inhoud)))
                .singleElement()
                .extracting(Fault::detail)
                .isEqualTo("Deze parameter bestaat niet. Bekend zijn aanleverperiodeStartdatum,"
                        + " aanleverperiodeEinddatum, aanleverende_organisatie, page en pageSize.");
        assertThat(fouten(VerzoekLezer.voorSeed().lees(inhoud)))
                .singleElement()
                .extracting(Fault::detail)
                .isEqualTo("Deze parameter bestaat niet. Bekend zijn startdatum, einddatum, gemeente, page en pageSize"
                        + " (en de namen van v1.0).");
    }

    @Test
    void tellsAllFaultsAtOnce() {
        assertThat(fouten("{\"page\": 0, \"pageSize\": \"x\", \"gemeente\": \"GM0518\"}"))
                .extracting(Fault::pointer)
                .containsExactly("/page", "/pageSize", "/gemeente");
    }

    @Test
    void tellsAtMostAHundred() {
        StringBuilder inhoud = new StringBuilder("{\"x\":0");
        for (int i = 0; i < 200; i++) {
            inhoud.append(",\"x").append(i).append("\":0");
        }
        assertThat(fouten(inhoud.append('}').toString())).hasSize(100);
    }

    @Test
    void refusesTextThatIsNoUtf8() {
        byte[] inhoud = "{\"aanleverende_organisatie\": \"Súdwest\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(VerzoekLezer.voorV1().lees(inhoud)).isInstanceOf(VerzoekLezer.Uitkomst.Onjuist.class);
    }

    @Property(tries = 500)
    void readsOnlyAnObjectAndSaysOfOtherBytesWhatIsWrong(@ForAll byte[] inhoud) {
        switch (VerzoekLezer.voorV1().lees(inhoud)) {
            case VerzoekLezer.Uitkomst.Gelezen(Gegevensverzoek verzoek) -> {
                assertThat(new String(inhoud, StandardCharsets.UTF_8).strip()).matches("|\\{\\s*}");
                assertThat(verzoek).isEqualTo(Gegevensverzoek.LEEG);
            }
            case VerzoekLezer.Uitkomst.Onjuist(List<Fault> fouten) ->
                assertThat(fouten).isNotEmpty().allSatisfy(fout -> assertThat(fout.detail())
                        .isNotBlank());
        }
    }

    @Test
    @Requirement("S71")
    void namesTheKindsOfParametersOnly() {
        assertThat(Gegevensverzoek.LEEG.soorten()).isEqualTo("geen");
        assertThat(new Gegevensverzoek(
                                Optional.of(LocalDate.EPOCH),
                                Optional.empty(),
                                Optional.of("Jan de Vries"),
                                OptionalInt.of(1),
                                OptionalInt.empty())
                        .toString())
                .isEqualTo("Gegevensverzoek[periode+organisatie+pagina]");
    }

    private static List<Fault> fouten(String inhoud) {
        return fouten(lees(inhoud));
    }

    private static List<Fault> fouten(VerzoekLezer.Uitkomst uitkomst) {
        return ((VerzoekLezer.Uitkomst.Onjuist) uitkomst).fouten();
    }

    private static VerzoekLezer.Uitkomst lees(String inhoud) {
        return VerzoekLezer.voorV1().lees(inhoud.getBytes(StandardCharsets.UTF_8));
    }
}
