// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;

@Requirement("S83")
class StatistiekRapportTest {
    private static final LocalDate VAN = LocalDate.parse("2024-07-01");
    private static final LocalDate TOT = LocalDate.parse("2024-12-31");
    private static final List<String> GEMEENTEN = List.of("0518", "0363", "0344", "0014", "0503");
    private static final List<String> REDENEN = List.of("Afgerond", "Zelf", "Ingetrokken", "Overleden");

    private static String rapport(Onthullingsprofiel profiel) {
        Statistiektelling telling = new Statistiektelling(Gebieden.indicatief(), VAN, TOT);
        Indicator indicator = new Indicator(Gewichten.standaard());
        RandomGenerator toeval = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        for (int i = 0; i < 2_000; i++) {
            Bijdrage bijdrage = SamenvoegerTest.bijdrage(traject(i, toeval), i);
            GecombineerdTraject traject =
                    new Samenvoeger().voegSamen(new Groep(List.of(bijdrage.bron())), List.of(bijdrage));
            telling.tel(traject, indicator.bereken(traject));
        }
        return new StatistiekRapport(
                        new Statistieken(telling, profiel).tabellen(new Combinatie.Telling(2_100, 40, 2_000, 60)),
                        new StatistiekRapport.Verantwoording(
                                "Test",
                                VAN,
                                TOT,
                                ZonedDateTime.parse("2025-02-01T10:00:00+01:00[Europe/Amsterdam]"),
                                profiel,
                                Instellingen.STANDAARD,
                                Combineerder.REGELVERSIE,
                                Gewichten.standaard().versie(),
                                "ddas 1.0"))
                .html();
    }

    private static String traject(int i, RandomGenerator toeval) {
        return """
                {'gemeentecode': '%s', 'startdatum': '2024-0%d-01', %s
                 'totaalSchuldbedragBijAanvangSchuld': %d, 'client': [{'Geboortedatum': '19%02d-01-01',
                   'Geslachtsaanduiding': 'Vrouw', 'Postcode': '26%02dTV', 'Huisnummer': '%d'}]}
                """.formatted(
                        GEMEENTEN.get(i % 37 == 0 ? 4 : toeval.nextInt(4)),
                        1 + toeval.nextInt(9),
                        toeval.nextBoolean()
                                ? "'einddatum': '2024-11-01', 'uitstroom': {'datum': '2024-11-01', 'reden': '"
                                        + REDENEN.get(toeval.nextInt(4)) + "'},"
                                : "",
                        2_000 + toeval.nextInt(90_000),
                        50 + toeval.nextInt(50),
                        toeval.nextInt(100),
                        1 + i);
    }

    @Test
    void standsByItselfWithTablesChartsAndSettings() {
        String html = rapport(Onthullingsprofiel.STANDAARD);

        assertThat(html)
                .contains(
                        "Lopende trajecten per provincie", "Reden van uitstroom, Nederland", "Gemeenteregel", "GELIJK")
                .contains("Aantallen van 1 tot en met 9 staan er niet in")
                .doesNotContain("<script", "http://", "https://");
        assertThat(html.split("role=\"img\"", -1)).hasSizeGreaterThan(6);
    }

    @Test
    void saysSoWhenNothingIsProtected() {
        assertThat(rapport(Onthullingsprofiel.INTERN)).contains("INTERN: deze cijfers zijn niet beveiligd");
    }
}
