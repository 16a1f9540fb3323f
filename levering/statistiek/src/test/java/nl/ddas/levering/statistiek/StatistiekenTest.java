// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import nl.ddas.levering.model.Bsn;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Requirement("S83")
class StatistiekenTest {
    private final Statistiektelling telling =
            new Statistiektelling(Gebieden.indicatief(), LocalDate.parse("2024-07-01"), LocalDate.parse("2024-12-31"));
    private final Indicator indicator = new Indicator(Gewichten.standaard());
    private int volgende;

    private void tel(String gemeente, int bsn, String rest) {
        String json = "{'_org': 'O1', '_aangeleverd': '2025-01-10', 'gemeentecode': '" + gemeente
                + "', 'client': [{'Burgerservicenummer': '" + bsn(bsn) + "', 'Geboortedatum': '1980-06-01',"
                + "'Geslachtsaanduiding': 'V', 'Postcode': '2611TV', 'Huisnummer': '5'}], " + rest + "}";
        Bijdrage bijdrage = SamenvoegerTest.bijdrage(json, volgende++);
        GecombineerdTraject traject =
                new Samenvoeger().voegSamen(new Groep(List.of(bijdrage.bron())), List.of(bijdrage));
        telling.tel(traject, indicator.bereken(traject));
    }

    private static String bsn(int nummer) {
        for (int kandidaat = 999_000_000 + nummer * 11; ; kandidaat++) {
            String tekst = Integer.toString(kandidaat);
            if (new Bsn(tekst).voldoetAanElfproef()) {
                return tekst;
            }
        }
    }

    private Cel cel(Onthullingsprofiel profiel, String tabel, String rij, String kolom) {
        Tabel gevonden = new Statistieken(telling, profiel)
                .tabellen(new Combinatie.Telling(100, 4, 90, 6)).stream()
                        .filter(een -> een.id().equals(tabel))
                        .findFirst()
                        .orElseThrow();
        return gevonden.rijen().stream()
                .filter(cellen -> cellen.getFirst().equals(new Cel.Tekst(rij)))
                .findFirst()
                .orElseThrow()
                .get(gevonden.kolommen().indexOf(kolom));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06-30,,1,0,0,1,1",
        "2024-07-01,,0,1,0,1,1",
        "2024-01-01,2024-06-30,0,0,0,0,0",
        "2024-01-01,2024-07-01,1,0,1,0,1",
        "2024-01-01,2024-12-31,1,0,1,0,1",
        "2024-08-01,2024-09-01,0,1,1,0,1",
        "2025-01-01,,0,0,0,0,0"
    })
    void countsStandAndFlow(String start, String eind, long voor, long in, long uit, long na, long periode) {
        tel("0503", 1, "'startdatum': '" + start + "'" + (eind == null ? "" : ", 'einddatum': '" + eind + "'"));

        Gebiedstelling land = telling.alles();
        assertThat(List.of(
                        land.aantal(Telling.LOPEND_VOOR),
                        land.aantal(Telling.INSTROOM),
                        land.aantal(Telling.UITSTROOM),
                        land.aantal(Telling.LOPEND_NA),
                        land.aantal(Telling.IN_PERIODE)))
                .containsExactly(voor, in, uit, na, periode);
        assertThat(land.aantal(Telling.REST)).isZero();
    }

    @Test
    void theRestShowsWhatTheBalanceDoesNotExplain() {
        tel("0503", 1, "'startdatum': '2025-01-10', 'aanmelding': {'startdatum': '2024-12-20'}");

        assertThat(telling.alles().aantal(Telling.REST)).isEqualTo(-1);
    }

    @Test
    void countsAPersonWithTwoTrajectenOnce() {
        tel("0503", 1, "'startdatum': '2024-01-01', 'einddatum': '2024-08-01'");
        tel("0518", 1, "'startdatum': '2024-10-01'");

        assertThat(cel(Onthullingsprofiel.INTERN, "R06-R07", "Nederland", "Personen"))
                .isEqualTo(new Cel.Aantal(1));
        assertThat(cel(Onthullingsprofiel.INTERN, "R06-R07", "Zuid-Holland", "Personen"))
                .isEqualTo(new Cel.Aantal(1));
        assertThat(cel(Onthullingsprofiel.INTERN, "R06-leeftijd", "36-45", "Aantal"))
                .isEqualTo(new Cel.Aantal(1));
    }

    @Test
    void theStandardProfileHidesASmallGemeenteAndTheNextThatWouldGiveItAway() {
        for (int i = 0; i < 30; i++) {
            tel("0518", i, "'startdatum': '2024-01-01'");
        }
        for (int i = 30; i < 34; i++) {
            tel("0503", i, "'startdatum': '2024-01-01'");
        }

        String tabel = "R01-R05-gemeente";
        assertThat(cel(Onthullingsprofiel.STANDAARD, tabel, "Delft", "In de periode"))
                .isEqualTo(new Cel.Geheim());
        assertThat(cel(Onthullingsprofiel.STANDAARD, tabel, "'s-Gravenhage", "In de periode"))
                .isEqualTo(new Cel.Geheim());
        assertThat(cel(Onthullingsprofiel.STANDAARD, "R01-R05", "Nederland", "In de periode"))
                .isEqualTo(new Cel.Aantal(30));
        assertThat(cel(Onthullingsprofiel.INTERN, tabel, "Delft", "In de periode"))
                .isEqualTo(new Cel.Aantal(4));
    }

    @Test
    void hidesTheSplitWhenAllLeftForOneReason() {
        for (int i = 0; i < 60; i++) {
            tel(
                    "0518",
                    i,
                    "'startdatum': '2024-01-01', 'einddatum': '2024-10-01', "
                            + "'uitstroom': {'datum': '2024-10-01', 'reden': 'Afgerond'}");
        }

        assertThat(cel(Onthullingsprofiel.STANDAARD, "R08", "Nederland", "Afgerond"))
                .isEqualTo(new Cel.Geheim());
        assertThat(cel(Onthullingsprofiel.STANDAARD, "R08", "Nederland", "Uitstroom"))
                .isEqualTo(new Cel.Aantal(60));
        assertThat(cel(Onthullingsprofiel.INTERN, "R09", "Nederland", "Schuldenvrij (%)"))
                .isEqualTo(new Cel.Procent(100));
    }

    @Test
    void amountsNeedTwentyTrajectenAndNoneThatOutweighsTheRest() {
        for (int i = 0; i < 19; i++) {
            tel("0518", i, "'startdatum': '2024-01-01', 'totaalSchuldbedragBijAanvangSchuld': " + (10_040 + 1000 * i));
        }
        assertThat(cel(Onthullingsprofiel.STANDAARD, "R21", "Nederland", "Mediaan"))
                .isEqualTo(new Cel.Geheim());
        tel("0518", 19, "'startdatum': '2024-01-01', 'totaalSchuldbedragBijAanvangSchuld': 900000");

        assertThat(cel(Onthullingsprofiel.STANDAARD, "R21", "Nederland", "Mediaan"))
                .isEqualTo(new Cel.Euro(19_500));
        assertThat(cel(Onthullingsprofiel.STANDAARD, "R21", "Nederland", "Gemiddelde"))
                .isEqualTo(new Cel.Geheim());
        assertThat(cel(Onthullingsprofiel.INTERN, "R21", "Nederland", "Mediaan"))
                .isEqualTo(new Cel.Euro(19_540));
    }

    @Test
    void weakTrajectenCountInTheTotalOnly() {
        Bijdrage zwak = SamenvoegerTest.bijdrage("{'gemeentecode': '0518', 'startdatum': '2024-01-01'}", 0);
        GecombineerdTraject traject = new Samenvoeger().voegSamen(new Groep(List.of(zwak.bron())), List.of(zwak));
        telling.tel(traject, indicator.bereken(traject));

        assertThat(cel(Onthullingsprofiel.INTERN, "R01-R05", "Nederland", "In de periode"))
                .isEqualTo(new Cel.Aantal(1));
        assertThat(cel(Onthullingsprofiel.INTERN, "R01-R05", "Zuid-Holland", "In de periode"))
                .isEqualTo(new Cel.Aantal(0));
        assertThat(cel(Onthullingsprofiel.INTERN, "R31-klassen", "E", "Aantal")).isEqualTo(new Cel.Aantal(1));
    }

    @Test
    void writesCsvThatASpreadsheetOpensSafely() throws Exception {
        Tabel tabel = new Tabel(
                "R00",
                "t",
                "d",
                List.of("naam", "aantal"),
                List.of(
                        List.of(new Cel.Tekst("=1+1;\"x\""), new Cel.Aantal(-1200)),
                        List.of(new Cel.Tekst("b"), new Cel.Geheim())),
                List.of());
        ByteArrayOutputStream uit = new ByteArrayOutputStream();

        TabelSchrijver.csv(tabel, uit);

        assertThat(uit.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFnaam;aantal\r\n\"'=1+1;\"\"x\"\"\";-1200\r\nb;.\r\n");
        uit.reset();
        TabelSchrijver.json(tabel, uit);
        assertThat(uit.toString(StandardCharsets.UTF_8))
                .contains("\"rijen\":[[\"=1+1;\\\"x\\\"\",-1200],[\"b\",null]]");
    }
}
