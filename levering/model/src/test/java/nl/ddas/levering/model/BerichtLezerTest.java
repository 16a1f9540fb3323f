// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.ddas.testkit.ReferenceFiles;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BerichtLezerTest {

    @ParameterizedTest
    @Requirement({"S21", "S60"})
    @CsvSource({
        "v1.0/enkelvoudigVoorbeeld.json, V1_0, 1",
        "v1.0/meervoudigVoorbeeld.json, V1_0, 1",
        "v0.10/enkelvoudigVoorbeeld.json, V1_0, 1",
        "v0.10/meervoudigVoorbeeld.json, V0_10, 1",
        "v0.9/enkelvoudigVoorbeeld.json, V0_9, 1",
        "v0.9/meervoudigVoorbeeld.json, V0_9, 1"
    })
    void readsTheOfficialExamplesWithoutFormErrors(String bestand, Versie versie, int minstens) throws IOException {
        Opvanger opvanger = Opvanger.lees(Files.readAllBytes(ReferenceFiles.find("reference/ddas-shv/" + bestand)));

        assertThat(opvanger.fouten).isEmpty();
        assertThat(opvanger.versie()).isEqualTo(versie);
        assertThat(opvanger.trajecten).hasSizeGreaterThanOrEqualTo(minstens);
    }

    @Test
    void readsBackWhatWasWritten() throws IOException {
        ByteArrayOutputStream uit = new ByteArrayOutputStream();
        try (BerichtSchrijver schrijver = new BerichtSchrijver(uit, Voorbeelden.KOP)) {
            schrijver.levering(Voorbeelden.LEVERING);
            schrijver.traject(Voorbeelden.vol());
            schrijver.traject(Voorbeelden.kaal());
            schrijver.levering(Voorbeelden.LEVERING);
        }
        Opvanger opvanger = Opvanger.lees(uit.toByteArray());

        assertThat(opvanger.lezing)
                .isEqualTo(new Lezing.Gelezen(Optional.of(Versie.V1_0), new Lezing.Aantallen(2, 2, 2, 0), false));
        assertThat(opvanger.koppen).containsExactly(Voorbeelden.KOP);
        assertThat(opvanger.leveringen).containsExactly(Voorbeelden.LEVERING, Voorbeelden.LEVERING);
        assertThat(opvanger.trajecten).containsExactly(Voorbeelden.vol(), Voorbeelden.kaal());
        assertThat(opvanger.ruw)
                .containsExactly(
                        new String(BerichtSchrijver.bytes(Voorbeelden.vol()), StandardCharsets.UTF_8),
                        "{\"gemeentecode\":\"Onbekend\"}");
        assertThat(opvanger.afwijkingen).isEmpty();
    }

    @Test
    void pointsAtTheBytesOfEachFault() {
        String bericht = TestBerichten.met("""
                {
                  "gemeentecode": 518,
                  "oplossing": {"soort": "Iets anders"},
                  "startdatum": "2025-02-30",
                  "vreemd": 1
                }""");
        Opvanger opvanger = Opvanger.lees(bericht);

        assertThat(opvanger.fouten)
                .extracting(f -> f.soort(), f -> f.plaats().pointer(), f -> vanaf(bericht, f.plaats()))
                .containsExactly(
                        tuple(Vormfout.Soort.TYPE, "/leveringen/0/schuldhulptrajecten/0/gemeentecode", "518"),
                        tuple(Vormfout.Soort.ENUM, "/leveringen/0/schuldhulptrajecten/0/oplossing/soort", "\"Ie"),
                        tuple(Vormfout.Soort.FORMAT, "/leveringen/0/schuldhulptrajecten/0/startdatum", "\"20"),
                        tuple(
                                Vormfout.Soort.ADDITIONAL_PROPERTIES,
                                "/leveringen/0/schuldhulptrajecten/0/vreemd",
                                "1\n}"));
        assertThat(opvanger.fouten).extracting(f -> f.plaats().regel()).containsExactly(2L, 3L, 4L, 5L);
        assertThat(opvanger.trajecten.getFirst().afwijkingen())
                .containsExactly(
                        new Afwijking(Afwijking.Soort.ANDER_TYPE, "/gemeentecode", "518"),
                        new Afwijking(Afwijking.Soort.ONBEKENDE_WAARDE, "/oplossing/soort", "Iets anders"),
                        new Afwijking(Afwijking.Soort.GEEN_DATUM, "/startdatum", "2025-02-30"),
                        new Afwijking(Afwijking.Soort.ONBEKEND_VELD, "/vreemd", "1"));
        assertThat(opvanger.ruw.getFirst()).startsWith("{\n").endsWith("1\n}");
    }

    private static String vanaf(String bericht, Plaats plaats) {
        byte[] bytes = bericht.getBytes(StandardCharsets.UTF_8);
        return new String(bytes, (int) plaats.positie(), 3, StandardCharsets.UTF_8);
    }

    @Test
    void readsEmptyAndOddValuesAsAbsentAndSaysSo() {
        Opvanger opvanger = Opvanger.lees(TestBerichten.met("""
                {"gemeentecode":"0518","startdatum":null,"omschrijving":"","aanmelding":{},"client":[{},null,{"x":{}}],\
                "totaalSchuldbedragBijAanvangSchuld":1e2,"oplossing":{"vtlb":12345678901234567890},\
                "schulden":[{"bedrag":1.5}]}"""));
        Schuldhulptraject traject = opvanger.trajecten.getFirst();

        assertThat(traject.totaalSchuldbedragBijAanvangSchuld()).contains(100L);
        assertThat(traject.client()).containsExactly(Leeg.CLIENT, Leeg.CLIENT, Leeg.CLIENT);
        assertThat(traject.aanmelding()).isEmpty();
        assertThat(traject.afwijkingen())
                .containsExactly(
                        new Afwijking(Afwijking.Soort.LEEG, "/startdatum", "null"),
                        new Afwijking(Afwijking.Soort.LEEG, "/omschrijving", ""),
                        new Afwijking(Afwijking.Soort.LEEG, "/aanmelding", "{}"),
                        new Afwijking(Afwijking.Soort.LEEG, "/client/0", "{}"),
                        new Afwijking(Afwijking.Soort.LEEG, "/client/1", "null"),
                        new Afwijking(Afwijking.Soort.ONBEKEND_VELD, "/client/2/x", "{}"),
                        new Afwijking(Afwijking.Soort.BUITEN_BEREIK, "/oplossing/vtlb", "12345678901234567890"),
                        new Afwijking(Afwijking.Soort.ANDER_TYPE, "/schulden/0/bedrag", "1.5"));
        assertThat(opvanger.fouten)
                .extracting(f -> f.soort(), f -> f.plaats().pointer().replaceAll(".*jecten/0", ""))
                .containsExactly(
                        tuple(Vormfout.Soort.TYPE, "/startdatum"),
                        tuple(Vormfout.Soort.TYPE, "/client/1"),
                        tuple(Vormfout.Soort.MAX_ITEMS, "/client"),
                        tuple(Vormfout.Soort.TYPE, "/schulden/0/bedrag"));
    }

    @Test
    @Requirement("S58")
    void understandsAnAnswerOfTheApiWithItsPagingLast() {
        Opvanger opvanger = Opvanger.lees("{\"gegevens\":" + TestBerichten.met("{\"gemeentecode\":5}")
                + ",\"paginering\":{\"pageSize\":0,\"currentPage\":1,\"totalPages\":3}}");

        assertThat(opvanger.pagineringen)
                .containsExactly(new Paginering(Optional.of(0L), Optional.of(1L), Optional.of(3L), Optional.empty()));
        assertThat(opvanger.plekken.getFirst().pointer()).isEqualTo("/gegevens/leveringen/0/schuldhulptrajecten/0");
        assertThat(opvanger.fouten)
                .extracting(f -> f.soort(), f -> f.plaats().pointer())
                .containsExactly(
                        tuple(Vormfout.Soort.TYPE, "/gegevens/leveringen/0/schuldhulptrajecten/0/gemeentecode"),
                        tuple(Vormfout.Soort.MINIMUM, "/paginering/pageSize"),
                        tuple(Vormfout.Soort.REQUIRED, "/paginering"));
        assertThat(opvanger.versie()).isEqualTo(Versie.V1_0);
    }

    @Test
    void givesHeadersBeforeTheTrajectenAlsoWhenTheyComeLater() {
        Opvanger voor = Opvanger.lees(TestBerichten.met("{\"gemeentecode\":\"0518\"}"));
        Opvanger achter = Opvanger.lees(TestBerichten.achterstevoren("{\"gemeentecode\":\"0518\"}"));

        assertThat(achter.koppen).isEqualTo(voor.koppen);
        assertThat(achter.leveringen).isEqualTo(voor.leveringen);
        assertThat(achter.trajecten).isEqualTo(voor.trajecten);
        assertThat(achter.lezing).isEqualTo(voor.lezing);
        assertThat(achter.verloop)
                .extracting(regel -> regel.split(" ")[0])
                .containsExactly("kop", "levering", "traject");
        assertThat(achter.koppen.getFirst().startdatumLevering()).contains(LocalDate.of(2025, 1, 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [] | TYPE |
                    "tekst" | TYPE |
                    null | TYPE |
                    123 | TYPE |
                    {} | REQUIRED |
                    """)
    void hasAClearOutcomeForARootThatIsNoMessage(String bericht, Vormfout.Soort soort) {
        Opvanger opvanger = Opvanger.lees(bericht);

        assertThat(opvanger.lezing).isInstanceOf(Lezing.Gelezen.class);
        assertThat(opvanger.fouten).extracting(Vormfout::soort).containsOnly(soort);
        assertThat(opvanger.koppen).hasSize(1);
    }

    @Test
    void keepsReadingPastFieldsOfTheWrongKind() {
        Opvanger opvanger = Opvanger.lees("""
                {"startdatumLevering":5,"leveringen":[7,{"teller":"1","aanleverende_organisatie":{"postcode":"","x":1},\
                "schuldhulptrajecten":[[],{"gemeentecode":"0518"}]},{"teller":2,"schuldhulptrajecten":{}}],\
                "codeGegevensleverancier":"Pakket 1.0"}""");

        assertThat(opvanger.trajecten).hasSize(1);
        assertThat(opvanger.plekken.getFirst().pointer()).isEqualTo("/leveringen/1/schuldhulptrajecten/1");
        assertThat(opvanger.verloop).anyMatch(regel -> regel.startsWith("levering 2 Optional[2] false /leveringen/2"));
        assertThat(opvanger.afwijkingen)
                .extracting(Afwijking::soort, Afwijking::pad)
                .containsExactly(
                        tuple(Afwijking.Soort.ANDER_TYPE, "/startdatumLevering"),
                        tuple(Afwijking.Soort.ANDER_TYPE, "/leveringen/0"),
                        tuple(Afwijking.Soort.ANDER_TYPE, "/teller"),
                        tuple(Afwijking.Soort.LEEG, "/aanleverende_organisatie/postcode"),
                        tuple(Afwijking.Soort.ONBEKEND_VELD, "/aanleverende_organisatie/x"),
                        tuple(Afwijking.Soort.ANDER_TYPE, "/0"),
                        tuple(Afwijking.Soort.LEEG, "/schuldhulptrajecten"));
    }

    @Test
    void readsAnOldFileWithItsTrajectenAtTheRoot() {
        Opvanger opvanger = Opvanger.lees("""
                {"aanleverperiodeStartdatum":"2023-01-01","aanleverende_organisatie":{"naam":"X"},\
                "schuldhulptrajecten":[{"naam":"n","startdatum":"2023-02-01"}]}""");

        assertThat(opvanger.versie()).isEqualTo(Versie.V0_8);
        assertThat(opvanger.fouten).isEmpty();
        assertThat(opvanger.trajecten.getFirst().startdatum()).contains(LocalDate.of(2023, 2, 1));
        assertThat(opvanger.plekken.getFirst().pointer()).isEqualTo("/schuldhulptrajecten/0");
        assertThat(opvanger.leveringen).hasSize(1);
    }

    @Test
    void reportsAByteOrderMarkAndCountsIt() {
        Opvanger opvanger = Opvanger.lees("\uFEFF" + TestBerichten.met("{\"gemeentecode\":\"0518\"}"));

        assertThat(((Lezing.Gelezen) opvanger.lezing).begintMetBom()).isTrue();
        assertThat(opvanger.ruw).containsExactly("{\"gemeentecode\":\"0518\"}");
        assertThat(opvanger.plekken.getFirst().positie())
                .isEqualTo(3 + TestBerichten.met("{\"gemeentecode\":\"0518\"}").indexOf("{\"gemeentecode\":\"0518\"}"));
    }

    @Test
    void namesNoPersonInAnythingThatIsPrinted() {
        Opvanger opvanger = Opvanger.lees(
                TestBerichten.met("{\"client\":[{\"Burgerservicenummer\":\"999999990\",\"Postcode\":7777}]}"));

        assertThat(List.of(opvanger.trajecten.toString(), opvanger.fouten.toString())
                        .toString())
                .doesNotContain("999999990")
                .doesNotContain("7777");
    }
}
